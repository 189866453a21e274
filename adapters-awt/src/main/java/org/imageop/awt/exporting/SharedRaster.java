package org.imageop.awt.exporting;

import java.awt.image.BufferedImage;
import java.awt.image.RasterFormatException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.imageop.ImageLike;
import org.imageop.PixelLayout;

/** A BufferedImage on the arrays of an image. */
final class SharedRaster {
    private SharedRaster() {}

    /** Why AWT cannot describe the memory; the message is a clause. */
    static final class Obstacle extends Exception {
        private static final long serialVersionUID = 1L;

        Obstacle(String clause) {
            super(clause);
        }
    }

    /**
     * An image on the same arrays.
     *
     * @throws Obstacle if AWT cannot describe them
     */
    static BufferedImage of(ImageLike image) throws Obstacle {
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout == null) {
            throw new Obstacle("its samples are computed, not stored");
        }
        try {
            return layout.planes().stream()
                            .anyMatch(p -> p.bits()
                                    != (p.memory() instanceof ByteBuffer
                                            ? 8
                                            : p.memory() instanceof ShortBuffer ? 16 : 32))
                    ? SharedFields.of(layout)
                    : SharedComponents.of(layout);
        } catch (IllegalArgumentException | RasterFormatException e) {
            throw new Obstacle("AWT refuses to describe the memory: " + e.getMessage());
        }
    }
}
