package org.imageop.internal.resizing;

import org.imageop.Mode;

/**
 * Whole rows of an image, made one after the other: each call asks for a row below the one before.
 *
 * <p>A row of 8-bit components has a pixel in each int: the components from the lowest byte on, alpha always in the highest; bytes
 * of no component have any value. A row of wider components has their samples side by side.
 */
@FunctionalInterface
public interface RowSource {
    /**
     * Row {@code y}, from index 0 on.
     *
     * @return an array of the source, good until the next call; the caller may change it
     */
    int[] row(int y);

    /** Whether rows of a mode, or of its planes, have a pixel in each int. */
    static boolean pixels(Mode mode) {
        return mode.bitsPerComponent() == Byte.SIZE;
    }
}
