package org.imageop.internal.rows;

import java.util.List;
import org.imageop.ImageSize;
import org.imageop.Plane;
import org.imageop.SampleRows;

/**
 * Numbers of ranges in an array of doubles, which holds those of all other rows.
 *
 * @param ranges a range for each component
 * @param max the largest sample
 * @param width the number of columns
 * @param memory the numbers, the components of a pixel side by side
 */
public record NumberRows(List<Plane.Range> ranges, long max, int width, double[] memory) implements SampleRows {

    /** Rows with memory of their own. */
    public static NumberRows allocate(List<Plane.Range> ranges, long max, ImageSize size) {
        return new NumberRows(ranges, max, size.width(), new double[size.arrayLength(ranges.size())]);
    }

    private int index(int x, int y) {
        return (y * width + x) * ranges.size();
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int components = ranges.size();
        int first = index(x, y);
        for (int k = 0; k < count * components; k++) {
            samples[offset + k] = ranges.get(k % components).sample(memory[first + k], max);
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        int components = ranges.size();
        int first = index(x, y);
        for (int k = 0; k < count * components; k++) {
            memory[first + k] = ranges.get(k % components).number(samples[offset + k], max);
        }
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        System.arraycopy(memory, index(x, y), numbers, offset, count * ranges.size());
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        System.arraycopy(numbers, offset, memory, index(x, y), count * ranges.size());
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public boolean concurrent() {
        return true;
    }

    @Override
    public List<?> foundations() {
        return List.of(memory);
    }
}
