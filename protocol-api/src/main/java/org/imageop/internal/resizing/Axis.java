package org.imageop.internal.resizing;

import org.imageop.Filter;

/**
 * For each position of a resized axis: the window of source positions and their weights (SPEC.md C.1).
 *
 * @param first the first source position of each window
 * @param start where each window's weights begin; one more entry than there are windows
 * @param weights all windows' weights, summing to 1 in each
 * @param fixed the weights in 22-bit fixed point
 */
record Axis(int[] first, int[] start, double[] weights, int[] fixed, boolean shrinks) {
    static final int FIXED_BITS = 22;

    /** The longest array that JVMs are known to allow. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    static Axis of(Filter filter, int from, int to) {
        return filter == Filter.NEAREST ? nearest(from, to) : convolution(filter, from, to);
    }

    /** How many source positions the window of position i has. */
    int count(int i) {
        return start[i + 1] - start[i];
    }

    /** One past the last source position of window i. */
    int end(int i) {
        return first[i] + count(i);
    }

    private static Axis nearest(int from, int to) {
        int[] first = new int[to];
        int[] start = new int[to + 1];
        double[] weights = new double[to];
        for (int i = 0; i < to; i++) {
            first[i] = (int) ((2L * i + 1) * from / (2L * to));
            start[i + 1] = i + 1;
            weights[i] = 1;
        }
        return of(first, start, weights, to < from);
    }

    private static Axis convolution(Filter filter, int from, int to) {
        Kernel kernel = Kernel.of(filter);
        double scale = (double) from / to;
        double widening = Math.max(scale, 1.0);
        double support = kernel.support() * widening;
        double inverse = 1.0 / widening;
        int[] first = new int[to];
        int[] start = new int[to + 1];
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * scale;
            first[i] = Math.max(0, (int) (center - support + 0.5));
            long total = (long) start[i] + Math.min(from, (int) (center + support + 0.5)) - first[i];
            if (total > LONGEST) {
                throw new IllegalArgumentException(
                        "Resizing a side of " + from + " pixels to " + to + " by " + filter + " needs more than "
                                + LONGEST + " weights; crop the image into parts [errors.md#side-too-long]");
            }
            start[i + 1] = (int) total;
        }
        double[] weights = new double[start[to]];
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * scale;
            double sum = 0;
            for (int k = start[i]; k < start[i + 1]; k++) {
                weights[k] = kernel.at((k - start[i] + first[i] - center + 0.5) * inverse);
                sum += weights[k];
            }
            for (int k = start[i]; k < start[i + 1] && sum != 0; k++) {
                weights[k] /= sum;
            }
        }
        return of(first, start, weights, to < from);
    }

    private static Axis of(int[] first, int[] start, double[] weights, boolean shrinks) {
        int[] fixed = new int[weights.length];
        for (int k = 0; k < fixed.length; k++) {
            double scaled = weights[k] * (1 << FIXED_BITS);
            fixed[k] = (int) (weights[k] < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        return new Axis(first, start, weights, fixed, shrinks);
    }

    /** The most windows that rows belong to which are read a few at a time, without windows that have ended. */
    int open(int rows) {
        int most = 0;
        for (int i = 0, begun = 0; i < first.length; i++) {
            while (begun < first.length && first[begun] < end(i) + rows - 1) {
                begun++;
            }
            most = Math.max(most, begun - i);
        }
        return most;
    }

    /** The widest window. */
    int widest() {
        int widest = 0;
        for (int i = 0; i < first.length; i++) {
            widest = Math.max(widest, count(i));
        }
        return widest;
    }
}
