package org.imageop.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imageop.imagej.OwnMeans.inverted;
import static org.imageop.imagej.OwnMeans.noise;
import static org.imageop.imagej.OwnMeans.ranged;
import static org.imageop.imagej.OwnMeans.withTable;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables and display ranges: what people see in ImageJ, by the image that ImageJ paints, is what they get. */
class DisplayTest {
    private static final int W = 19;
    private static final int H = 31;

    static Stream<Arguments> processors() {
        Map<String, ImageProcessor> all = new LinkedHashMap<>();
        Map<String, ImageProcessor> plain = new LinkedHashMap<>();
        plain.put("bytes", new ByteProcessor(W, H));
        plain.put("shorts", new ShortProcessor(W, H));
        plain.put("floats", new FloatProcessor(W, H));
        double[][] ranges = {{0, 255}, {50.4, 200.6}, {-1000, 4000}, {70, 70}, {0, 65535}, {3, 4}, {5000, 5001}};
        plain.forEach((name, each) -> {
            noise(each);
            all.put(name, each.duplicate());
            for (double[] range : ranges) {
                all.put(name + " from " + range[0] + " to " + range[1], ranged(each.duplicate(), range[0], range[1]));
            }
            all.put(name + ", inverted", inverted(each.duplicate()));
            all.put(name + ", inverted in a range", ranged(inverted(each.duplicate()), 20, 90));
            all.put(name + ", 256 colours", withTable(each.duplicate(), OwnMeans.table(256)));
            all.put(name + ", colours in a range", ranged(withTable(each.duplicate(), OwnMeans.table(256)), 20, 90));
        });
        all.put("ints", ints());
        all.put("ints from -1e9 to 2e9", ranged(ints(), -1e9, 2e9));
        all.put("ints, 256 colours", withTable(ints(), OwnMeans.table(256)));
        all.put("colours", noise(new ColorProcessor(W, H)));
        ImageProcessor special = noise(new FloatProcessor(W, H));
        special.setf(3, Float.NaN);
        special.setf(4, Float.POSITIVE_INFINITY);
        special.setf(5, Float.NEGATIVE_INFINITY);
        all.put("floats that are not numbers", special);
        all.put("floats that are not numbers in a range", ranged(special.duplicate(), -7, 9000));
        all.put("NaN", filled(Float.NaN));
        all.put("7", filled(7));
        all.put("0", filled(0));
        return all.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static ImageProcessor ints() {
        return noise(new IntProcessor(W, H));
    }

    private static ImageProcessor filled(float value) {
        ImageProcessor processor = new FloatProcessor(W, H);
        for (int i = 0; i < W * H; i++) {
            processor.setf(i, value);
        }
        return processor;
    }

    /** The picture that ImageJ paints. */
    private static ColorProcessor painted(ImageProcessor processor) {
        return new ColorProcessor(processor.createImage());
    }

    private static void assertSeen(ImageLike image, ColorProcessor painted) {
        StandardImage colors = StandardImage.from(image, Mode.RGB);
        for (int y = 0; y < painted.getHeight(); y++) {
            for (int x = 0; x < painted.getWidth(); x++) {
                assertThat(colors.get(x, y).value()).as("(%d, %d)", x, y).containsExactly(painted.getPixel(x, y, null));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processors")
    void whatImageJShowsIsDisplayed(String name, ImageProcessor processor) {
        Object before = processor.getPixelsCopy();

        StandardImage displayed = ImageJImages.displayed(processor);

        assertSeen(displayed, painted(processor));
        assertSeen(ImageJImages.displayed(new ImagePlus(name, processor)), painted(processor));
        assertThat(processor.getPixels()).isEqualTo(before);
        displayed.map(value -> 255 - value);
        assertThat(processor.getPixels()).isEqualTo(before);
    }

    /** Light is light, dark is dark. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("processors")
    void bytesWithATableAreWrappedAsTheyAreSeen(String name, ImageProcessor processor) {
        if (processor instanceof ByteProcessor && !processor.isDefaultLut()) {
            ImageLike image = Images.of(processor);

            assertSeen(image, painted(processor));
            assertThat(image.info().get(InfoKeys.PALETTE)).isEqualTo(ImagePalette.ofArgb(OwnMeans.colors(processor)));
        }
    }

    @Test
    void aThresholdDoesNotPaintOverColours() {
        ImageProcessor processor = noise(new ByteProcessor(W, H));
        processor.setColorModel(OwnMeans.table(256));
        ColorProcessor before = painted(processor);

        processor.setThreshold(10, 200, ImageProcessor.RED_LUT);

        assertThat(painted(processor).getPixel(0, 0)).isNotEqualTo(before.getPixel(0, 0));
        assertSeen(ImageJImages.displayed(processor), before);
        assertSeen(Images.of(processor), before);
    }

    @Test
    void inverted16BitsAreLightWhereTheyAreSeenLight() {
        ShortProcessor processor = new ShortProcessor(3, 1, new short[] {0, (short) 40000, -1}, null);
        processor.invertLut();

        ImageLike image = Images.of(processor);

        assertThat(samples(image)).containsExactly(65535, 25535, 0);
        image.set(1, 0, 65000);
        assertThat(processor.get(1)).isEqualTo(535);
        assertThat(samples(ImageJImages.values(processor))).containsExactly(0, 535, 65535);
    }

    @Test
    void invertedFloatsAreRefusedWithBothWaysOut() {
        ImageProcessor processor = ranged(inverted(new FloatProcessor(2, 1, new float[] {0, 10})), 0, 10);

        assertThatThrownBy(() -> Images.of(processor))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("ImageJImages.values(processor)")
                .hasMessageContaining("ImageJImages.displayed(processor)")
                .hasMessageEndingWith("[errors.md#inverted-numbers]");
        assertThat(samples(ImageJImages.values(processor))).containsExactly(0, 65535);
        assertThat(samples(ImageJImages.displayed(processor))).containsExactly(255, 0);
    }

    @Test
    void aDisplayRangeLeavesNumbersOf8And16Bits() {
        SplittableRandom random = new SplittableRandom(1);
        for (ImageProcessor processor : List.of(new ByteProcessor(W, H), new ShortProcessor(W, H))) {
            noise(processor);
            processor.setMinAndMax(random.nextInt(100), 200);
            ImageLike image = Images.of(processor);
            ImageLike values = ImageJImages.values(withTable(processor, OwnMeans.table(256)));
            for (int y = 0; y < H; y++) {
                for (int x = 0; x < W; x++) {
                    assertThat(image.get(x, y).value()).containsExactly(processor.getPixel(x, y));
                    assertThat(values.get(x, y).value()).containsExactly(processor.getPixel(x, y));
                }
            }
        }
    }

    @Test
    void aColourTableOn16BitsLeavesNumbersAndDisplayedHasItsColours() {
        ShortProcessor processor = new ShortProcessor(2, 1, new short[] {1000, 3000}, null);
        processor.setLut(LUT.createLutFromColor(Color.GREEN));
        processor.setMinAndMax(1000, 3000);

        assertThat(samples(Images.of(processor))).containsExactly(1000, 3000);
        assertThat(samples(ImageJImages.displayed(processor))).containsExactly(0, 0, 0, 0, 255, 0);
        assertThat(Images.of(processor).info()).doesNotContainKey(InfoKeys.PALETTE);
    }

    @Test
    void L8_floatsHaveTheirDisplayRange() {
        FloatProcessor processor = new FloatProcessor(4, 1, new float[] {-5, 0, 2.5f, Float.NaN});
        processor.setMinAndMax(0, 5);

        assertThat(samples(Images.of(processor))).containsExactly(0, 0, 32768, 0);
        assertThat(range(Images.of(processor))).isEqualTo(new Plane.Range(0, 5));
        processor.resetMinAndMax();
        assertThat(range(Images.of(processor))).isEqualTo(new Plane.Range(-5, 2.5));
    }

    @Test
    void L8_whereBlackAndWhiteAreOneNumberItIsBlack() {
        assertThat(range(Images.of(filled(7)))).isEqualTo(new Plane.Range(7, 8));
        assertThat(samples(Images.of(filled(7)))).containsOnly(0);
        assertThat(range(Images.of(filled(Float.NaN)))).isEqualTo(new Plane.Range(0, 1));
        assertThat(range(Images.of(filled(Float.POSITIVE_INFINITY)))).isEqualTo(new Plane.Range(0, 1));
        // so far from 0, floats are 2^16 apart from one another
        ImageLike far = Images.of(filled(1e12f));
        far.set(0, 0, 12345);
        assertThat(far.get(0, 0).value()).containsExactly(12345);
    }

    @Test
    void L8_intsNeedARange() {
        IntProcessor processor = new IntProcessor(3, 1, new int[] {-100, 0, 100});

        assertThatThrownBy(() -> Images.of(processor))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("ImageJImages.wrap(processor, new Plane.Range(min, max))")
                .hasMessageEndingWith("[errors.md#range-needed]");
        assertThatThrownBy(() -> ImageJImages.values(processor)).hasMessageEndingWith("[errors.md#range-needed]");
        ImageLike image = ImageJImages.wrap(processor, new Plane.Range(-100, 100));
        assertThat(samples(image)).containsExactly(0, (int) 2147483648L, -1);
        image.set(0, 0, -1);
        assertThat(processor.getPixels()).isEqualTo(new int[] {100, 0, 100});
        assertThatThrownBy(() -> ImageJImages.wrap(new ColorProcessor(1, 1), new Plane.Range(0, 1)))
                .hasMessageEndingWith("[errors.md#range-of-colours]");
    }

    /** Two channels in red and green, of which ImageJ adds up the colours; never an RGB image by itself. */
    @Test
    void A15_aCompositeIsDisplayedAndNotTakenForColours() {
        CompositeImage composite = composite();

        assertThatThrownBy(() -> Images.of(composite))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("ImageJImages.slices(image)")
                .hasMessageEndingWith("[errors.md#several-slices]");
        assertThat(samples(ImageJImages.displayed(composite))).containsExactly(255, 0, 0, 0, 255, 0, 255, 255, 0);
        composite.setMode(IJ.COLOR);
        assertThat(samples(ImageJImages.displayed(composite))).containsExactly(255, 0, 0, 0, 0, 0, 255, 0, 0);
        composite.setC(2);
        assertThat(samples(ImageJImages.displayed(composite))).containsExactly(0, 0, 0, 0, 255, 0, 0, 255, 0);
        composite.setMode(IJ.GRAYSCALE);
        assertThat(samples(ImageJImages.displayed(composite))).containsExactly(0, 255, 255);
        List<ImageLike> channels = ImageJImages.slices(composite);
        assertThat(samples(channels.get(0))).containsExactly(4000, 100, 4000);
        assertThat(samples(channels.get(1))).containsExactly(7, 9000, 9000);
    }

    private static CompositeImage composite() {
        ImageStack stack = new ImageStack(3, 1);
        stack.addSlice("", new short[] {4000, 100, 4000});
        stack.addSlice("", new short[] {7, 9000, 9000});
        ImagePlus image = new ImagePlus("cells", stack);
        image.setDimensions(2, 1, 1);
        CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
        composite.setChannelLut(lut(Color.RED, 100, 4000), 1);
        composite.setChannelLut(lut(Color.GREEN, 7, 9000), 2);
        composite.getProcessor().setMinAndMax(100, 4000);
        return composite;
    }

    private static LUT lut(Color color, double min, double max) {
        IndexColorModel colors = LUT.createLutFromColor(color);
        return new LUT(colors, min, max);
    }

    @Test
    void A15_channelsOfFloatsHaveTheirOwnRanges() {
        ImageStack stack = new ImageStack(2, 1);
        stack.addSlice("", new float[] {0, 1});
        stack.addSlice("", new float[] {0, 1000});
        ImagePlus image = new ImagePlus("cells", stack);
        image.setDimensions(2, 1, 1);
        CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
        composite.setChannelLut(lut(Color.RED, 0, 1), 1);
        composite.setChannelLut(lut(Color.GREEN, 0, 1000), 2);

        assertThat(ImageJImages.slices(composite))
                .extracting(DisplayTest::range)
                .containsExactly(new Plane.Range(0, 1), new Plane.Range(0, 1000));
    }

    static Plane.Range range(ImageLike image) {
        return image.buffer().layout().orElseThrow().plane(0).range();
    }

    static int[] samples(ImageLike image) {
        int width = image.width();
        int components = image.mode().components();
        int[] all = new int[width * image.height() * components];
        for (int y = 0; y < image.height(); y++) {
            Images.rows(image).read(0, y, width, all, y * width * components);
        }
        return all;
    }
}
