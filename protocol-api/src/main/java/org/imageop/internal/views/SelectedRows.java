package org.imageop.internal.views;

import java.util.List;
import java.util.function.IntFunction;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.Slice;

/** Selected columns and rows of other rows. */
public record SelectedRows(SampleRows source, int components, Slice.Selection columns, Slice.Selection rows)
        implements SampleRows {

    /** Up to this step, columns are picked from a run; beyond, more would be read in vain than is needed. */
    private static final int NEAR = 8;

    /** Moves a run of the source's pixels into or out of an array of samples or numbers. */
    private interface Move {
        void run(int x, int y, int count, Object values, int offset);
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        read(
                x,
                y,
                count,
                samples,
                offset,
                int[]::new,
                (from, row, n, run, at) -> source.read(from, row, n, (int[]) run, at));
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        write(
                x,
                y,
                count,
                samples,
                offset,
                int[]::new,
                (to, row, n, run, at) -> source.write(to, row, n, (int[]) run, at));
    }

    @Override
    public List<Plane.Range> ranges() {
        return source.ranges();
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        read(
                x,
                y,
                count,
                numbers,
                offset,
                double[]::new,
                (from, row, n, run, at) -> source.readNumbers(from, row, n, (double[]) run, at));
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        write(
                x,
                y,
                count,
                numbers,
                offset,
                double[]::new,
                (to, row, n, run, at) -> source.writeNumbers(to, row, n, (double[]) run, at));
    }

    private void read(int x, int y, int count, Object values, int offset, IntFunction<Object> array, Move move) {
        int row = (int) rows.at(y);
        int first = (int) columns.at(x);
        long step = columns.step();
        if (step == 1) {
            move.run(first, row, count, values, offset);
        } else if (Math.abs(step) <= NEAR && count < Integer.MAX_VALUE / NEAR / components) {
            int span = (count - 1) * (int) Math.abs(step) + 1;
            Object run = array.apply(span * components);
            move.run(step < 0 ? first - span + 1 : first, row, span, run, 0);
            int from = step < 0 ? (span - 1) * components : 0;
            for (int i = 0; i < count; i++, from += (int) step * components) {
                System.arraycopy(run, from, values, offset + i * components, components);
            }
        } else {
            for (int i = 0; i < count; i++) {
                move.run((int) columns.at(x + i), row, 1, values, offset + i * components);
            }
        }
    }

    private void write(int x, int y, int count, Object values, int offset, IntFunction<Object> array, Move move) {
        int row = (int) rows.at(y);
        if (columns.step() == 1) {
            move.run((int) columns.at(x), row, count, values, offset);
        } else if (columns.step() == -1) {
            Object run = array.apply(count * components);
            for (int i = 0; i < count; i++) {
                System.arraycopy(values, offset + i * components, run, (count - 1 - i) * components, components);
            }
            move.run((int) columns.at(x + count - 1), row, count, run, 0);
        } else {
            for (int i = 0; i < count; i++) {
                move.run((int) columns.at(x + i), row, 1, values, offset + i * components);
            }
        }
    }

    @Override
    public boolean readOnly() {
        return source.readOnly();
    }

    @Override
    public boolean premultiplied() {
        return source.premultiplied();
    }

    @Override
    public boolean concurrent() {
        return source.concurrent();
    }

    @Override
    public List<?> foundations() {
        return source.foundations();
    }
}
