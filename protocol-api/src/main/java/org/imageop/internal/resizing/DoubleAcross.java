package org.imageop.internal.resizing;

/** The pass across of wider components, in double from the first to the last. */
final class DoubleAcross implements RowSource {
    private final RowSource source;
    private final Axis axis;
    private final int components;
    private final long max;
    private final int end;
    private final double[] above;
    private final double[] below;
    private final int[] upper;
    private final int[] lower;

    /** The row that {@link #lower} is, resized beside the one above it. */
    private int ahead = -1;

    /**
     * A pass for a band.
     *
     * @param bits of a sample
     * @param length of a row of the source, in samples
     * @param end one past the last row that is asked for
     */
    DoubleAcross(RowSource source, int components, int bits, int length, Axis axis, int end) {
        this.source = source;
        this.axis = axis;
        this.components = components;
        this.max = (1L << bits) - 1;
        this.end = end;
        this.above = new double[length];
        this.below = new double[length];
        this.upper = new int[axis.first().length * components];
        this.lower = new int[upper.length];
    }

    @Override
    public int[] row(int y) {
        if (y == ahead) {
            return lower;
        }
        load(source.row(y), above);
        if (y + 1 < end) {
            load(source.row(y + 1), below);
            ahead = y + 1;
        }
        resize();
        return upper;
    }

    private void load(int[] in, double[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = in[x] & max;
        }
    }

    /** Two rows at once keep the adders busy: the sums of one row wait for each other, because their order counts. */
    private void resize() {
        double[] weights = axis.weights();
        int[] start = axis.start();
        int[] first = axis.first();
        for (int i = 0, o = 0; i < first.length; i++) {
            int from = first[i] * components;
            for (int c = 0; c < components; c++, o++) {
                double up = 0;
                double low = 0;
                for (int k = start[i], last = start[i + 1], p = from + c; k < last; k++, p += components) {
                    double weight = weights[k];
                    up += above[p] * weight;
                    low += below[p] * weight;
                }
                upper[o] = DoublePasses.round(up, max);
                lower[o] = DoublePasses.round(low, max);
            }
        }
    }
}
