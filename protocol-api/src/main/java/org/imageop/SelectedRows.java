package org.imageop;

import org.imageop.spi.SampleRows;

/** Selected columns and rows of other rows. */
record SelectedRows(SampleRows source, int components, Slice.Selection columns, Slice.Selection rows)
        implements SampleRows {

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int row = (int) rows.at(y);
        if (columns.step() == 1) {
            source.read((int) columns.at(x), row, count, samples, offset);
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
}
