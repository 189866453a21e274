package org.imageop.internal.pixels;

/** A table for each component of pixels in ints: what its values become. */
public final class ByteTables {
    private static final int VALUES = 256;

    /** For each byte of an int what it adds to the result; nothing where no component is. */
    private final int[][] results = new int[Integer.BYTES][VALUES];

    /**
     * Tables for the pixels of an image.
     *
     * @param tables for each component its results, 0 to 255, by value
     */
    public ByteTables(PixelRuns runs, int[]... tables) {
        for (int c = 0; c < tables.length; c++) {
            int shift = runs.shift(c);
            for (int value = 0; value < VALUES; value++) {
                results[shift / Byte.SIZE][value] = tables[c][value] << shift;
            }
        }
    }

    /** Replaces the components of pixels in place. */
    public void apply(int[] pixels, int count) {
        int[] a = results[0];
        int[] b = results[1];
        int[] c = results[2];
        int[] d = results[3];
        for (int i = 0; i < count; i++) {
            int p = pixels[i];
            pixels[i] = a[p & 0xff] | b[p >>> 8 & 0xff] | c[p >>> 16 & 0xff] | d[p >>> 24];
        }
    }

    /**
     * Marks the values that occur in pixels.
     *
     * @param occurs for each component whether a value occurs; several components may share an array
     */
    public static void mark(PixelRuns runs, int[] pixels, int count, boolean[]... occurs) {
        for (int c = 0; c < occurs.length; c++) {
            boolean[] marks = occurs[c];
            int shift = runs.shift(c);
            for (int i = 0; i < count; i++) {
                marks[pixels[i] >>> shift & 0xff] = true;
            }
        }
    }
}
