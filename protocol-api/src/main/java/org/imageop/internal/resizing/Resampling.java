package org.imageop.internal.resizing;

import java.util.Arrays;

/**
 * The pass down of a convolution: one band of its results, row by row.
 *
 * <p>Where rows become fewer, a few neighbouring source rows are added to each of the sums that they are part of; where they become
 * more, each result is summed from the few source rows around it. Either way a handful of rows is held, and both
 * add in the same order.
 */
final class Resampling<R> implements RowSource {
    private final Passes<R> passes;
    private final RowSource source;
    private final int height;
    private final Axis axis;
    private final int start;
    private final int end;
    private final Weights weights;

    /** Source rows: of row s at s modulo length when enlarging, those that are added at once when shrinking. */
    private final R[] held;

    /** Sums: of result j at j modulo length. */
    private final R[] sums;

    /** The rows that are added at once. */
    private final R[] few;

    /** The next source row to be read. */
    private int next;

    /** One past the last result whose sums are begun, when shrinking. */
    private int begun;

    /**
     * The rows {@code start} to {@code end} − 1 of a result.
     *
     * @param height how many rows the source has
     */
    Resampling(Passes<R> passes, RowSource source, int height, Axis axis, int start, int end) {
        this.passes = passes;
        this.source = source;
        this.height = height;
        this.axis = axis;
        this.start = start;
        this.end = end;
        this.weights = new Weights(axis);
        this.held = passes.rows(axis.shrinks() ? Passes.ROWS : axis.widest());
        this.sums = passes.rows(axis.shrinks() ? axis.open(Passes.ROWS) : 1);
        this.few = Arrays.copyOf(held, Passes.ROWS);
        restart();
    }

    /** Begins again at the first row, after the last one. */
    void restart() {
        next = axis.first()[start];
        begun = start;
    }

    @Override
    public int[] row(int y) {
        if (axis.shrinks()) {
            shrink(y);
        } else {
            enlarge(y);
        }
        return passes.finish(sums[y % sums.length]);
    }

    private void shrink(int y) {
        while (next < axis.end(y)) {
            // the rows after the last one keep what they had, and have no weight
            int count = Math.min(Passes.ROWS, height - next);
            for (int n = 0; n < count; n++) {
                passes.load(source.row(next + n), few[n]);
            }
            for (; begun < end && axis.first()[begun] < next + count; begun++) {
                passes.clear(sums[begun % sums.length]);
            }
            for (int j = y; j < begun; j++) {
                passes.add(few, weights.of(j, next, count), sums[j % sums.length]);
            }
            next += count;
        }
    }

    private void enlarge(int y) {
        for (; next < axis.end(y); next++) {
            passes.load(source.row(next), held[next % held.length]);
        }
        passes.clear(sums[0]);
        for (int s = axis.first()[y]; s < axis.end(y); s += Passes.ROWS) {
            int count = Math.min(Passes.ROWS, axis.end(y) - s);
            for (int n = 0; n < Passes.ROWS; n++) {
                few[n] = held[(n < count ? s + n : s) % held.length];
            }
            passes.add(few, weights.of(y, s, count), sums[0]);
        }
    }
}
