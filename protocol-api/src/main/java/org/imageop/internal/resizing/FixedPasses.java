package org.imageop.internal.resizing;

import java.util.Arrays;

/**
 * 8-bit components, weights in 22-bit fixed point, sums in 32 bits. A row is a few arrays of samples, so that its loops have
 * vector instructions.
 */
abstract sealed class FixedPasses implements Passes<int[][]> permits LinePasses, PixelPasses {
    private static final int HALF = 1 << Axis.FIXED_BITS - 1;

    @Override
    public final void clear(int[][] sums) {
        for (int[] each : sums) {
            Arrays.fill(each, HALF);
        }
    }

    @Override
    public final void add(int[][][] rows, Weights weights, int[][] sums) {
        int[] w = weights.fixed();
        for (int c = 0; c < sums.length; c++) {
            add(rows[0][c], w[0], rows[1][c], w[1], rows[2][c], w[2], rows[3][c], w[3], sums[c]);
        }
    }

    private static void add(int[] a, int wa, int[] b, int wb, int[] c, int wc, int[] d, int wd, int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += a[x] * wa + b[x] * wb + c[x] * wc + d[x] * wd;
        }
    }

    @Override
    public final int[] finish(int[][] sums) {
        for (int[] each : sums) {
            clip(each);
        }
        return join(sums);
    }

    /** Without a branch, for vectors. */
    private static void clip(int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            int value = sums[x] >> Axis.FIXED_BITS;
            value &= ~(value >> 31);
            sums[x] = (value | 255 - value >> 31) & 0xff;
        }
    }

    /** Puts samples together to pixels in an array of this object. */
    abstract int[] join(int[][] row);
}
