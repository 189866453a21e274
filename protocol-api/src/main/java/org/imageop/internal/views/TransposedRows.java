package org.imageop.internal.views;

import java.util.List;
import org.imageop.Plane;
import org.imageop.SampleRows;

/** Other rows mirrored at the main diagonal. */
public record TransposedRows(SampleRows source, int components) implements SampleRows {

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        for (int i = 0; i < count; i++) {
            source.read(y, x + i, 1, samples, offset + i * components);
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        for (int i = 0; i < count; i++) {
            source.write(y, x + i, 1, samples, offset + i * components);
        }
    }

    @Override
    public List<Plane.Range> ranges() {
        return source.ranges();
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        for (int i = 0; i < count; i++) {
            source.readNumbers(y, x + i, 1, numbers, offset + i * components);
        }
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        for (int i = 0; i < count; i++) {
            source.writeNumbers(y, x + i, 1, numbers, offset + i * components);
        }
    }

    @Override
    public boolean readOnly() {
        return source.readOnly();
    }

    @Override
    public boolean concurrent() {
        // its rows are columns, and a concurrent source promises different rows only
        return false;
    }

    @Override
    public List<?> foundations() {
        return source.foundations();
    }
}
