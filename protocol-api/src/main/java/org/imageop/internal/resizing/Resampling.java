package org.imageop.internal.resizing;

import java.util.ArrayDeque;

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

    /** The next source row to be added. */
    private int next;

    /** The rows that are added at once. */
    private final R[] few;

    /** Source rows around the current result, when enlarging: row s is at s modulo length. */
    private final R[] window;

    /** Sums of the current result and those after it, when shrinking; and the rows to be reused. */
    private final ArrayDeque<R> sums = new ArrayDeque<>();

    private final ArrayDeque<R> free = new ArrayDeque<>();

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
        this.next = axis.first()[start];
        this.few = passes.rows(Passes.ROWS);
        this.window = passes.rows(axis.shrinks() ? 0 : axis.widest());
    }

    /** Begins again at the first row, after the last one. */
    void restart() {
        next = axis.first()[start];
    }

    @Override
    public int[] row(int y) {
        R sum = axis.shrinks() ? shrink(y) : enlarge(y);
        free.push(sum);
        return passes.finish(sum);
    }

    private R load(int s) {
        R row = take();
        passes.load(source.row(s), row);
        return row;
    }

    private R shrink(int y) {
        while (next < axis.end(y)) {
            int count = Math.min(Passes.ROWS, height - next);
            for (int n = 0; n < Passes.ROWS; n++) {
                few[n] = n < count ? load(next + n) : few[0];
            }
            int j = y;
            for (R sum : sums) {
                passes.add(few, weights.of(j++, next, count), sum);
            }
            for (; j < end && axis.first()[j] < next + count; j++) {
                R sum = take();
                passes.clear(sum);
                passes.add(few, weights.of(j, next, count), sum);
                sums.add(sum);
            }
            for (int n = 0; n < count; n++) {
                free.push(few[n]);
            }
            next += count;
        }
        return sums.remove();
    }

    private R enlarge(int y) {
        for (; next < axis.end(y); next++) {
            int place = next % window.length;
            if (window[place] != null) {
                free.push(window[place]);
            }
            window[place] = load(next);
        }
        R sum = take();
        passes.clear(sum);
        for (int s = axis.first()[y]; s < axis.end(y); s += Passes.ROWS) {
            int count = Math.min(Passes.ROWS, axis.end(y) - s);
            for (int n = 0; n < Passes.ROWS; n++) {
                few[n] = window[(n < count ? s + n : s) % window.length];
            }
            passes.add(few, weights.of(y, s, count), sum);
        }
        return sum;
    }

    private R take() {
        R row = free.poll();
        return row == null ? passes.row() : row;
    }
}
