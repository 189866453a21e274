package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Subclasses of AWT's colour models that compute their colours: {@code getRGB} knows them, and nobody else. */
class OwnColorsTest {
    private static final ColorSpace GREY = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    private static final ColorSpace RGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    /** A table over grey. */
    static final class Table extends ComponentColorModel {
        Table() {
            super(GREY, false, false, OPAQUE, DataBuffer.TYPE_BYTE);
        }

        @Override
        public int getRGB(Object pixel) {
            int grey = ((byte[]) pixel)[0] & 0xff;
            return 0xff000000 | (255 - grey) << 16 | grey;
        }
    }

    /** White is 0. */
    static final class MinIsWhite extends ComponentColorModel {
        MinIsWhite() {
            super(GREY, false, false, OPAQUE, DataBuffer.TYPE_USHORT);
        }

        @Override
        public int getRed(Object pixel) {
            return 255 - (((short[]) pixel)[0] >> 8 & 0xff);
        }

        @Override
        public int getGreen(Object pixel) {
            return getRed(pixel);
        }

        @Override
        public int getBlue(Object pixel) {
            return getRed(pixel);
        }

        @Override
        public int getRGB(Object pixel) {
            return 0xff000000 | getRed(pixel) * 0x10101;
        }

        @Override
        public Object getDataElements(int rgb, Object pixel) {
            return new short[] {(short) ((255 - (rgb & 0xff)) * 257)};
        }
    }

    /** Inherits its colours from a foreign class, and brings nothing of its own. */
    static class Fields extends DirectColorModel {
        Fields() {
            super(32, 0xff0000, 0xff00, 0xff, 0xff000000);
        }

        @Override
        public int getRGB(Object pixel) {
            return Integer.rotateLeft(super.getRGB(pixel), 8);
        }
    }

    static final class Heir extends Fields {}

    /** A palette that is brighter than its map. */
    static final class Bright extends IndexColorModel {
        Bright() {
            super(8, 256, new SplittableRandom(1).ints(256).toArray(), 0, true, -1, DataBuffer.TYPE_BYTE);
        }

        @Override
        public int getRGB(Object pixel) {
            return super.getRGB(pixel) | 0x808080;
        }
    }

    private static BufferedImage image(ColorModel model) {
        WritableRaster raster = model.createCompatibleWritableRaster(7, 5);
        Oracle.of(raster, false).fill(raster, new SplittableRandom(3));
        return new BufferedImage(model, raster, false, null);
    }

    static Stream<Arguments> models() {
        return Stream.of(new Table(), new MinIsWhite(), new Fields(), new Heir(), new Bright())
                .map(model -> Arguments.of(model.getClass().getSimpleName(), model));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void isReadAsGetRgbDoes(String name, ColorModel model) {
        BufferedImage image = image(model);
        ImageLike wrapped = AwtImages.wrap(image);
        assertThat(wrapped.mode()).isEqualTo(model.hasAlpha() ? Mode.RGBA : Mode.RGB);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                int argb = image.getRGB(x, y);
                int[] expected = {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24};
                assertThat(wrapped.get(x, y).value())
                        .isEqualTo(java.util.Arrays.copyOf(expected, wrapped.components()));
            }
        }
        assertThat(wrapped.info()).as("the colours are sRGB").isEmpty();
    }

    @Test
    void isWrittenByItsOwnWayBackOrNotAtAll() {
        BufferedImage white = image(new MinIsWhite());
        AwtImages.wrap(white).set(1, 1, 10, 10, 10);
        assertThat(white.getRGB(1, 1)).isEqualTo(0xff0a0a0a);
        // AWT's way back would be that of grey
        assertThatThrownBy(() -> AwtImages.wrap(image(new Table())).set(1, 1, 10, 10, 10))
                .isInstanceOf(ReadOnlyImageException.class);
    }

    /** As a library does to add channels that are not colours; 16 bits stay. */
    @Test
    void aSubclassThatComputesNoColoursIsWhatItsClassIs() {
        ColorModel model = new ComponentColorModel(RGB, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_USHORT) {
            @Override
            public boolean isCompatibleRaster(Raster raster) {
                return true;
            }

            @Override
            public Object getDataElements(int rgb, Object pixel) {
                return super.getDataElements(rgb, pixel);
            }
        };
        BufferedImage image = image(model);
        ImageLike wrapped = AwtImages.wrap(image);
        assertThat(wrapped.mode()).isEqualTo(Mode.RGB48);
        assertThat(wrapped.get(2, 3).value()).isEqualTo(image.getRaster().getPixel(2, 3, (int[]) null));
    }

    /** TwelveMonkeys has one for 32-bit TIFF. */
    @Test
    void aSubclassThatRepairs32BitsKeepsThem() {
        ColorModel model = new ComponentColorModel(GREY, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_INT) {
            @Override
            public float[] getNormalizedComponents(Object pixel, float[] components, int offset) {
                return new float[] {(((int[]) pixel)[0] & 0xffffffffL) / 4294967295f};
            }
        };
        assertThat(AwtImages.wrap(image(model)).mode()).isEqualTo(Mode.L32);
    }

    @Test
    void aRangeSpeaksOfTheSamples() {
        ImageLike wrapped = AwtImages.wrap(image(new Table()), new Plane.Range(0, 255));
        assertThat(wrapped.mode()).isEqualTo(Mode.L16);
    }
}
