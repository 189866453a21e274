package org.imageop.internal.resizing;

import java.util.Arrays;

/** 16-bit and unsigned 32-bit samples, summed in double from the first to the last. */
final class DoublePasses implements Passes<double[]> {
    private final long max;

    DoublePasses(long max) {
        this.max = max;
    }

    @Override
    public double[] row(int samples) {
        return new double[samples];
    }

    @Override
    public void load(int[] samples, double[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = samples[x] & max;
        }
    }

    @Override
    public void store(double[] row, int[] samples) {
        for (int x = 0; x < row.length; x++) {
            samples[x] = (int) (long) row[x];
        }
    }

    @Override
    public void across(double[] in, Axis axis, int components, double[] out) {
        double[] weights = axis.weights();
        int[] start = axis.start();
        int pixels = axis.first().length;
        for (int i = 0, o = 0; i < pixels; i++) {
            int from = axis.first()[i] * components;
            for (int c = 0; c < components; c++, o++) {
                double sum = 0;
                for (int k = start[i], p = from + c; k < start[i + 1]; k++, p += components) {
                    sum += in[p] * weights[k];
                }
                out[o] = round(sum);
            }
        }
    }

    @Override
    public void clear(double[] sums) {
        Arrays.fill(sums, 0);
    }

    @Override
    public void add(double[] row, Axis axis, int k, double[] sums) {
        double weight = axis.weights()[k];
        for (int x = 0; x < sums.length; x++) {
            sums[x] += row[x] * weight;
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
