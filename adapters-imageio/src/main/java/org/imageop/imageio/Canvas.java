package org.imageop.imageio;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.spi.WrappedImage;

/**
 * The one form of each mode that its writers were measured with: interleaved, straight alpha, and the bytes of RGB in
 * the order of AWT's own types, for one writer swaps red and blue of any other.
 */
final class Canvas {
    /** Ink without a profile: the one colour space that AWT images of this project have for it. */
    static final ColorSpace INKS = AwtImages.toBufferedImage(StandardImage.of(Mode.CMYK, 1, 1))
            .getColorModel()
            .getColorSpace();

    private Canvas() {}

    /** The image itself, if it has that form, or a copy. */
    static BufferedImage of(ImageLike image) {
        Mode mode = image.mode();
        int type = type(mode);
        if (image instanceof WrappedImage wrapped
                && wrapped.source() instanceof BufferedImage buffered
                && type != BufferedImage.TYPE_CUSTOM
                && buffered.getType() == type
                && fillsItsArray(buffered)) {
            return buffered;
        }
        BufferedImage canvas = blank(mode, image.width(), image.height());
        Images.copy(image, AwtImages.wrap(canvas));
        return canvas;
    }

    /** Whether pixels begin with the array and rows follow each other: some writers take all others for such. */
    private static boolean fillsItsArray(BufferedImage image) {
        Raster raster = image.getRaster();
        return raster.getParent() == null
                && raster.getDataBuffer().getOffset() == 0
                && raster.getSampleModel() instanceof ComponentSampleModel model
                && model.getScanlineStride() == image.getWidth() * model.getPixelStride();
    }

    private static BufferedImage blank(Mode mode, int width, int height) {
        int type = type(mode);
        if (type != BufferedImage.TYPE_CUSTOM) {
            return new BufferedImage(width, height, type);
        }
        ColorModel model = new ComponentColorModel(
                space(mode),
                mode.hasAlpha(),
                false,
                mode.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                mode.bitsPerComponent() == 8
                        ? DataBuffer.TYPE_BYTE
                        : mode.bitsPerComponent() == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_INT);
        return new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
    }

    private static int type(Mode mode) {
        return switch (mode) {
            case L -> BufferedImage.TYPE_BYTE_GRAY;
            case L16 -> BufferedImage.TYPE_USHORT_GRAY;
            case RGB -> BufferedImage.TYPE_3BYTE_BGR;
            case RGBA -> BufferedImage.TYPE_4BYTE_ABGR;
            default -> BufferedImage.TYPE_CUSTOM;
        };
    }

    private static ColorSpace space(Mode mode) {
        return switch (mode) {
            case L, L16, L32, LA, LA32 -> ColorSpace.getInstance(ColorSpace.CS_GRAY);
            case CMYK, CMYK64 -> INKS;
            default -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
        };
    }
}
