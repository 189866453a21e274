package org.imageop.internal.resizing;

import java.util.ArrayDeque;
import org.imageop.internal.rows.RowLength;
import org.jspecify.annotations.Nullable;

/**
 * One band of a separable convolution, row by row.
 *
 * <p>Where rows become fewer, a few neighbouring source rows are added to each of the sums that they are part of; where they become
 * more, each result is summed from the few source rows around it. Either way a handful of rows is held, and both
 * add in the same order.
 */
final class Resampling<R> implements RowSource {
    private final Passes<R> passes;
    private final Source source;
    private final boolean horizontal;
    private final @Nullable Axis vertical;
    private final boolean verticalFirst;
    private final int end;

    /** The length of the rows that the vertical pass works on. */
    private final int middle;

    /** The last result, until the next one is asked for. */
    private @Nullable R last;

    private final R resized;

    /** A row that was resized beside the one above it, and its number. */
    private @Nullable R ahead;

    private int aheadAt;

    /** The next source row to be added. */
    private int next;

    /** The rows that are added at once, and their weights. */
    private final R[] few;

    private final @Nullable Weights weights;

    /** Source rows around the current result, when enlarging: row s is at s modulo length. */
    private final R[] window;

    /** Sums of the current result and those after it, when shrinking; and the rows to be reused. */
    private final ArrayDeque<R> sums = new ArrayDeque<>();

    private final ArrayDeque<R> free = new ArrayDeque<>();

    /**
     * The rows {@code start} to {@code end} − 1 of a result.
     *
     * @param toWidth the width of the result
     * @param horizontal whether there is a pass across
     * @param vertical null if there is no pass down
     * @param verticalFirst which comes first
     */
    Resampling(
            Passes<R> passes,
            Source source,
            int toWidth,
            boolean horizontal,
            @Nullable Axis vertical,
            boolean verticalFirst,
            int start,
            int end) {
        this.passes = passes;
        this.source = source;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.verticalFirst = verticalFirst && vertical != null;
        this.end = end;
        int toLength = RowLength.of(toWidth, source.components());
        this.middle = this.verticalFirst ? source.length() : toLength;
        this.resized = passes.row(this.verticalFirst ? toLength : 0);
        this.next = vertical == null ? start : vertical.first()[start];
        this.few = passes.rows(Passes.ROWS);
        this.weights = vertical == null ? null : new Weights(vertical);
        this.window = passes.rows(vertical == null || vertical.shrinks() ? 0 : vertical.widest());
    }

    @Override
    public int[] row(int y) {
        if (last != null) {
            free.push(last);
        }
        last = vertical == null ? across(y) : vertical.shrinks() ? shrink(vertical, y) : enlarge(vertical, y);
        if (verticalFirst && horizontal) {
            passes.across(last, resized);
            return passes.samples(resized);
        }
        return passes.samples(last);
    }

    /** A source row, resized horizontally unless that comes last; the caller frees it. Rows are asked for in order. */
    private R across(int s) {
        R row = ahead;
        if (row != null) {
            ahead = null;
            if (aheadAt == s) {
                return row;
            }
            free.push(row);
        }
        row = take();
        if (!horizontal || verticalFirst) {
            passes.load(s, row);
        } else if (s + 1 == source.height()) {
            passes.across(s, s, row, row);
        } else {
            ahead = take();
            aheadAt = s + 1;
            passes.across(s, s + 1, row, ahead);
        }
        return row;
    }

    private R shrink(Axis axis, int y) {
        while (next < axis.end(y)) {
            int count = Math.min(Passes.ROWS, source.height() - next);
            for (int n = 0; n < Passes.ROWS; n++) {
                few[n] = n < count ? across(next + n) : few[0];
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
        R done = sums.remove();
        passes.finish(done);
        return done;
    }

    private R enlarge(Axis axis, int y) {
        for (; next < axis.end(y); next++) {
            int place = next % window.length;
            if (window[place] != null) {
                free.push(window[place]);
            }
            window[place] = across(next);
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
        passes.finish(sum);
        return sum;
    }

    private R take() {
        R row = free.poll();
        return row == null ? passes.row(middle) : row;
    }
}
