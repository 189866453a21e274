package org.imageop.verification.model;

import java.util.List;
import org.imageop.SampleRows;
import org.imageop.tck.engine.Samples;

/**
 * Rows of the kit's own samples, as an image without memory has them.
 *
 * @param samples what is read and written
 * @param plane which plane of a planar image; else 0
 * @param concurrent whether several threads may use them
 * @param foundation what they are made of
 * @param watcher receives every access
 */
public record ComputedRows(Samples samples, int plane, boolean concurrent, Object foundation, Watcher watcher)
        implements SampleRows {

    /** Sees every access. */
    public interface Watcher {
        void access(boolean writes, int row);
    }

    public static final Watcher NOBODY = (writes, row) -> {};

    /** The rows of an image, one for each plane. */
    public static SampleRows[] of(Samples samples, boolean concurrent, Object foundation, Watcher watcher) {
        SampleRows[] rows = new SampleRows[samples.shape.planar() ? 3 : 1];
        for (int plane = 0; plane < rows.length; plane++) {
            rows[plane] = new ComputedRows(samples, plane, concurrent, foundation, watcher);
        }
        return rows;
    }

    private int components() {
        return samples.shape.planar() ? 1 : samples.of.length;
    }

    @Override
    public void read(int x, int y, int count, int[] target, int offset) {
        watcher.access(false, y);
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < components(); c++) {
                target[offset + i * components() + c] = samples.of[plane + c][y][x + i];
            }
        }
    }

    @Override
    public void write(int x, int y, int count, int[] source, int offset) {
        watcher.access(true, y);
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < components(); c++) {
                samples.of[plane + c][y][x + i] = source[offset + i * components() + c];
            }
        }
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public List<?> foundations() {
        return List.of(foundation);
    }
}
