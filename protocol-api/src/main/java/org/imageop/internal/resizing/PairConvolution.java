package org.imageop.internal.resizing;

import org.imageop.internal.colors.Premultiplication;
import org.imageop.internal.rows.ByteLines;
import org.imageop.internal.rows.RowLength;

/**
 * The pass across of 8-bit samples, for two rows in one go: a long holds a sample of the upper row in its low half and one of the
 * lower row in its high half, so that one multiplication weighs both. The rows may be the same.
 */
final class PairConvolution {
    private static final long HALVES = (long) IntPasses.HALF << Integer.SIZE | IntPasses.HALF;

    /** A sum below 0 or above 255 has one of these bits, in either half. */
    private static final long OUTSIDE = 0xc000_0000_c000_0000L;

    private static final int[] IN_ORDER = {0, 1, 2, 3};

    private final Taps taps;
    private final int components;
    private final int samples;

    /** Two rows, and behind them zeros for windows that are longer than a row. */
    private final long[] pairs;

    PairConvolution(Taps taps, int components, int samples) {
        this.taps = taps;
        this.components = components;
        this.samples = samples;
        this.pairs = new long[RowLength.of(samples / components + taps.count(), components)];
    }

    /** Resizes rows. */
    void plain(int[] upper, int[] lower, int[] upperOut, int[] lowerOut) {
        for (int x = 0; x < samples; x++) {
            pairs[x] = pair(upper[x], lower[x]);
        }
        resize(IN_ORDER, upperOut, lowerOut);
    }

    /** Resizes rows that are bytes. */
    void plain(ByteLines lines, int s, int t, int[] upperOut, int[] lowerOut) {
        byte[] bytes = lines.bytes();
        int upper = lines.start(s);
        int lower = lines.start(t);
        for (int x = 0; x < samples; x++) {
            pairs[x] = pair(bytes[upper + x] & 0xff, bytes[lower + x] & 0xff);
        }
        resize(lines.order(), upperOut, lowerOut);
    }

    /** Resizes rows with their colours multiplied by alpha, as {@link Premultiplication#multiply} has it. */
    void weighted(int[] upper, int[] lower, int[] upperOut, int[] lowerOut) {
        if (components == 4) {
            for (int x = 0; x < samples; x += 4) {
                int above = upper[x + 3];
                int below = lower[x + 3];
                pairs[x] = weighted(upper[x], above, lower[x], below);
                pairs[x + 1] = weighted(upper[x + 1], above, lower[x + 1], below);
                pairs[x + 2] = weighted(upper[x + 2], above, lower[x + 2], below);
                pairs[x + 3] = pair(above, below);
            }
        } else {
            for (int x = 0; x < samples; x += 2) {
                pairs[x] = weighted(upper[x], upper[x + 1], lower[x], lower[x + 1]);
                pairs[x + 1] = pair(upper[x + 1], lower[x + 1]);
            }
        }
        resize(IN_ORDER, upperOut, lowerOut);
    }

    private static long weighted(int upper, int above, int lower, int below) {
        return Premultiplication.quotients255(pair(upper * above, lower * below));
    }

    private static long pair(int upper, int lower) {
        return (long) lower << Integer.SIZE | upper;
    }

    /** Sums all windows; {@code order} has the component of each sample of a pixel. */
    private void resize(int[] order, int[] upper, int[] lower) {
        switch (components) {
            case 3 -> three(order, upper, lower);
            case 4 -> four(order, upper, lower);
            default -> each(order, upper, lower);
        }
    }

    // The inmost loops are not counted loops: the compiler would split each into three, which costs more than it gains
    // for so
    // few weights.

    private void three(int[] order, int[] upper, int[] lower) {
        long[] in = pairs;
        int[] first = taps.first();
        int[] weights = taps.weights();
        int red = order[0];
        int green = order[1];
        int blue = order[2];
        for (int i = 0, k = 0; i < first.length; i++) {
            long s0 = HALVES;
            long s1 = HALVES;
            long s2 = HALVES;
            int p = 3 * first[i];
            int end = k + taps.count();
            do {
                long w0 = weights[k];
                long w1 = weights[k + 1];
                long w2 = weights[k + 2];
                long w3 = weights[k + 3];
                s0 += in[p] * w0 + in[p + 3] * w1 + in[p + 6] * w2 + in[p + 9] * w3;
                s1 += in[p + 1] * w0 + in[p + 4] * w1 + in[p + 7] * w2 + in[p + 10] * w3;
                s2 += in[p + 2] * w0 + in[p + 5] * w1 + in[p + 8] * w2 + in[p + 11] * w3;
                p += 3 * Taps.STEP;
                k += Taps.STEP;
            } while (k != end);
            part(s0, upper, lower, 3 * i + red);
            part(s1, upper, lower, 3 * i + green);
            part(s2, upper, lower, 3 * i + blue);
        }
    }

    private void four(int[] order, int[] upper, int[] lower) {
        long[] in = pairs;
        int[] first = taps.first();
        int[] weights = taps.weights();
        for (int i = 0, k = 0; i < first.length; i++) {
            long s0 = HALVES;
            long s1 = HALVES;
            long s2 = HALVES;
            long s3 = HALVES;
            int p = 4 * first[i];
            int end = k + taps.count();
            do {
                long w0 = weights[k];
                long w1 = weights[k + 1];
                long w2 = weights[k + 2];
                long w3 = weights[k + 3];
                s0 += in[p] * w0 + in[p + 4] * w1 + in[p + 8] * w2 + in[p + 12] * w3;
                s1 += in[p + 1] * w0 + in[p + 5] * w1 + in[p + 9] * w2 + in[p + 13] * w3;
                s2 += in[p + 2] * w0 + in[p + 6] * w1 + in[p + 10] * w2 + in[p + 14] * w3;
                s3 += in[p + 3] * w0 + in[p + 7] * w1 + in[p + 11] * w2 + in[p + 15] * w3;
                p += 4 * Taps.STEP;
                k += Taps.STEP;
            } while (k != end);
            part(s0, upper, lower, 4 * i + order[0]);
            part(s1, upper, lower, 4 * i + order[1]);
            part(s2, upper, lower, 4 * i + order[2]);
            part(s3, upper, lower, 4 * i + order[3]);
        }
    }

    private void each(int[] order, int[] upper, int[] lower) {
        long[] in = pairs;
        int[] first = taps.first();
        int[] weights = taps.weights();
        int step = components;
        for (int i = 0, window = 0; i < first.length; i++, window += taps.count()) {
            for (int c = 0; c < step; c++) {
                long sum = HALVES;
                int p = first[i] * step + c;
                int k = window;
                do {
                    sum += in[p] * weights[k]
                            + in[p + step] * weights[k + 1]
                            + in[p + 2 * step] * weights[k + 2]
                            + in[p + 3 * step] * weights[k + 3];
                    p += Taps.STEP * step;
                    k += Taps.STEP;
                } while (k != window + taps.count());
                part(sum, upper, lower, i * step + order[c]);
            }
        }
    }

    private static void part(long sum, int[] upper, int[] lower, int at) {
        if ((sum & OUTSIDE) == 0) {
            upper[at] = (int) sum >> Axis.FIXED_BITS;
            lower[at] = (int) (sum >>> Integer.SIZE + Axis.FIXED_BITS);
        } else {
            // a negative sum below has borrowed one from the sum above
            int low = (int) sum;
            upper[at] = IntPasses.clip(low);
            lower[at] = IntPasses.clip((int) (sum - low >> Integer.SIZE));
        }
    }
}
