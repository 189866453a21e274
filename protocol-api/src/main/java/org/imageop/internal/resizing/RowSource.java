package org.imageop.internal.resizing;

/** Whole rows of an image, made one after the other: each call asks for a row below the one before. */
@FunctionalInterface
public interface RowSource {
    /** Writes all samples of row {@code y}, the components of a pixel side by side, from index 0 on. */
    void read(int y, int[] out);
}
