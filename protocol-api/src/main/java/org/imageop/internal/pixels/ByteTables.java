package org.imageop.internal.pixels;

import java.util.Arrays;

/** A table for each component of pixels: what its values become. */
public final class ByteTables {
    private static final int VALUES = 256;

    /** For each byte of a pixel's int; bytes of no component stay as they are. */
    private final byte[][] results = new byte[Integer.BYTES][VALUES];

    /**
     * Tables for the pixels of an image.
     *
     * @param tables for each component its results, 0 to 255, by value
     */
    public ByteTables(PixelRuns pixels, int[]... tables) {
        for (int place = 0; place < results.length; place++) {
            for (int value = 0; value < VALUES; value++) {
                results[place][value] = (byte) value;
            }
        }
        for (int c = 0; c < tables.length; c++) {
            byte[] bytes = results[pixels.shift(c) / Byte.SIZE];
            for (int value = 0; value < VALUES; value++) {
                bytes[value] = (byte) tables[c][value];
            }
        }
    }

    /**
     * The results for a byte of a pixel's int: a copy, because a loop that has made its table itself knows how long it is, and
     * need not check each index.
     */
    private byte[] copy(int place) {
        return Arrays.copyOf(results[place], VALUES);
    }

    /** Replaces one byte of each pixel. */
    void replace(int place, byte[] bytes, int first, int stride, int count) {
        byte[] a = copy(place);
        for (int i = 0, p = first; i < count; i++, p += stride) {
            bytes[p] = a[bytes[p] & 0xff];
        }
    }

    /** Replaces pixels of three bytes without gaps. */
    void replaceThrees(byte[] bytes, int first, int count) {
        byte[] a = copy(0);
        byte[] b = copy(1);
        byte[] c = copy(2);
        int end = first + 3 * count;
        for (int p = first; p < end; p += 3) {
            bytes[p] = a[bytes[p] & 0xff];
            bytes[p + 1] = b[bytes[p + 1] & 0xff];
            bytes[p + 2] = c[bytes[p + 2] & 0xff];
        }
    }

    /** Replaces pixels of four bytes without gaps. */
    void replaceFours(byte[] bytes, int first, int count) {
        byte[] a = copy(0);
        byte[] b = copy(1);
        byte[] c = copy(2);
        byte[] d = copy(3);
        int end = first + 4 * count;
        for (int p = first; p < end; p += 4) {
            bytes[p] = a[bytes[p] & 0xff];
            bytes[p + 1] = b[bytes[p + 1] & 0xff];
            bytes[p + 2] = c[bytes[p + 2] & 0xff];
            bytes[p + 3] = d[bytes[p + 3] & 0xff];
        }
    }

    /** Replaces pixels in ints. */
    void replace(int[] pixels, int first, int stride, int count) {
        byte[] a = copy(0);
        byte[] b = copy(1);
        byte[] c = copy(2);
        byte[] d = copy(3);
        for (int i = 0, k = first; i < count; i++, k += stride) {
            int p = pixels[k];
            int low = a[p & 0xff] & 0xff | (b[p >>> 8 & 0xff] & 0xff) << 8;
            pixels[k] = low | (c[p >>> 16 & 0xff] & 0xff) << 16 | d[p >>> 24] << 24;
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
