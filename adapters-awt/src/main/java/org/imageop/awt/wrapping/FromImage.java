package org.imageop.awt.wrapping;

import java.awt.Image;
import java.awt.image.MultiResolutionImage;
import java.awt.image.RenderedImage;
import java.awt.image.VolatileImage;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;

/** A java.awt.Image as an image of the protocol: one that hides its pixels is read once. */
public final class FromImage {
    private static final String IN_GRAPHICS_CARD =
            "a java.awt.image.VolatileImage has its pixels in the graphics card, and gives copies of them";

    private FromImage() {}

    /** A live image if the object, or its largest variant, is a RenderedImage too, else a read-only snapshot. */
    public static ImageLike wrap(Image image) {
        return wrap(image, FirstFrame.PATIENCE);
    }

    /** The same; it gives up after so many milliseconds without pixels. */
    public static ImageLike wrap(Image image, long patience) {
        return variant(image instanceof MultiResolutionImage many ? largest(image, many, patience) : image, patience);
    }

    /** The same of a single image, without a look at its variants. */
    public static ImageLike variant(Image image) {
        return variant(image, FirstFrame.PATIENCE);
    }

    private static ImageLike variant(Image image, long patience) {
        if (image instanceof RenderedImage rendered) {
            return FromRenderedImage.wrap(rendered);
        } else if (image instanceof VolatileImage surface) {
            return StandardImage.snapshot(
                    surface, FromRenderedImage.wrap(surface.getSnapshot(), null), IN_GRAPHICS_CARD);
        }
        ImageLike pixels = FirstFrame.of(image, patience).pixels();
        return StandardImage.snapshot(
                image,
                pixels,
                "the producer of a " + image.getClass().getName() + " sends its pixels, and keeps no array of them");
    }

    /** The variant of most pixels; of equals the first. A variant that cannot be loaded does not hide the others. */
    private static Image largest(Image image, MultiResolutionImage many, long patience) {
        Image best = image;
        long most = 0;
        for (Image variant : many.getResolutionVariants()) {
            long pixels = pixels(variant, patience);
            if (pixels > most) {
                most = pixels;
                best = variant;
            }
        }
        return best;
    }

    private static long pixels(Image variant, long patience) {
        int width = variant.getWidth(null);
        int height = variant.getHeight(null);
        if (width > 0 && height > 0) {
            return (long) width * height;
        }
        try {
            FirstFrame frame = FirstFrame.of(variant, patience);
            return (long) frame.getWidth() * frame.getHeight();
        } catch (UnsupportedImageException e) {
            return 0;
        }
    }
}
