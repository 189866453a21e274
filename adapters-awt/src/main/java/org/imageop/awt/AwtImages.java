package org.imageop.awt;

import java.awt.image.BufferedImage;
import javax.swing.Icon;
import org.imageop.ImageLike;

/** AWT images as images of the protocol, and the reverse. */
public final class AwtImages {
    private AwtImages() {}

    /**
     * Placeholder.
     *
     * @param image an image
     * @return an image
     */
    public static ImageLike wrap(BufferedImage image) {
        throw new UnsupportedOperationException("being written");
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
