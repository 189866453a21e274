package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;

/** What holds beside single kinds of images: sizes, profiles, foreign colour models. */
class AwtImagesTest {

    @Test
    void whatIsNoImageIsRefused() {
        assertThatThrownBy(() -> AwtImages.toBufferedImage("text")).isInstanceOf(UnsupportedImageException.class);
        assertThatThrownBy(() -> AwtImages.icon("text")).isInstanceOf(UnsupportedImageException.class);
    }

    @Test
    void anImageTooLargeForAwtIsRefusedBeforeItIsAllocated() {
        ImageLike huge = StandardImage.computed(Mode.RGB, 60_000, 60_000, (x, y, count, samples, offset) -> {});
        assertThatThrownBy(() -> AwtImages.toBufferedImage(huge))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("60000×60000")
                .hasMessageContaining("RenderedImage");
        assertThat(Images.to(huge, java.awt.image.RenderedImage.class)
                        .getTile(0, 59_999 / 5)
                        .getWidth())
                .isEqualTo(60_000);
    }

    @Test
    void aProfileOfItsOwnIsKept() {
        ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        ColorModel model = new ComponentColorModel(linear, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(2, 2), false, null);
        ICC_Profile profile = ((ICC_ColorSpace) linear).getProfile();
        image.getRaster().setSample(0, 0, 1, 100);

        ImageLike wrapped = AwtImages.wrap(image);

        assertThat(wrapped.mode()).isEqualTo(Mode.RGB);
        assertThat(wrapped.get(0, 0).value()).as("raw").containsExactly(0, 100, 0);
        assertThat((byte[]) wrapped.info().get(InfoKeys.ICC_PROFILE)).isEqualTo(profile.getData());
        for (int type = 1; type <= 13; type++) {
            assertThat(AwtImages.wrap(new BufferedImage(1, 1, type)).info()).doesNotContainKey(InfoKeys.ICC_PROFILE);
        }
    }

    /** Colours in an order that only it knows: blue, green, red bytes, all inverted. */
    static class Negative extends ColorModel {
        Negative() {
            super(
                    24,
                    new int[] {8, 8, 8},
                    ColorSpace.getInstance(ColorSpace.CS_sRGB),
                    false,
                    false,
                    Transparency.OPAQUE,
                    DataBuffer.TYPE_BYTE);
        }

        @Override
        public int getRGB(Object pixel) {
            byte[] bgr = (byte[]) pixel;
            return 0xff000000 | ~bgr[2] << 16 & 0xff0000 | ~bgr[1] << 8 & 0xff00 | ~bgr[0] & 0xff;
        }

        @Override
        public int getRed(int pixel) {
            throw new IllegalArgumentException("a pixel has several elements");
        }

        @Override
        public int getGreen(int pixel) {
            return getRed(pixel);
        }

        @Override
        public int getBlue(int pixel) {
            return getRed(pixel);
        }

        @Override
        public int getAlpha(int pixel) {
            return getRed(pixel);
        }

        @Override
        public boolean isCompatibleRaster(Raster raster) {
            return true;
        }

        @Override
        public boolean isCompatibleSampleModel(SampleModel samples) {
            return true;
        }
    }

    static final class WritableNegative extends Negative {
        @Override
        public Object getDataElements(int rgb, Object pixel) {
            return new byte[] {(byte) ~rgb, (byte) ~(rgb >> 8), (byte) ~(rgb >> 16)};
        }
    }

    @Test
    void aForeignColourModelSaysWhatItsPixelsAre() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 3, 2, 3, null);
        ImageLike image = AwtImages.wrap(new BufferedImage(new WritableNegative(), raster, false, null));
        assertThat(image.mode()).isEqualTo(Mode.RGB);
        assertThat(image.get(1, 1).value()).containsExactly(255, 255, 255);
        raster.setPixel(1, 1, new int[] {1, 2, 3});
        assertThat(image.get(1, 1).value()).containsExactly(252, 253, 254);
        image.set(2, 0, 10, 20, 30);
        assertThat(raster.getPixel(2, 0, (int[]) null)).containsExactly(225, 235, 245);
    }

    @Test
    void aForeignColourModelWithoutAWayBackIsReadOnly() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 3, 2, 3, null);
        ImageLike image = AwtImages.wrap(new BufferedImage(new Negative(), raster, false, null));
        assertThat(image.get(0, 0).value()).containsExactly(255, 255, 255);
        assertThat(image.buffer().readOnly()).isTrue();
        assertThatThrownBy(() -> image.set(0, 0, 1, 2, 3)).isInstanceOf(ReadOnlyImageException.class);
    }
}
