package org.imageop.internal.resizing;

import java.util.Arrays;
import java.util.Objects;
import org.imageop.internal.colors.Premultiplication;
import org.jspecify.annotations.Nullable;

/** 8-bit samples, weights in 22-bit fixed point, sums in 32 bits. */
final class IntPasses implements Passes<int[]> {
    static final int HALF = 1 << Axis.FIXED_BITS - 1;

    private final Source source;
    private final @Nullable PairConvolution convolution;
    private final int[] above;

    /**
     * Passes for a band.
     *
     * @param taps of the pass across, or null if there is none
     */
    IntPasses(Source source, @Nullable Taps taps) {
        this.source = source;
        this.convolution = taps == null ? null : new PairConvolution(taps, source.components(), source.length());
        this.above = new int[taps == null || source.bytes() != null ? 0 : source.length()];
    }

    @Override
    public int[] row(int samples) {
        return new int[samples];
    }

    @Override
    public int[][] rows(int count) {
        return new int[count][];
    }

    @Override
    public int[] samples(int[] row) {
        return row;
    }

    @Override
    public void load(int s, int[] row) {
        System.arraycopy(source.rows().row(s), 0, row, 0, row.length);
        if (source.weighted()) {
            Premultiplication.multiply(row, 0, row.length / source.components(), source.components(), Byte.SIZE);
        }
    }

    @Override
    public void across(int s, int t, int[] upper, int[] lower) {
        PairConvolution across = Objects.requireNonNull(convolution);
        if (source.bytes() != null && !source.weighted()) {
            across.plain(source.bytes(), s, t, upper, lower);
            return;
        }
        int[] below = source.rows().row(s);
        System.arraycopy(below, 0, above, 0, above.length);
        if (t != s) {
            below = source.rows().row(t);
        }
        if (source.weighted()) {
            across.weighted(above, below, upper, lower);
        } else {
            across.plain(above, below, upper, lower);
        }
    }

    @Override
    public void across(int[] row, int[] out) {
        Objects.requireNonNull(convolution).plain(row, row, out, out);
    }

    @Override
    public void clear(int[] sums) {
        Arrays.fill(sums, HALF);
    }

    @Override
    public void add(int[][] rows, Weights weights, int[] sums) {
        int[] fixed = weights.fixed();
        add(rows[0], fixed[0], rows[1], fixed[1], rows[2], fixed[2], rows[3], fixed[3], sums);
    }

    private static void add(int[] a, int wa, int[] b, int wb, int[] c, int wc, int[] d, int wd, int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += a[x] * wa + b[x] * wb + c[x] * wc + d[x] * wd;
        }
    }

    @Override
    public void finish(int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = clip(sums[x]);
        }
    }

    static int clip(int sum) {
        return Math.max(0, Math.min(255, sum >> Axis.FIXED_BITS));
    }
}
