package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Floats, doubles and signed samples through an explicit value range. */
class ValueRangesTest {
    private static final int[] TYPES = {
        DataBuffer.TYPE_FLOAT,
        DataBuffer.TYPE_DOUBLE,
        DataBuffer.TYPE_SHORT,
        DataBuffer.TYPE_INT,
        DataBuffer.TYPE_USHORT,
        DataBuffer.TYPE_BYTE
    };

    static Stream<Arguments> rasters() {
        return IntStream.of(TYPES)
                .boxed()
                .flatMap(type -> IntStream.rangeClosed(1, 4).mapToObj(bands -> Arguments.of(type, bands)));
    }

    private static WritableRaster raster(int type, int bands) {
        int[] offsets = IntStream.range(0, bands).map(b -> bands - 1 - b).toArray();
        return Raster.createWritableRaster(
                new PixelInterleavedSampleModel(type, 9, 6, bands, 9 * bands + 5, offsets), null);
    }

    private static boolean real(int type) {
        return type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
    }

    private static Plane.Range range(int type) {
        return switch (type) {
            case DataBuffer.TYPE_SHORT -> new Plane.Range(-1024, 3071);
            case DataBuffer.TYPE_INT -> new Plane.Range(-1_000_000_000, 2_000_000_000);
            case DataBuffer.TYPE_USHORT -> new Plane.Range(0, 4095);
            case DataBuffer.TYPE_BYTE -> new Plane.Range(16, 235);
            default -> new Plane.Range(-0.5, 1.5);
        };
    }

    @ParameterizedTest
    @MethodSource("rasters")
    void isLiveBothWays(int type, int bands) {
        WritableRaster whole = raster(type, bands);
        WritableRaster part = whole.createWritableChild(2, 1, 5, 4, 100, -3, null);
        Plane.Range range = range(type);
        double width = range.max() - range.min();
        SplittableRandom random = new SplittableRandom(type * 10L + bands);
        for (WritableRaster raster : new WritableRaster[] {whole, part}) {
            Mode mode = new Mode[] {Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64}[bands - 1];
            ImageLike image = mode.hasAlpha() ? AwtImages.wrap(raster, mode, range) : AwtImages.wrap(raster, range);
            assertThat(image.mode()).isEqualTo(mode);
            boolean memory = type != DataBuffer.TYPE_DOUBLE;
            assertThat(image.buffer().layout().isPresent()).isEqualTo(memory);
            for (int y = 0; y < raster.getHeight(); y++) {
                for (int x = 0; x < raster.getWidth(); x++) {
                    int column = raster.getMinX() + x;
                    int row = raster.getMinY() + y;
                    for (int b = 0; b < bands; b++) {
                        // a tenth of the numbers on either side lies outside of the range
                        double number = range.min() + (random.nextDouble() * 1.2 - 0.1) * width;
                        raster.setSample(column, row, b, real(type) ? number : Math.rint(number));
                        double stored = raster.getSampleDouble(column, row, b);
                        double scaled = (stored - range.min()) / width * 65535;
                        assertThat((double) image.get(x, y).value()[b])
                                .as("%s", stored)
                                .isCloseTo(
                                        Math.max(0, Math.min(65535, scaled)),
                                        org.assertj.core.data.Offset.offset(0.5001));
                    }
                    int[] pixel = random.ints(bands, 0, 65536).toArray();
                    image.set(x, y, pixel);
                    for (int b = 0; b < bands; b++) {
                        double number = range.min() + pixel[b] * width / 65535;
                        assertThat(raster.getSampleDouble(column, row, b))
                                .isCloseTo(number, org.assertj.core.data.Offset.offset(real(type) ? 1e-6 : 0.5001));
                    }
                }
            }
        }
    }

    @Test
    void bothEndsAndWhatIsBeyondOrNotANumber() {
        for (int type : new int[] {DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE}) {
            WritableRaster raster = raster(type, 1);
            ImageLike image = AwtImages.wrap(raster, new Plane.Range(-2, 6));
            double[] numbers = {-2, 6, -3, 7, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2};
            int[] expected = {0, 65535, 0, 65535, 0, 65535, 0, 32768};
            for (int i = 0; i < numbers.length; i++) {
                raster.setSample(i, 0, 0, numbers[i]);
                assertThat(image.get(i, 0).value()).as("%s", numbers[i]).containsExactly(expected[i]);
            }
        }
    }

    @Test
    void numbersBeyondTheTypeAreStoredAsItsEnd() {
        WritableRaster raster = raster(DataBuffer.TYPE_BYTE, 1);
        ImageLike image = AwtImages.wrap(raster, new Plane.Range(-100, 500));
        image.set(0, 0, 65535);
        image.set(1, 0, 0);
        assertThat(raster.getSample(0, 0, 0)).isEqualTo(255);
        assertThat(raster.getSample(1, 0, 0)).isZero();
    }

    @Test
    void imagesOfFloats() {
        for (boolean premultiplied : new boolean[] {false, true}) {
            ColorModel model = new ComponentColorModel(
                    ColorSpace.getInstance(ColorSpace.CS_sRGB),
                    true,
                    premultiplied,
                    ColorModel.TRANSLUCENT,
                    DataBuffer.TYPE_FLOAT);
            WritableRaster raster = model.createCompatibleWritableRaster(3, 2);
            BufferedImage pixels = new BufferedImage(model, raster, premultiplied, null);
            ImageLike image = AwtImages.wrap(pixels, new Plane.Range(0, 1));

            raster.setPixel(1, 1, new float[] {0.25f, 0.125f, 0, 0.5f});
            int half = premultiplied ? 32768 : 16384;
            assertThat(image.mode()).isEqualTo(Mode.RGBA64);
            assertThat(image.get(1, 1).get(0)).isBetween(half - 1, half + 1);
            assertThat(image.get(1, 1).get(3)).isEqualTo(32768);
            assertThat(Images.to(image, BufferedImage.class)).isSameAs(pixels);
        }
    }

    /** Values from −1 to 3, as of an HDR space. */
    static final class WideSpace extends ColorSpace {
        private static final long serialVersionUID = 1L;

        WideSpace(int type, int components) {
            super(type, components);
        }

        @Override
        public float getMinValue(int component) {
            return -1 - component;
        }

        @Override
        public float getMaxValue(int component) {
            return 3;
        }

        @Override
        public float[] toRGB(float[] value) {
            return new float[] {
                unit(value, 0), unit(value, value.length > 1 ? 1 : 0), unit(value, value.length > 2 ? 2 : 0)
            };
        }

        private static float unit(float[] value, int c) {
            return (value[c] + 1 + c) / (4 + c);
        }

        @Override
        public float[] fromRGB(float[] rgb) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] toCIEXYZ(float[] value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] fromCIEXYZ(float[] value) {
            throw new UnsupportedOperationException();
        }
    }

    static Stream<Arguments> ownRanges() {
        return Stream.of(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        ColorSpace.getInstance(ColorSpace.CS_GRAY),
                        new WideSpace(ColorSpace.TYPE_RGB, 3),
                        new WideSpace(ColorSpace.TYPE_GRAY, 1),
                        new WideSpace(ColorSpace.TYPE_CMYK, 4))
                .flatMap(space -> Stream.of(DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE, DataBuffer.TYPE_SHORT)
                        .flatMap(type -> Stream.of(0, 1, 2)
                                .filter(alpha -> alpha == 0 || space.getNumComponents() < 4)
                                .map(alpha -> Arguments.of(space, type, alpha))));
    }

    /** Without a range, that of the colour model: its own normalized components say where a number is between black and white. */
    @ParameterizedTest
    @MethodSource("ownRanges")
    void theColourModelKnowsTheRange(ColorSpace space, int type, int alpha) {
        boolean premultiplied = alpha == 2;
        ColorModel model = new ComponentColorModel(
                space, alpha > 0, premultiplied, alpha > 0 ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE, type);
        WritableRaster raster = model.createCompatibleWritableRaster(40, 1);
        BufferedImage pixels = new BufferedImage(model, raster, premultiplied, null);
        int components = model.getNumComponents();
        int colors = space.getNumComponents();
        SplittableRandom random = new SplittableRandom(type * 10L + alpha);
        for (int x = 0; x < 40; x++) {
            double a = alpha == 0 ? 1 : 0.25 + 0.75 * random.nextDouble();
            for (int c = 0; c < components; c++) {
                double part = random.nextDouble();
                double number = type == DataBuffer.TYPE_SHORT
                        ? part * 32767
                        : space.getMinValue(c % colors)
                                + part * (space.getMaxValue(c % colors) - space.getMinValue(c % colors));
                if (c == colors) {
                    raster.setSample(x, 0, c, type == DataBuffer.TYPE_SHORT ? a * 32767 : a);
                } else {
                    raster.setSample(x, 0, c, premultiplied ? number * a : number);
                }
            }
        }

        ImageLike image = AwtImages.wrap(pixels);

        // where a range below 0 is multiplied by alpha, the model itself computes the colours, in 8 bits
        boolean computed = premultiplied && type != DataBuffer.TYPE_SHORT && space instanceof WideSpace;
        assertThat(image.bitsPerComponent()).isEqualTo(computed ? 8 : 16);
        for (int x = 0; x < 40; x++) {
            if (computed) {
                int argb = pixels.getRGB(x, 0);
                assertThat(image.get(x, 0).value())
                        .containsExactly(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24);
                continue;
            }
            float[] normalized = model.getNormalizedComponents(raster.getDataElements(x, 0, null), null, 0);
            for (int c = 0; c < components; c++) {
                double min = c == colors ? 0 : space.getMinValue(c);
                double max = c == colors ? 1 : space.getMaxValue(c);
                assertThat((double) image.get(x, 0).value()[c])
                        .as("component %d of pixel %d", c, x)
                        .isCloseTo(
                                Math.min(65535, (normalized[c] - min) / (max - min) * 65535),
                                org.assertj.core.data.Offset.offset(premultiplied ? 4.0 : 1.0));
            }
        }
        int[] white = new int[components];
        java.util.Arrays.fill(white, (int) image.mode().maxValue());
        if (!computed) {
            image.set(0, 0, white);
            assertThat(raster.getSampleDouble(0, 0, 0))
                    .isEqualTo(type == DataBuffer.TYPE_SHORT ? 32767 : space.getMaxValue(0));
        }
    }

    /** Traneptora/jxlatte#19: getRGB itself throws for a number below 0. */
    @Test
    void numbersBelowBlackAreBlack() {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_SHORT);
        BufferedImage pixels = new BufferedImage(model, model.createCompatibleWritableRaster(1, 1), false, null);
        pixels.getRaster().setPixel(0, 0, new int[] {-144, 32767, 5});
        assertThat(Images.of(pixels).get(0, 0).value()).containsExactly(0, 65535, 10);
        assertThat(Images.of(pixels).buffer().layout()).isPresent();
    }

    @Test
    void anIndexedImageHasNoRange() {
        BufferedImage indexed = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED);
        assertThatThrownBy(() -> AwtImages.wrap(indexed, new Plane.Range(0, 1)))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("IndexColorModel");
    }
}
