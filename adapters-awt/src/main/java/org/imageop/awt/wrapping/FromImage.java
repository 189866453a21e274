package org.imageop.awt.wrapping;

import java.awt.Image;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ImageObserver;
import java.awt.image.PixelGrabber;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;

/** A java.awt.Image as an image of the protocol: one that hides its pixels is read once. */
public final class FromImage {
    private FromImage() {}

    /** A live image if the object is a RenderedImage too, else a read-only snapshot. */
    public static ImageLike wrap(Image image) {
        if (image instanceof RenderedImage rendered) {
            return FromRenderedImage.wrap(rendered);
        }
        ImageLike pixels = grab(image);
        SampleRows rows = Images.rows(pixels);
        // a method reference has no write, so that writing is refused: it would not reach the image
        StandardImage wrapped =
                StandardImage.wrapping(image, pixels.mode(), pixels.width(), pixels.height(), rows::read);
        wrapped.info().putAll(pixels.info());
        return wrapped;
    }

    private static ImageLike grab(Image image) {
        checkLoaded(image);
        PixelGrabber grabber = new PixelGrabber(image, 0, 0, -1, -1, false);
        try {
            if (!grabber.grabPixels()) {
                throw new UnsupportedImageException(
                        "The pixels of the " + image.getClass().getName()
                                + " could not be read: its producer stopped with the status " + grabber.getStatus()
                                + "; load it again, or read the file with javax.imageio.ImageIO instead"
                                + " [errors.md#image-failed]");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The thread was interrupted while it read the pixels of a "
                            + image.getClass().getName() + "; ask for them again [errors.md#interrupted]",
                    e);
        }
        ColorModel model = grabber.getColorModel();
        WritableRaster raster = model.createCompatibleWritableRaster(grabber.getWidth(), grabber.getHeight());
        raster.setDataElements(0, 0, grabber.getWidth(), grabber.getHeight(), grabber.getPixels());
        return FromRenderedImage.wrap(new BufferedImage(model, raster, model.isAlphaPremultiplied(), null), null);
    }

    private static void checkLoaded(Image image) {
        int state = Toolkit.getDefaultToolkit().checkImage(image, -1, -1, null);
        if ((state & (ImageObserver.ERROR | ImageObserver.ABORT)) != 0) {
            throw new UnsupportedImageException("This " + image.getClass().getName()
                    + " could not be loaded; check its address, or read the file with javax.imageio.ImageIO, which"
                    + " reports what is wrong [errors.md#image-failed]");
        }
        if ((state & (ImageObserver.ALLBITS | ImageObserver.FRAMEBITS)) == 0
                || image.getWidth(null) < 1
                || image.getHeight(null) < 1) {
            throw new UnsupportedImageException("This " + image.getClass().getName()
                    + " is not loaded yet; load it with new javax.swing.ImageIcon(image) or java.awt.MediaTracker,"
                    + " or read the file with javax.imageio.ImageIO instead [errors.md#image-not-loaded]");
        }
    }
}
