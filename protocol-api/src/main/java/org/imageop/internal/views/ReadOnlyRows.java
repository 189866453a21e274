package org.imageop.internal.views;

import java.util.List;
import org.imageop.Plane;
import org.imageop.SampleRows;

/** Other rows, which cannot be written here. */
public record ReadOnlyRows(SampleRows source) implements SampleRows {

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        source.read(x, y, count, samples, offset);
    }

    @Override
    public List<Plane.Range> ranges() {
        return source.ranges();
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        source.readNumbers(x, y, count, numbers, offset);
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
