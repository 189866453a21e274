package org.imageop.internal.pixels;

/**
 * Runs of pixels of one to four 8-bit components, a pixel in each int: for the layouts that images have most. The bytes of
 * an int are in the order of memory, narrower fields in that of the components; {@link #shift} says which component is
 * where, and {@link ByteShuffle} reorders them.
 *
 * <p>Each loop moves whole pixels at constant steps and knows nothing of colours, so that it is compiled once and well,
 * whatever the modes and layouts that a program has seen before.
 */
public sealed interface PixelRuns permits ArgbPixels, PixelMemory, SelectedPixels {
    /** Pixels that are worked on together, so that their ints stay in the nearest cache. */
    int BLOCK = 1024;

    /** Where a component is in the int of a pixel: the position of its lowest bit, a multiple of 8. */
    int shift(int component);

    /** Reads pixels as they are stored, narrow fields as bytes. Bytes of no component have any value. */
    void load(int x, int y, int count, int[] out, int at);
}
