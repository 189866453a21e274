package org.imageop.internal.resizing;

/** Whole rows of an image, made one after the other: each call asks for a row below the one before. */
@FunctionalInterface
public interface RowSource {
    /**
     * All samples of row {@code y}, the components of a pixel side by side, from index 0 on.
     *
     * @return an array of the source, good until the next call; the caller may change it
     */
    int[] row(int y);
}
