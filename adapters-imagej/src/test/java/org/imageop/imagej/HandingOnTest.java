package org.imageop.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imageop.imagej.DisplayTest.samples;
import static org.imageop.imagej.OwnMeans.inverted;
import static org.imageop.imagej.OwnMeans.noise;
import static org.imageop.imagej.OwnMeans.ranged;
import static org.imageop.imagej.OwnMeans.withTable;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import java.awt.Rectangle;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.imageop.spi.Losses;
import org.imageop.tck.source.OwnProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of images in ImageJ, and of ImageJ's images: arrays, numbers, tables, info and losses. */
class HandingOnTest {
    static Stream<ImageProcessor> processors() {
        ImageProcessor ints = new IntProcessor(4, 3, new int[] {1, -2, 3, -4, 5, 6, 7, 8, 9, 10, 11, 12});
        ints.setMinAndMax(-4, 12);
        ImageProcessor bytes = noise(new ByteProcessor(4, 3));
        ImageProcessor shorts = noise(new ShortProcessor(4, 3));
        ImageProcessor floats = noise(new FloatProcessor(4, 3));
        return Stream.of(
                bytes,
                ranged(inverted(bytes.duplicate()), 30, 60),
                withTable(bytes.duplicate(), OwnMeans.table(256)),
                ranged(shorts, 30, 60),
                ranged(withTable(shorts.duplicate(), OwnMeans.table(256)), 3000, 7000),
                inverted(shorts.duplicate()),
                StacksTest.signed().getProcessor(),
                floats,
                ranged(floats.duplicate(), -1000, 4000),
                withTable(floats.duplicate(), OwnMeans.table(256)),
                noise(new ColorProcessor(4, 3)),
                ints);
    }

    private static ImageLike wrapped(ImageProcessor processor) {
        return processor instanceof IntProcessor
                ? ImageJImages.wrap(processor, new Plane.Range(processor.getMin(), processor.getMax()))
                : Images.of(processor);
    }

    /** Copies for ImageJ of ImageJ's own: the class, every number, the table and the range stay. */
    @ParameterizedTest
    @MethodSource("processors")
    void S7_copiesOfProcessorsAreTheirTwins(ImageProcessor original) {
        Transfer<ImageProcessor> copied = Images.transfer(wrapped(original), ImageProcessor.class, Copy.ALWAYS);

        ImageProcessor twin = copied.image();
        assertThat(copied.losses()).isEmpty();
        assertThat(twin).hasSameClassAs(original);
        assertThat(twin.getPixels()).isNotSameAs(original.getPixels()).isEqualTo(original.getPixels());
        assertThat(new ColorProcessor(twin.createImage()).getPixels())
                .isEqualTo(new ColorProcessor(original.createImage()).getPixels());
        assertThat(new double[] {twin.getMin(), twin.getMax()}).containsExactly(original.getMin(), original.getMax());
        assertThat(twin.getPixelValue(1, 2)).isEqualTo(original.getPixelValue(1, 2));
    }

    @ParameterizedTest
    @MethodSource("processors")
    void S5_anImagePlusIsMadeOnTheProcessorItself(ImageProcessor processor) {
        if (processor instanceof IntProcessor) {
            return;
        }
        ImagePlus image =
                Images.transfer(processor, ImagePlus.class, Copy.NEVER).image();

        assertThat(image.getProcessor()).isSameAs(processor);
        // what it says of the numbers is what the processor says
        assertThat(image.getProcessor().getPixelValue(2, 1)).isEqualTo(processor.getPixelValue(2, 1));
        assertThat(Images.sameContent(Images.of(image), Images.of(processor))).isTrue();
        assertThat(Images.to(image, ImageProcessor.class)).isSameAs(processor);
        assertThat(Images.to(Images.of(image), ImagePlus.class)).isSameAs(image);
        assertThat(Images.to(Images.of(processor), ImageProcessor.class)).isSameAs(processor);
    }

    @Test
    void S7_aRangeThatWasAskedForIsTheDisplayRangeOfTheTwin() {
        Plane.Range range = new Plane.Range(-1000, -500);
        for (ImageProcessor processor : List.of(StacksTest.signed().getProcessor(), new FloatProcessor(4, 3))) {
            ImageProcessor twin = Images.transfer(
                            ImageJImages.wrap(processor, range), ImageProcessor.class, Copy.ALWAYS)
                    .image();

            int added = processor instanceof ShortProcessor ? 32768 : 0;
            assertThat(twin.getPixels()).isEqualTo(processor.getPixels());
            assertThat(twin.getMin()).isEqualTo(-1000 + added);
            assertThat(twin.getMax()).isEqualTo(-500 + added);
        }
    }

    /** The processor itself would show them in its own range, or its ints as colours. */
    @Test
    void S5_anImagePlusOfNumbersInAnotherRangeIsNotOnTheProcessor() {
        ImageProcessor floats = ranged(noise(new FloatProcessor(4, 3)), 0, 1);
        ImagePlus plus = ImageJImages.toImagePlus(ImageJImages.wrap(floats, new Plane.Range(-9, 9)));

        assertThat(plus.getProcessor()).isNotSameAs(floats);
        assertThat(plus.getProcessor().getPixels()).isSameAs(floats.getPixels());
        assertThat(plus.getDisplayRangeMin()).isEqualTo(-9);
        ImageProcessor ints = new IntProcessor(1, 1, new int[] {-70_000});
        ImagePlus copied = ImageJImages.toImagePlus(ImageJImages.wrap(ints, new Plane.Range(-70_000, 0)));
        assertThat(copied.getProcessor().getPixelValue(0, 0)).isEqualTo(-70_000);
    }

    @Test
    void S6_valuesAreHandedOnWithoutTheTable() {
        ImageProcessor processor = inverted(noise(new ByteProcessor(4, 3)));

        ImageProcessor values = ImageJImages.toImageProcessor(ImageJImages.values(processor));

        assertThat(values.isInvertedLut()).isFalse();
        assertThat(values.getPixels()).isSameAs(processor.getPixels());
    }

    @Test
    void S7_copiesOfAnImagePlusKeepTitleCalibrationAndProperties() {
        ImagePlus original = StacksTest.signed();
        original.getCalibration().setUnit("um");
        original.getCalibration().pixelWidth = 0.125;
        original.setProp("stain", "DAPI");
        original.setProperty("Info", "a header");

        Transfer<ImagePlus> copied = Images.transfer(original, ImagePlus.class, Copy.ALWAYS);

        ImagePlus copy = copied.image();
        assertThat(copied.losses()).isEmpty();
        assertThat(copy.getTitle()).isEqualTo("heights");
        assertThat(copy.getCalibration().equals(original.getCalibration())).isTrue();
        assertThat(copy.getCalibration().isSigned16Bit()).isTrue();
        assertThat(copy.getProp("stain")).isEqualTo("DAPI");
        assertThat(copy.getInfoProperty()).isEqualTo("a header");
        copy.getProcessor().set(0, 0, 1);
        assertThat(original.getProcessor().getPixelValue(0, 0)).isEqualTo(-1000);
    }

    /** ImageJ keeps -1000 as 31768; taken for grey it would be bright. */
    @Test
    void L8_signedNumbersAreNotOffBy32768() {
        ImagePlus image = StacksTest.signed();

        ImageLike wrapped = Images.of(image);

        double[] numbers = new double[4];
        Images.rows(wrapped).readNumbers(0, 0, 4, numbers, 0);
        assertThat(numbers).containsExactly(-1000, -900, -800, -700);
        assertThat(Images.rows(wrapped).ranges()).containsExactly(new Plane.Range(-32768, 32767));
        Images.rows(wrapped).writeNumbers(0, 2, 4, new double[] {-40000, 7.6, Double.NaN, 99999}, 0);
        assertThat(image.getProcessor().getPixelValue(0, 2)).isEqualTo(-32768);
        assertThat(image.getProcessor().getPixelValue(1, 2)).isEqualTo(8);
        assertThat(image.getProcessor().getPixelValue(2, 2)).isEqualTo(-32768);
        assertThat(image.getProcessor().getPixelValue(3, 2)).isEqualTo(32767);
        // as others have signed shorts
        short[] shorts = new short[12];
        StandardImage.from(
                wrapped,
                PixelLayout.ranged(
                        Mode.L16, 4, 3, "L", new Plane.Range(-32768, 32767), ShortBuffer.wrap(shorts), 0, 4));
        assertThat(shorts).startsWith((short) -1000, (short) -900);
        ImageLike window = ImageJImages.wrap(image.getProcessor(), new Plane.Range(-1000, -900));
        assertThat(window.get(0, 0).value()).containsExactly(0);
        assertThat(window.get(1, 0).value()).containsExactly(65535);
    }

    @Test
    void L8_numbersOfARangeOnEveryArray() {
        ImageProcessor bytes = new ByteProcessor(2, 1, new byte[] {50, (byte) 200});
        ImageProcessor shorts = new ShortProcessor(2, 1, new short[] {1000, (short) 50_000}, null);
        ImageProcessor floats = new FloatProcessor(2, 1, new float[] {-0.5f, 0.5f});

        assertThat(samples(ImageJImages.wrap(inverted(bytes), new Plane.Range(50, 200))))
                .containsExactly(0, 255);
        assertThat(samples(ImageJImages.wrap(shorts, new Plane.Range(1000, 50_000))))
                .containsExactly(0, 65535);
        assertThat(samples(ImageJImages.wrap(floats, new Plane.Range(-0.5, 0.5))))
                .containsExactly(0, 65535);
        assertThat(ImageJImages.toImageProcessor(ImageJImages.wrap(shorts, new Plane.Range(0, 9))))
                .isSameAs(shorts);
    }

    @Test
    void S7_floatsStayFloats() {
        FloatProcessor processor = new FloatProcessor(2, 2, new float[] {-7, 0.123456789f, 1e9f, Float.NaN});
        processor.setMinAndMax(0, 1);

        Transfer<ImageProcessor> turned =
                Images.transfer(Views.rotate180(Images.of(processor)), ImageProcessor.class, Copy.IF_NEEDED);

        assertThat((float[]) turned.image().getPixels()).containsExactly(Float.NaN, 1e9f, 0.123456789f, -7);
        assertThat(turned.image().getMax()).isEqualTo(1);
        assertThat(turned.losses()).isEmpty();
    }

    @Test
    void S7_signedNumbersOfOthersBecomeFloats() {
        ShortBuffer heights = ShortBuffer.wrap(new short[] {-300, 0, 8848});
        StandardImage image = StandardImage.wrap(
                PixelLayout.ranged(Mode.L16, 3, 1, "L", new Plane.Range(-32768, 32767), heights, 0, 3));

        assertThat((float[]) ImageJImages.toImageProcessor(image).getPixels()).containsExactly(-300, 0, 8848);
        assertThat((float[]) ImageJImages.toImageProcessor(Views.flipLeftRight(Images.of(StacksTest.signed())))
                        .getPixels())
                .startsWith(-700, -800, -900, -1000);
    }

    @Test
    void S7_lossesHaveTheWordsOfTheLibrary() {
        assertThat(losses(StandardImage.of(Mode.RGBA64, 2, 2))).containsExactly("alpha", "16 → 8 bits per component");
        assertThat(losses(StandardImage.of(Mode.L32, 2, 2))).containsExactly("32 → 16 bits per component");
        assertThat(losses(StandardImage.of(Mode.LA, 2, 2))).containsExactly("alpha");
        assertThat(losses(floats(0, 0.1))).containsExactly(Losses.OTHER_NUMBERS);
        assertThat(losses(floats(-1e300, 1e300))).containsExactly(Losses.OTHER_NUMBERS);
        assertThat(losses(StandardImage.of(Mode.RGB, 2, 2))).isEmpty();
    }

    @Test
    void K5_theLossOfAProfileIsReportedAndNumbersStay() {
        for (Object image : List.of(StandardImage.filled(Mode.L, 2, 2, 100), new ByteProcessor(2, 2))) {
            ImageLike grey = Images.of(image);
            grey.set(0, 0, 100);
            grey.info().put(InfoKeys.ICC_PROFILE, OwnProfiles.grey(1.5));

            Transfer<ImageProcessor> copied = Images.transfer(grey, ImageProcessor.class, Copy.ALWAYS);

            assertThat(copied.losses()).containsExactly(Losses.PROFILE);
            assertThat(copied.image().get(0, 0)).isEqualTo(100);
        }
    }

    private static List<String> losses(ImageLike image) {
        return Images.transfer(image, ImageProcessor.class, Copy.ALWAYS).losses();
    }

    private static StandardImage floats(double min, double max) {
        Plane.Range range = new Plane.Range(min, max);
        return StandardImage.wrap(PixelLayout.ranged(Mode.L16, 2, 2, "L", range, FloatBuffer.allocate(4), 0, 2));
    }

    @Test
    void D14_indicesAreSharedWithATableOfTheirColours() {
        StandardImage indices = StandardImage.of(Mode.L, 2, 1);
        IndexedImage image = IndexedImage.of(indices, ImagePalette.of(Mode.RGB, 10, 20, 30, 200, 100, 50));

        ImageProcessor processor =
                Images.transfer(image, ImageProcessor.class, Copy.NEVER).image();

        indices.set(1, 0, 1);
        assertThat(processor.get(1)).isEqualTo(1);
        assertThat(new ColorProcessor(processor.createImage()).getPixels())
                .isEqualTo(new int[] {0xff0a141e, 0xffc86432});
        processor.set(0, 1);
        assertThat(image.get(0, 0).value()).containsExactly(200, 100, 50);
        ImagePlus plus = Images.transfer(image, ImagePlus.class, Copy.NEVER).image();
        assertThat(plus.getProcessor().getPixels()).isSameAs(processor.getPixels());
        Transfer<ImageProcessor> copied = Images.transfer(image, ImageProcessor.class, Copy.ALWAYS);
        assertThat(copied.losses()).isEmpty();
        assertThat(copied.image().getPixels()).isEqualTo(new byte[] {1, 1});
        assertThat(new ColorProcessor(copied.image().createImage()).getPixel(0, 0))
                .isEqualTo(0xffc86432);
    }

    @Test
    void D14_coloursAreWrittenAsTheNearestStepOfATable() {
        ImageProcessor processor = withTable(new ByteProcessor(3, 1), OwnMeans.table(256));
        int[] colors = OwnMeans.colors(processor);
        ImageLike image = Images.of(processor);

        image.set(0, 0, colors[77] >> 16 & 255, colors[77] >> 8 & 255, colors[77] & 255);

        assertThat(colors[processor.get(0)]).isEqualTo(colors[77]);
        assertThat(OwnMeans.colors(processor)).isEqualTo(colors);
    }

    @Test
    void aSelectionDoesNotCrop() {
        ImageProcessor processor = noise(new ShortProcessor(9, 7));
        processor.setRoi(new Rectangle(2, 3, 4, 2));

        ImageLike image = Images.of(processor);

        assertThat(image.size().width()).isEqualTo(9);
        assertThat(Images.sameContent(Views.crop(image, 2, 3, 4, 2), Images.of(processor.crop())))
                .isTrue();
        ImagePlus plus = new ImagePlus("", processor);
        plus.setRoi(2, 3, 4, 2);
        assertThat(Images.of(plus).size().width()).isEqualTo(9);
    }

    @Test
    void theHighestByteOfColoursIsLeft() {
        ColorProcessor processor = new ColorProcessor(2, 1, new int[] {0x11223344, 0xff556677});

        assertThat(samples(Images.of(processor))).containsExactly(0x22, 0x33, 0x44, 0x55, 0x66, 0x77);
        assertThat(Images.of(processor).mode()).isEqualTo(Mode.RGB);
    }

    /** Otherwise the image would be written, and nobody would see it. */
    @Test
    void L21_anImageThrowsWhenImageJUsesAnotherArray() {
        for (ImageProcessor processor : List.of(
                new ByteProcessor(2, 2),
                withTable(new ByteProcessor(2, 2), OwnMeans.table(256)),
                inverted(new ShortProcessor(2, 2)),
                new FloatProcessor(2, 2))) {
            ImageLike image = Images.of(processor);
            image.set(0, 0, Images.of(processor).get(1, 1).value());

            // which keep the array
            processor.snapshot();
            processor.invert();
            processor.reset();
            image.get(0, 0).value();
            ImageProcessor other = processor.createProcessor(2, 2);
            processor.setPixels(other.getPixels());

            assertThatThrownBy(() -> image.get(0, 0).value())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("wrap it again")
                    .hasMessageEndingWith("[errors.md#pixels-exchanged]");
            assertThatThrownBy(() -> StandardImage.from(image)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> image.map(v -> v)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> Images.transfer(image, ImageProcessor.class, Copy.ALWAYS))
                    .isInstanceOf(IllegalStateException.class);
            Images.of(processor).get(0, 0).value();
        }
    }

    @Test
    void L21_anotherSliceIsAnotherArray() {
        ImagePlus image = ImageJImages.toImagePlus(
                "two", List.of(StandardImage.of(Mode.L, 2, 2), StandardImage.filled(Mode.L, 2, 2, 9)));
        ImageLike shown = Images.of(image.getProcessor());

        image.setSlice(2);

        assertThatThrownBy(() -> shown.set(0, 0, 5)).isInstanceOf(IllegalStateException.class);
        assertThat(samples(Images.of(image.getProcessor()))).containsOnly(9);
    }

    @Test
    void anotherProcessorOfAnImagePlusIsNotTheImages() {
        ImagePlus plus = new ImagePlus("", new ByteProcessor(2, 2));
        ImageProcessor first = plus.getProcessor();
        ImageLike image = Images.of(plus);

        plus.setProcessor(new ByteProcessor(2, 2));
        image.set(0, 0, 5);

        assertThat(first.get(0)).isEqualTo(5);
        assertThat(plus.getProcessor().get(0)).isZero();
        assertThat(Images.transfer(image, ImageProcessor.class, Copy.ALWAYS)
                        .image()
                        .get(0))
                .isEqualTo(5);
    }

    @Test
    void infoOfAnImagePlus() {
        ImagePlus plus = new ImagePlus("blobs.tif", new ByteProcessor(1, 1));

        assertThat(Images.of(plus).info()).isEqualTo(Map.of(InfoKeys.TEXT, Map.of("Title", "blobs.tif")));
        Map<String, Double> perInch =
                Map.of("inch", 2.0, "cm", 5.08, "mm", 50.8, "um", 50_800.0, "nm", 50_800_000.0, "m", 0.0508);
        perInch.forEach((unit, dpi) -> {
            plus.getCalibration().setUnit(unit);
            plus.getCalibration().pixelWidth = 0.5;
            plus.getCalibration().pixelHeight = 0.25;
            assertThat(Images.of(plus).info()).as(unit).containsEntry(InfoKeys.DPI, List.of(dpi, 2 * dpi));
        });
        plus.getCalibration().setYUnit("cm");
        plus.getCalibration().setUnit("mm");
        assertThat(Images.of(plus).info()).containsEntry(InfoKeys.DPI, List.of(50.8, 10.16));
        for (String unit : List.of("pixel", "furlong")) {
            plus.getCalibration().setUnit(unit);
            assertThat(Images.of(plus).info()).doesNotContainKey(InfoKeys.DPI);
        }
    }

    @Test
    void infoForAnImagePlus() {
        StandardImage image = StandardImage.of(Mode.L, 1, 1);
        assertThat(ImageJImages.toImagePlus(image).getTitle()).isEmpty();
        assertThat(ImageJImages.toImagePlus(image).getCalibration().scaled()).isFalse();
        image.info().put(InfoKeys.TEXT, Map.of("Title", "a scan"));
        image.info().put(InfoKeys.DPI, List.of(300.0, 150.0));

        ImagePlus plus = ImageJImages.toImagePlus(image);

        assertThat(plus.getTitle()).isEqualTo("a scan");
        assertThat(plus.getCalibration().getUnit()).isEqualTo("inch");
        assertThat(plus.getCalibration().getX(600)).isEqualTo(2);
        assertThat(plus.getCalibration().getY(600)).isEqualTo(4);
        plus.getProcessor().set(0, 77);
        assertThat(image.get(0, 0).value()).containsExactly(77);
    }
}
