package org.imageop.awt.exporting;

import java.awt.image.BufferedImage;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.awt.wrapping.FromRenderedImage;
import org.imageop.color.Profiles;

/** BufferedImages of the types that have a number. */
public final class PredefinedTypes {
    private PredefinedTypes() {}

    /** An image of a type: itself, on the same memory, or a copy in sRGB. */
    public static BufferedImage image(ImageLike image, int type) {
        if (type < BufferedImage.TYPE_INT_RGB || type > BufferedImage.TYPE_BYTE_INDEXED) {
            throw new IllegalArgumentException("There is no predefined type " + type + " of BufferedImage; they are "
                    + BufferedImage.TYPE_INT_RGB + " to " + BufferedImage.TYPE_BYTE_INDEXED
                    + " [errors.md#no-such-image-type]");
        }
        BufferedImage same = Images.unwrap(image, BufferedImage.class)
                .orElseGet(() -> SharedRaster.of(image).orElse(null));
        if (same != null && same.getType() == type) {
            return same;
        }
        BufferedImage pixel = new BufferedImage(1, 1, type);
        CopyFormat.checkSize(image.width(), image.height(), pixel.getSampleModel(), "a BufferedImage of type " + type);
        BufferedImage copy = new BufferedImage(image.width(), image.height(), type);
        Images.copy(Profiles.viewAsSrgb(image), FromRenderedImage.wrap(copy, null));
        return copy;
    }
}
