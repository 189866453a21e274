package org.imageop.spi;

import org.imageop.SampleRows;

/** Rows that belong to a foreign object. */
record BasedRows(SampleRows rows, Object base) implements SampleRows {

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        rows.read(x, y, count, samples, offset);
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        rows.write(x, y, count, samples, offset);
    }

    @Override
    public boolean readOnly() {
        return rows.readOnly();
    }

    @Override
    public boolean concurrent() {
        return rows.concurrent();
    }
}
