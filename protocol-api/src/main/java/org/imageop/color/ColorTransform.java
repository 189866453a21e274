package org.imageop.color;

import org.imageop.PixelLayout;

/** A conversion of colours, ready for use. Several threads may use it at once. */
@FunctionalInterface
public interface ColorTransform {

    /**
     * Converts the pixels of one image into another.
     *
     * @param source of the given mode: whole elements side by side, in an array, each a byte or, for 16 bits, a short; in the
     *     mode's order, or in RGB modes also BGR
     * @param target the same, of the wanted mode and the size of {@code source}; other memory
     */
    void apply(PixelLayout source, PixelLayout target);
}
