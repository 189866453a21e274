package org.imageop.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imageop.imagej.DisplayTest.samples;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stacks: slices in ImageJ's order, on the arrays of the stack, by ImageStack's own voxels; and stacks made of images. */
class StacksTest {
    private static final int C = 2;
    private static final int Z = 3;
    private static final int T = 4;

    /** Each voxel of another number. */
    private static ImagePlus hyperstack(int bits) {
        ImageStack stack = new ImageStack(4, 3);
        for (int n = 0; n < C * Z * T; n++) {
            ImageProcessor slice = bits == 8
                    ? new ByteProcessor(4, 3)
                    : bits == 16
                            ? new ShortProcessor(4, 3)
                            : bits == 24 ? new ColorProcessor(4, 3) : new FloatProcessor(4, 3);
            for (int i = 0; i < 12; i++) {
                slice.setf(i, n * 10 + i);
            }
            stack.addSlice("slice " + n, slice);
        }
        ImagePlus image = new ImagePlus("hyperstack", stack);
        image.setDimensions(C, Z, T);
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void slicesAreTheVoxelsInTheOrderOfImageJ(int bits) {
        ImagePlus image = hyperstack(bits);
        ImageStack stack = image.getStack();
        if (bits == 32) {
            image.setDisplayRange(0, 65535);
        }

        List<ImageLike> slices = ImageJImages.slices(image);

        assertThat(slices).hasSize(C * Z * T);
        for (int n = 0; n < slices.size(); n++) {
            int[] position = image.convertIndexToPosition(n + 1);
            ImageLike same = ImageJImages.slice(image, position[0], position[1], position[2]);
            for (int y = 0; y < 3; y++) {
                for (int x = 0; x < 4; x++) {
                    int voxel = (int) stack.getVoxel(x, y, n);
                    int[] expected = bits == 24
                            ? new int[] {voxel >> 16 & 255, voxel >> 8 & 255, voxel & 255}
                            : new int[] {voxel};
                    assertThat(slices.get(n).get(x, y).value()).containsExactly(expected);
                    assertThat(same.get(x, y).value()).containsExactly(expected);
                }
            }
        }
        int blue = bits == 24 ? 2 : 0;
        int[] written = bits == 24 ? new int[] {0, 0, 77} : new int[] {77};
        slices.get(5).set(3, 2, written);
        assertThat(stack.getVoxel(3, 2, 5)).isEqualTo(77);
        stack.setVoxel(3, 2, 5, 99);
        assertThat(slices.get(5).get(3, 2).value()[blue]).isEqualTo(99);
        assertThat(ImageJImages.slices(stack).get(5).get(3, 2).value()[blue]).isEqualTo(99);
    }

    @Test
    void positionsOutsideAreRefusedWhereImageJTakesTheNearest() {
        ImagePlus image = hyperstack(8);

        assertThat(image.getStackIndex(9, 1, 1)).isEqualTo(image.getStackIndex(C, 1, 1));
        assertThatThrownBy(() -> ImageJImages.slice(image, C + 1, 1, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("channel 3")
                .hasMessageEndingWith("[errors.md#no-such-index]");
        assertThatThrownBy(() -> ImageJImages.slice(image, 1, 0, 1)).hasMessageContaining("slice 0");
        assertThatThrownBy(() -> ImageJImages.slice(image, 1, 1, T + 1)).hasMessageContaining("frame 5");
        assertThatThrownBy(() -> ImageJImages.slices(image).get(C * Z * T))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theCurrentSliceIsWhatIsShown() {
        ImagePlus image = hyperstack(8);
        image.setSlice(3);
        image.getProcessor().setPixels(new byte[12]);

        // what a filter put in place of the pixels, and ImageJ not yet into the stack
        assertThat(samples(ImageJImages.slices(image).get(2))).containsOnly(0);
        ImageJImages.slices(image).get(2).set(0, 0, 200);
        image.setSlice(1);
        image.setSlice(3);
        assertThat(image.getProcessor().get(0, 0)).isEqualTo(200);
    }

    @Test
    void oneSliceIsAListOfOne() {
        ImagePlus image = new ImagePlus("one", new ShortProcessor(2, 2));
        ImageJImages.slices(image).get(0).set(1, 1, 40_000);

        assertThat(ImageJImages.slices(image)).hasSize(1);
        assertThat(image.getProcessor().get(1, 1)).isEqualTo(40_000);
        assertThat(Images.of(image).get(1, 1).value()).containsExactly(40_000);
    }

    @Test
    void severalSlicesAreNotOneImage() {
        assertThatThrownBy(() -> Images.of(hyperstack(8)))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("\"hyperstack\" has 24 slices")
                .hasMessageContaining("ImageJImages.slices(image)")
                .hasMessageContaining("image.getProcessor()");
    }

    @Test
    void virtualSlicesAreReadOnDemandAndReadOnly() {
        ReadStack stack = new ReadStack(2, 2, 1000, n -> {
            ImageProcessor slice = new ShortProcessor(2, 2);
            slice.set(0, n);
            return slice;
        });
        ImagePlus image = new ImagePlus("virtual", stack);
        int before = stack.reads;

        List<ImageLike> slices = ImageJImages.slices(image);

        assertThat(stack.reads).isEqualTo(before);
        assertThat(slices.get(499).get(0, 0).value()).containsExactly(500);
        assertThat(stack.reads).isEqualTo(before + 1);
        assertThat(slices.get(0).buffer().readOnly()).isTrue();
        // a processor that can be written is another one
        assertThat(Images.transfer(slices.get(0), ImageProcessor.class, Copy.IF_NEEDED)
                        .shared())
                .isFalse();
    }

    @Test
    void slicesOfAChangedStackSayThatTheyAreOld() {
        ImageStack stack = hyperstack(8).getStack();
        ImageLike last = ImageJImages.slices(stack).get(23);
        ImageLike first = ImageJImages.slices(stack).get(0);

        stack.deleteLastSlice();
        stack.setPixels(new byte[12], 1);

        assertThatThrownBy(() -> last.set(0, 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("[errors.md#pixels-exchanged]");
        assertThatThrownBy(() -> first.get(0, 0).value()).isInstanceOf(IllegalStateException.class);
        assertThat(samples(ImageJImages.slices(stack).get(0))).containsOnly(0);
    }

    @Test
    void infoOfSlices() {
        ImagePlus image = hyperstack(8);
        image.getStack().setSliceLabel("cells.tif\n0008,0020  Study Date: 20261129", 2);
        image.getCalibration().setUnit("mm");
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().pixelHeight = 0.25;
        image.getCalibration().fps = 8;

        Map<String, Object> info = ImageJImages.slices(image).get(1).info();

        assertThat(info)
                .isEqualTo(Map.of(
                        InfoKeys.DPI,
                        List.of(50.8, 101.6),
                        InfoKeys.TEXT,
                        Map.of("Title", "cells"),
                        InfoKeys.DURATION,
                        125.0));
        assertThat(ImageJImages.slices(image.getStack()).get(0).info())
                .isEqualTo(Map.of(InfoKeys.TEXT, Map.of("Title", "slice 0")));
    }

    @Test
    void aStackOfImagesSharesTheirArrays() {
        List<StandardImage> frames = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            StandardImage frame = StandardImage.filled(Mode.L16, 5, 4, 1000 * i);
            frame.info().put(InfoKeys.TEXT, Map.of("Title", "frame " + i));
            frame.info().put(InfoKeys.DURATION, 40.0);
            frames.add(frame);
        }

        ImagePlus image = ImageJImages.toImagePlus("film", frames);
        image.setDimensions(2, 1, 3);

        assertThat(image.getTitle()).isEqualTo("film");
        assertThat(image.getCalibration().fps).isEqualTo(25);
        assertThat(image.getStack().getSliceLabel(6)).isEqualTo("frame 5");
        assertThat(image.getStack().getVoxel(2, 2, 4)).isEqualTo(4000);
        assertThat(new double[] {image.getDisplayRangeMin(), image.getDisplayRangeMax()})
                .containsExactly(0, 5000);
        frames.get(4).set(2, 2, 17);
        assertThat(image.getStack().getVoxel(2, 2, 4)).isEqualTo(17);
        image.setPosition(2, 1, 3);
        image.getProcessor().set(0, 0, 18);
        assertThat(frames.get(5).get(0, 0).value()).containsExactly(18);
        assertThat(Images.sameContent(ImageJImages.slice(image, 1, 1, 2), frames.get(2)))
                .isTrue();
    }

    @Test
    void floatsOfAStackHaveTheWidestRange() {
        ImagePlus image = ImageJImages.toImagePlus("numbers", List.of(floats(-1, 5, 3), floats(0, 70, 60)));

        assertThat(image.getDisplayRangeMin()).isEqualTo(-1);
        assertThat(image.getDisplayRangeMax()).isEqualTo(70);
        assertThat(image.getStack().getVoxel(0, 0, 1)).isEqualTo(60);
        assertThat(DisplayTest.range(ImageJImages.slices(image).get(1))).isEqualTo(new Plane.Range(-1, 70));
    }

    private static StandardImage floats(double min, double max, float value) {
        return StandardImage.wrap(PixelLayout.ranged(
                Mode.L16, 1, 1, "L", new Plane.Range(min, max), FloatBuffer.wrap(new float[] {value}), 0, 1));
    }

    @Test
    void whatImageJWouldCropOrConvertUnsaidIsRefused() {
        StandardImage first = StandardImage.of(Mode.L, 4, 3);
        ImageProcessor table = new ByteProcessor(4, 3);
        table.invertLut();

        assertRefused("[errors.md#sizes-differ]", first, StandardImage.of(Mode.L, 4, 4));
        assertRefused("[errors.md#sizes-differ]", first, StandardImage.of(Mode.L, 3, 3));
        assertRefused("[errors.md#slices-differ]", first, StandardImage.of(Mode.RGB, 4, 3));
        assertRefused("[errors.md#slices-differ]", first, table);
        assertRefused("[errors.md#slices-differ]", ImageJImages.wrap(new IntProcessor(4, 3), new Plane.Range(0, 9)));
        assertRefused("[errors.md#slices-differ]", new ShortProcessor(4, 3), signed().getProcessor());
        assertRefused("[errors.md#slices-differ]");
        assertThat(samples(ImageJImages.slices(ImageJImages.toImagePlus("", List.of(table, table)))
                        .get(1)))
                .containsOnly(255);
    }

    private static void assertRefused(String anchor, Object... images) {
        assertThatThrownBy(() -> ImageJImages.toImagePlus("", List.of(images)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(anchor);
    }

    /** What opening a signed file gives: -1000 is kept as 31768. */
    static ImagePlus signed() {
        ImagePlus image = new ImagePlus("heights", new ShortProcessor(4, 3));
        Calibration calibration = image.getCalibration();
        calibration.setSigned16BitCalibration();
        for (int i = 0; i < 12; i++) {
            image.getProcessor().putPixelValue(i % 4, i / 4, -1000 + 100 * i);
        }
        return image;
    }

    @Test
    void aStackOfSignedNumbersStaysSigned() {
        ImagePlus image = ImageJImages.toImagePlus("", List.of(signed(), signed()));

        assertThat(image.getCalibration().isSigned16Bit()).isTrue();
        assertThat(image.getProcessor().getPixelValue(3, 2)).isEqualTo(100);
        double[] numbers = new double[4];
        Images.rows(ImageJImages.slices(image).get(1)).readNumbers(0, 0, 4, numbers, 0);
        assertThat(numbers).containsExactly(-1000, -900, -800, -700);
    }

    @Test
    void slicesOfIJ() {
        ImagePlus image = IJ.createHyperStack("new", 3, 2, 3, 2, 2, 16);

        assertThat(ImageJImages.slices(image)).hasSize(12);
        ImageJImages.slice(image, 3, 2, 2).set(0, 0, 5);
        assertThat(image.getStack().getVoxel(0, 0, 11)).isEqualTo(5);
    }
}
