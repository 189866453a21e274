package org.imageop.internal.resizing;

/** Passes over rows of pixels of any width: an array for each byte of a pixel. */
final class PixelPasses extends FixedPasses {
    private final int bytes;
    private final int[] pixels;

    /**
     * Passes over rows.
     *
     * @param bytes that pixels have: 1, 3 or 4
     */
    PixelPasses(int bytes, int width) {
        this.bytes = bytes;
        this.pixels = new int[width];
    }

    @Override
    public int[][][] rows(int count) {
        return new int[count][bytes][pixels.length];
    }

    @Override
    public void load(int[] in, int[][] row) {
        switch (bytes) {
            case 1 -> split(in, row[0]);
            case 3 -> split(in, row[0], row[1], row[2]);
            default -> split(in, row[0], row[1], row[2], row[3]);
        }
    }

    private static void split(int[] in, int[] a) {
        for (int x = 0; x < a.length; x++) {
            a[x] = in[x] & 0xff;
        }
    }

    private static void split(int[] in, int[] a, int[] b, int[] c) {
        for (int x = 0; x < a.length; x++) {
            int pixel = in[x];
            a[x] = pixel & 0xff;
            b[x] = pixel >>> 8 & 0xff;
            c[x] = pixel >>> 16 & 0xff;
        }
    }

    private static void split(int[] in, int[] a, int[] b, int[] c, int[] d) {
        for (int x = 0; x < a.length; x++) {
            int pixel = in[x];
            a[x] = pixel & 0xff;
            b[x] = pixel >>> 8 & 0xff;
            c[x] = pixel >>> 16 & 0xff;
            d[x] = pixel >>> 24;
        }
    }

    @Override
    int[] join(int[][] row) {
        switch (bytes) {
            case 1 -> System.arraycopy(row[0], 0, pixels, 0, pixels.length);
            case 3 -> join(row[0], row[1], row[2], pixels);
            default -> join(row[0], row[1], row[2], row[3], pixels);
        }
        return pixels;
    }

    private static void join(int[] a, int[] b, int[] c, int[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = a[x] | b[x] << 8 | c[x] << 16;
        }
    }

    private static void join(int[] a, int[] b, int[] c, int[] d, int[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = a[x] | b[x] << 8 | c[x] << 16 | d[x] << 24;
        }
    }
}
