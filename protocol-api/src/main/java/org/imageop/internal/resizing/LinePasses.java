package org.imageop.internal.resizing;

/**
 * Passes over columns of {@link #LINES} pixels: one array, first a byte of all pixels, then the next byte. A constant length
 * lets vector instructions reach each part of it, and one long loop costs less than a few short ones.
 */
final class LinePasses extends FixedPasses {
    /** Loops over fewer pixels would spend their time beginning and ending. */
    static final int LINES = 128;

    private final int bytes;
    private final int[] pixels = new int[LINES];

    /**
     * Passes over columns.
     *
     * @param bytes that pixels have: 1, 3 or 4
     */
    LinePasses(int bytes) {
        this.bytes = bytes;
    }

    @Override
    public int[][][] rows(int count) {
        return new int[count][1][bytes * LINES];
    }

    @Override
    public void load(int[] in, int[][] row) {
        switch (bytes) {
            case 1 -> splitOne(in, row[0]);
            case 3 -> splitThree(in, row[0]);
            default -> splitFour(in, row[0]);
        }
    }

    private static void splitOne(int[] in, int[] out) {
        for (int i = 0; i < LINES; i++) {
            out[i] = in[i] & 0xff;
        }
    }

    private static void splitThree(int[] in, int[] out) {
        for (int i = 0; i < LINES; i++) {
            int pixel = in[i];
            out[i] = pixel & 0xff;
            out[i + LINES] = pixel >>> 8 & 0xff;
            out[i + 2 * LINES] = pixel >>> 16 & 0xff;
        }
    }

    private static void splitFour(int[] in, int[] out) {
        for (int i = 0; i < LINES; i++) {
            int pixel = in[i];
            out[i] = pixel & 0xff;
            out[i + LINES] = pixel >>> 8 & 0xff;
            out[i + 2 * LINES] = pixel >>> 16 & 0xff;
            out[i + 3 * LINES] = pixel >>> 24;
        }
    }

    @Override
    int[] join(int[][] row) {
        switch (bytes) {
            case 1 -> System.arraycopy(row[0], 0, pixels, 0, LINES);
            case 3 -> joinThree(row[0], pixels);
            default -> joinFour(row[0], pixels);
        }
        return pixels;
    }

    private static void joinThree(int[] in, int[] out) {
        for (int i = 0; i < LINES; i++) {
            out[i] = in[i] | in[i + LINES] << 8 | in[i + 2 * LINES] << 16;
        }
    }

    private static void joinFour(int[] in, int[] out) {
        for (int i = 0; i < LINES; i++) {
            out[i] = in[i] | in[i + LINES] << 8 | in[i + 2 * LINES] << 16 | in[i + 3 * LINES] << 24;
        }
    }
}
