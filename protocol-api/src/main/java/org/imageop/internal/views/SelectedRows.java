package org.imageop.internal.views;

import java.util.List;
import org.imageop.SampleRows;
import org.imageop.Slice;

/** Selected columns and rows of other rows. */
public record SelectedRows(SampleRows source, int components, Slice.Selection columns, Slice.Selection rows)
        implements SampleRows {

    /** Up to this step, columns are picked from a run; beyond, more would be read in vain than is needed. */
    private static final int NEAR = 8;

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int row = (int) rows.at(y);
        int first = (int) columns.at(x);
        long step = columns.step();
        if (step == 1) {
            source.read(first, row, count, samples, offset);
        } else if (Math.abs(step) <= NEAR && count < Integer.MAX_VALUE / NEAR / components) {
            int span = (count - 1) * (int) Math.abs(step) + 1;
            int[] run = new int[span * components];
            source.read(step < 0 ? first - span + 1 : first, row, span, run, 0);
            int from = step < 0 ? (span - 1) * components : 0;
            for (int i = 0; i < count; i++, from += (int) step * components) {
                System.arraycopy(run, from, samples, offset + i * components, components);
            }
        } else {
            for (int i = 0; i < count; i++) {
                source.read((int) columns.at(x + i), row, 1, samples, offset + i * components);
            }
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        int row = (int) rows.at(y);
        if (columns.step() == 1) {
            source.write((int) columns.at(x), row, count, samples, offset);
        } else if (columns.step() == -1) {
            int[] run = new int[count * components];
            for (int i = 0; i < count; i++) {
                System.arraycopy(samples, offset + i * components, run, (count - 1 - i) * components, components);
            }
            source.write((int) columns.at(x + count - 1), row, count, run, 0);
        } else {
            for (int i = 0; i < count; i++) {
                source.write((int) columns.at(x + i), row, 1, samples, offset + i * components);
            }
        }
    }

    @Override
    public boolean readOnly() {
        return source.readOnly();
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
