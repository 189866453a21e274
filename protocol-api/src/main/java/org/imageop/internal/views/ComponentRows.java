package org.imageop.internal.views;

import java.util.List;
import org.imageop.Plane;
import org.imageop.SampleRows;

/** One component of other rows. */
public record ComponentRows(SampleRows source, int components, int component) implements SampleRows {

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] pixels = new int[count * components];
        source.read(x, y, count, pixels, 0);
        for (int i = 0; i < count; i++) {
            samples[offset + i] = pixels[i * components + component];
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        int[] pixels = new int[count * components];
        source.read(x, y, count, pixels, 0);
        for (int i = 0; i < count; i++) {
            pixels[i * components + component] = samples[offset + i];
        }
        source.write(x, y, count, pixels, 0);
    }

    @Override
    public List<Plane.Range> ranges() {
        List<Plane.Range> all = source.ranges();
        return all.isEmpty() ? all : List.of(all.get(component));
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        double[] pixels = new double[count * components];
        source.readNumbers(x, y, count, pixels, 0);
        for (int i = 0; i < count; i++) {
            numbers[offset + i] = pixels[i * components + component];
        }
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        double[] pixels = new double[count * components];
        source.readNumbers(x, y, count, pixels, 0);
        for (int i = 0; i < count; i++) {
            pixels[i * components + component] = numbers[offset + i];
        }
        source.writeNumbers(x, y, count, pixels, 0);
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
