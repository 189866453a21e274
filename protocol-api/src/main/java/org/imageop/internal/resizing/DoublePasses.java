package org.imageop.internal.resizing;

import java.util.Arrays;

/** 16-bit and unsigned 32-bit samples, summed in double from the first to the last. */
final class DoublePasses implements Passes<double[]> {
    private final long max;
    private final int[] samples;

    /**
     * Passes over rows.
     *
     * @param bits of a sample
     * @param length of a row, in samples
     */
    DoublePasses(int bits, int length) {
        this.max = (1L << bits) - 1;
        this.samples = new int[length];
    }

    @Override
    public double[][] rows(int count) {
        return new double[count][samples.length];
    }

    @Override
    public void load(int[] in, double[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = in[x] & max;
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
    public int[] finish(double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            samples[x] = round(sums[x], max);
        }
        return samples;
    }

    /** Halves go up; what is negative becomes 0 anyway. */
    static int round(double sum, long max) {
        return (int) Math.max(0, Math.min(max, (long) (sum + 0.5)));
    }
}
