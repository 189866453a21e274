package org.imageop.internal.resizing;

/** The weights of a few neighbouring rows in one window of an axis; made once and filled for each window. */
final class Weights {
    private final Axis axis;
    private final int[] fixed = new int[Passes.ROWS];
    private final double[] exact = new double[Passes.ROWS];

    Weights(Axis axis) {
        this.axis = axis;
    }

    /** The weights of {@code count} rows from {@code row} on in window i; 0 for rows outside of it. */
    Weights of(int i, int row, int count) {
        int first = axis.first()[i];
        for (int n = 0; n < Passes.ROWS; n++) {
            int s = row + n;
            boolean inside = n < count && s >= first && s < axis.end(i);
            int k = inside ? axis.start()[i] + s - first : -1;
            fixed[n] = inside ? axis.fixed()[k] : 0;
            exact[n] = inside ? axis.weights()[k] : 0;
        }
        return this;
    }

    /** In 22-bit fixed point. */
    int[] fixed() {
        return fixed;
    }

    double[] exact() {
        return exact;
    }
}
