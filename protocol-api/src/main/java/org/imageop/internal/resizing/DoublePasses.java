package org.imageop.internal.resizing;

import java.util.Arrays;
import java.util.Objects;
import org.imageop.internal.colors.Premultiplication;
import org.jspecify.annotations.Nullable;

/** 16-bit and unsigned 32-bit samples, summed in double from the first to the last. */
final class DoublePasses implements Passes<double[]> {
    private final Source source;
    private final int bits;
    private final long max;
    private final @Nullable Axis axis;
    private final double[] above;
    private final double[] below;
    private int[] samples = {};

    /**
     * Passes for a band.
     *
     * @param bits of a sample
     * @param axis of the pass across, or null if there is none
     */
    DoublePasses(Source source, int bits, @Nullable Axis axis) {
        this.source = source;
        this.bits = bits;
        this.max = (1L << bits) - 1;
        this.axis = axis;
        this.above = new double[axis == null ? 0 : source.length()];
        this.below = new double[above.length];
    }

    @Override
    public double[] row(int samples) {
        return new double[samples];
    }

    @Override
    public double[][] rows(int count) {
        return new double[count][];
    }

    @Override
    public int[] samples(double[] row) {
        if (samples.length != row.length) {
            samples = new int[row.length];
        }
        for (int x = 0; x < row.length; x++) {
            samples[x] = (int) (long) row[x];
        }
        return samples;
    }

    @Override
    public void load(int s, double[] row) {
        int[] in = source.rows().row(s);
        if (source.weighted()) {
            Premultiplication.multiply(in, 0, source.length() / source.components(), source.components(), bits);
        }
        for (int x = 0; x < row.length; x++) {
            row[x] = in[x] & max;
        }
    }

    @Override
    public void across(int s, int t, double[] upper, double[] lower) {
        load(s, above);
        load(t, below);
        across(above, below, upper, lower);
    }

    @Override
    public void across(double[] row, double[] out) {
        across(row, row, out, out);
    }

    /** Two rows at once keep the adders busy: the sums of one row wait for each other, because their order counts. */
    private void across(double[] above, double[] below, double[] upper, double[] lower) {
        Axis windows = Objects.requireNonNull(axis);
        double[] weights = windows.weights();
        int[] start = windows.start();
        int[] first = windows.first();
        int components = source.components();
        for (int i = 0, o = 0; i < first.length; i++) {
            int from = first[i] * components;
            for (int c = 0; c < components; c++, o++) {
                double up = 0;
                double low = 0;
                for (int k = start[i], end = start[i + 1], p = from + c; k < end; k++, p += components) {
                    double weight = weights[k];
                    up += above[p] * weight;
                    low += below[p] * weight;
                }
                upper[o] = round(up);
                lower[o] = round(low);
            }
        }
    }

    @Override
    public void clear(double[] sums) {
        Arrays.fill(sums, 0);
    }

    @Override
    public void add(double[][] rows, Weights weights, double[] sums) {
        double[] exact = weights.exact();
        add(rows[0], exact[0], rows[1], exact[1], rows[2], exact[2], rows[3], exact[3], sums);
    }

    private static void add(
            double[] a, double wa, double[] b, double wb, double[] c, double wc, double[] d, double wd, double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = (((sums[x] + a[x] * wa) + b[x] * wb) + c[x] * wc) + d[x] * wd;
        }
    }

    @Override
    public void finish(double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = round(sums[x]);
        }
    }

    /** Halves go up; what is negative becomes 0 anyway. */
    private double round(double sum) {
        return Math.max(0, Math.min(max, (long) (sum + 0.5)));
    }
}
