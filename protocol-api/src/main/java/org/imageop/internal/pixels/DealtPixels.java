package org.imageop.internal.pixels;

/**
 * A block of pixels that is dealt out like cards: pixel 4k + j is element k of hand j. The bytes of four neighbours then come
 * together at one index of four arrays, which compilers do by vector instructions; of neighbours in one array they do not.
 */
public final class DealtPixels {
    /** As many as an int has bytes. */
    public static final int HANDS = Integer.BYTES;

    /** The pixels that a hand has room for. */
    public static final int LONGEST = PixelRuns.BLOCK / HANDS;

    private final int[][] hands = new int[HANDS][LONGEST];
    private final int[] fours = new int[LONGEST];

    /** A block without pixels. */
    public DealtPixels() {}

    /** Each fourth pixel. */
    public int[] hand(int j) {
        return hands[j];
    }

    /** One byte of each pixel, four neighbours in an int, the first one lowest. The array is overwritten by the next call. */
    int[] fours(int shift, int count) {
        join(hands[0], hands[1], hands[2], hands[3], shift, fours, count);
        return fours;
    }

    private static void join(int[] a, int[] b, int[] c, int[] d, int shift, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            int low = a[i] >>> shift & 0xff | (b[i] >>> shift & 0xff) << 8;
            out[i] = low | (c[i] >>> shift & 0xff) << 16 | d[i] >>> shift << 24;
        }
    }
}
