package org.imageop.awt;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import javax.swing.Icon;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.WrappedImage;
import org.jspecify.annotations.Nullable;

/** AWT images as images of the protocol, and the reverse. */
public final class AwtImages {
    private AwtImages() {}

    /**
     * An image of the protocol on the pixels of a BufferedImage.
     *
     * @param image the image
     * @return a live image
     * @throws UnsupportedImageException if there is no mode for it
     */
    public static ImageLike wrap(BufferedImage image) {
        return wrapImage(image, null);
    }

    /**
     * An image of the protocol on the pixels of a BufferedImage with signed or floating-point samples.
     *
     * @param image the image
     * @param range what black and white are
     * @return a live image
     * @throws UnsupportedImageException if there is no mode for it
     */
    public static ImageLike wrap(BufferedImage image, Plane.Range range) {
        return wrapImage(image, range);
    }

    private static WrappedImage wrapImage(BufferedImage image, Plane.@Nullable Range range) {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        if (model instanceof IndexColorModel indexed) {
            Palette palette = new Palette(indexed);
            return WrappedImage.of(
                    image, palette.mode(), image.getWidth(), image.getHeight(), new PaletteRows(raster, palette));
        }
        WrappedImage wrapped = wrapRaster(image, raster, Interpretation.of(model, raster, range));
        if (model.getColorSpace() instanceof ICC_ColorSpace space
                && !space.isCS_sRGB()
                && space != ColorSpace.getInstance(ColorSpace.CS_GRAY)) {
            wrapped.info().put(InfoKeys.ICC_PROFILE, space.getProfile().getData());
        }
        return wrapped;
    }

    private static WrappedImage wrapRaster(Object source, Raster raster, Interpretation meaning) {
        PixelLayout layout = RasterLayout.of(raster, meaning);
        if (layout != null) {
            return WrappedImage.of(source, layout);
        }
        Mode mode = meaning.mode();
        return WrappedImage.of(source, mode, raster.getWidth(), raster.getHeight(), new RasterRows(raster, meaning));
    }

    /**
     * Placeholder.
     *
     * @param image an image
     * @return an image
     */
    public static BufferedImage toBufferedImage(Object image) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Placeholder.
     *
     * @param image an image
     * @return an icon
     */
    public static Icon icon(Object image) {
        throw new UnsupportedOperationException("being written");
    }
}
