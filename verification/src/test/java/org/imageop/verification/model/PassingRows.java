package org.imageop.verification.model;

import org.imageop.SampleRows;

/** Passes on what other rows read and write, and names no foundations. */
public class PassingRows implements SampleRows {
    private final SampleRows rows;

    /** On other rows. */
    public PassingRows(SampleRows rows) {
        this.rows = rows;
    }

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
        return false;
    }
}
