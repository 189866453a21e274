package org.imageop.internal.resizing;

import java.util.Arrays;

/** 8-bit samples, weights in 22-bit fixed point, sums in 32 bits. */
final class IntPasses implements Passes<int[]> {
    private static final int HALF = 1 << Axis.FIXED_BITS - 1;

    @Override
    public int[] row(int samples) {
        return new int[samples];
    }

    @Override
    public void load(int[] samples, int[] row) {
        System.arraycopy(samples, 0, row, 0, row.length);
    }

    @Override
    public void store(int[] row, int[] samples) {
        System.arraycopy(row, 0, samples, 0, row.length);
    }

    @Override
    public void across(int[] in, Axis axis, int components, int[] out) {
        int[] fixed = axis.fixed();
        int[] start = axis.start();
        int pixels = axis.first().length;
        for (int i = 0, o = 0; i < pixels; i++) {
            int from = axis.first()[i] * components;
            for (int c = 0; c < components; c++, o++) {
                int sum = HALF;
                for (int k = start[i], p = from + c; k < start[i + 1]; k++, p += components) {
                    sum += in[p] * fixed[k];
                }
                out[o] = clip(sum);
            }
        }
    }

    @Override
    public void clear(int[] sums) {
        Arrays.fill(sums, HALF);
    }

    @Override
    public void add(int[] row, Axis axis, int k, int[] sums) {
        int weight = axis.fixed()[k];
        for (int x = 0; x < sums.length; x++) {
            sums[x] += row[x] * weight;
        }
    }

    @Override
    public void finish(int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = clip(sums[x]);
        }
    }

    private static int clip(int sum) {
        return Math.max(0, Math.min(255, sum >> Axis.FIXED_BITS));
    }
}
