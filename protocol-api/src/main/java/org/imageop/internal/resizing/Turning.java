package org.imageop.internal.resizing;

import org.imageop.internal.rows.RowLength;

/**
 * The pass across of 8-bit components: blocks of rows are turned, so that their columns are resized as rows are, many lines at
 * once, and turned back.
 */
final class Turning implements RowSource {
    /** In ints. */
    private static final int CACHE_LINE = 16;

    /** The pixels that a block has at most, so that rows of a million pixels do not need 128 times their memory. */
    private static final int LARGEST = 1 << 21;

    private final RowSource source;
    private final Resampling<?> columns;
    private final int width;
    private final int end;
    private final int lines;

    /** From a row of a block to the next one. */
    private final int step;

    private final int[] block;
    private final int[] column = new int[LinePasses.LINES];
    private final int resizedStep;
    private final int[] resized;
    private final int[] row;

    /** The rows that {@link #resized} has. */
    private int first;

    private int next;

    /**
     * A pass for a band.
     *
     * @param bytes that pixels have: 1, 3 or 4
     * @param width of the source
     * @param start the first row that is asked for
     * @param end one past the last one
     */
    Turning(RowSource source, int bytes, int width, Axis axis, int start, int end) {
        this.source = source;
        this.columns = new Resampling<>(new LinePasses(bytes), this::column, width, axis, 0, axis.first().length);
        this.width = width;
        this.end = end;
        this.row = new int[axis.first().length];
        this.step = apart(width);
        this.resizedStep = apart(row.length);
        this.lines =
                Math.max(1, Math.min(Math.min(LinePasses.LINES, end - start), LARGEST / Math.max(step, resizedStep)));
        this.block = new int[RowLength.of(step, lines)];
        this.resized = new int[RowLength.of(resizedStep, lines)];
        this.first = start;
        this.next = start;
    }

    @Override
    public int[] row(int y) {
        if (y >= next) {
            resize(y);
        }
        System.arraycopy(resized, (y - first) * resizedStep, row, 0, row.length);
        return row;
    }

    /** Resizes a block of rows, of which {@code y} is the first. */
    private void resize(int y) {
        int count = Math.min(lines, end - y);
        for (int n = 0; n < count; n++) {
            System.arraycopy(source.row(y + n), 0, block, n * step, width);
        }
        columns.restart();
        for (int x = 0; x < row.length; x++) {
            scatter(columns.row(x), resized, x, resizedStep, count);
        }
        first = y;
        next = y + count;
    }

    private int[] column(int x) {
        gather(block, x, step, column, lines);
        return column;
    }

    /** An odd number of cache lines, so that the rows of a column do not compete for the same places of the cache. */
    private static int apart(int width) {
        return (width / CACHE_LINE + 1 | 1) * CACHE_LINE;
    }

    private static void gather(int[] in, int at, int step, int[] out, int count) {
        for (int i = 0, p = at; i < count; i++, p += step) {
            out[i] = in[p];
        }
    }

    private static void scatter(int[] in, int[] out, int at, int step, int count) {
        for (int i = 0, p = at; i < count; i++, p += step) {
            out[p] = in[i];
        }
    }
}
