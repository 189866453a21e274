package org.imageop.internal.resizing;

import java.util.ArrayDeque;
import java.util.Objects;
import org.imageop.internal.rows.RowLength;
import org.jspecify.annotations.Nullable;

/**
 * One band of a separable convolution, row by row. A pass whose axis is null is skipped.
 *
 * <p>Where rows become fewer, each source row is added to the few sums that it is part of; where they become
 * more, each result is summed from the few source rows around it. Either way a handful of rows is held, and both
 * add in the same order.
 */
final class Resampling<R> implements RowSource {
    private final Passes<R> passes;
    private final RowSource source;
    private final int components;
    private final @Nullable Axis horizontal;
    private final @Nullable Axis vertical;
    private final boolean verticalFirst;
    private final int end;

    /** The length of the rows that the vertical pass works on. */
    private final int middle;

    private final int[] loaded;
    private final R raw;
    private final R result;

    /** The next source row to be read. */
    private int next;

    /** Source rows around the current result, when enlarging: row s is at s modulo length. */
    private final Object @Nullable [] window;

    /** Sums of the current result and those after it, when shrinking; and the rows to be reused. */
    private final ArrayDeque<R> sums = new ArrayDeque<>();

    private final ArrayDeque<R> free = new ArrayDeque<>();

    Resampling(
            Passes<R> passes,
            RowSource source,
            int components,
            int fromWidth,
            int toWidth,
            @Nullable Axis horizontal,
            @Nullable Axis vertical,
            boolean verticalFirst,
            int start,
            int end) {
        this.passes = passes;
        this.source = source;
        this.components = components;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.verticalFirst = verticalFirst;
        this.end = end;
        int fromLength = RowLength.of(fromWidth, components);
        int toLength = RowLength.of(toWidth, components);
        this.middle = verticalFirst ? fromLength : toLength;
        this.loaded = new int[fromLength];
        this.raw = passes.row(fromLength);
        this.result = passes.row(toLength);
        this.next = vertical == null ? start : vertical.first()[start];
        this.window = vertical == null || vertical.shrinks() ? null : new Object[vertical.widest()];
    }

    @Override
    public void read(int y, int[] out) {
        if (vertical == null) {
            load(y, result);
            passes.store(result, out);
            return;
        }
        R row = vertical.shrinks() ? shrink(vertical, y) : enlarge(vertical, y);
        if (verticalFirst && horizontal != null) {
            passes.across(row, horizontal, components, result);
            passes.store(result, out);
        } else {
            passes.store(row, out);
        }
        free.push(row);
    }

    /** A source row, resized horizontally unless that comes last. */
    private void load(int s, R row) {
        source.read(s, loaded);
        if (horizontal == null || (verticalFirst && vertical != null)) {
            passes.load(loaded, row);
        } else {
            passes.load(loaded, raw);
            passes.across(raw, horizontal, components, row);
        }
    }

    private R shrink(Axis axis, int y) {
        R row = take();
        if (sums.isEmpty()) {
            // rows between windows count for nothing: NEAREST leaves most of them out
            next = Math.max(next, axis.first()[y]);
        }
        for (; next < axis.end(y); next++) {
            load(next, row);
            int j = y;
            for (R sum : sums) {
                add(row, axis, j++, sum);
            }
            for (; j < end && axis.first()[j] <= next; j++) {
                R sum = take();
                passes.clear(sum);
                add(row, axis, j, sum);
                sums.add(sum);
            }
        }
        free.push(row);
        R done = sums.remove();
        passes.finish(done);
        return done;
    }

    /** Adds source row {@code next} to result j if it is in j's window. */
    private void add(R row, Axis axis, int j, R sum) {
        if (next >= axis.first()[j] && next < axis.end(j)) {
            passes.add(row, axis, axis.start()[j] + next - axis.first()[j], sum);
        }
    }

    @SuppressWarnings("unchecked") // the window holds what take() made
    private R enlarge(Axis axis, int y) {
        Object[] rows = Objects.requireNonNull(window);
        for (; next < axis.end(y); next++) {
            int place = next % rows.length;
            if (rows[place] == null) {
                rows[place] = take();
            }
            load(next, (R) rows[place]);
        }
        R sum = take();
        passes.clear(sum);
        int first = axis.first()[y];
        for (int k = 0; k < axis.count(y); k++) {
            passes.add((R) rows[(first + k) % rows.length], axis, axis.start()[y] + k, sum);
        }
        passes.finish(sum);
        return sum;
    }

    private R take() {
        R row = free.poll();
        return row == null ? passes.row(middle) : row;
    }
}
