package org.imageop.internal.rows;

import java.util.ArrayList;
import java.util.List;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.jspecify.annotations.Nullable;

/**
 * Rows that somebody else wrote, where they enter the library: values beyond the mode's range are refused when they are
 * read, and the foreign object is a foundation of rows that name none.
 *
 * <p>The check is one or of all samples of a run. It costs less than a tenth of a nanosecond for each.
 *
 * @param rows the rows of somebody else
 * @param components how many samples a pixel has there
 * @param bits the width of a sample
 * @param owner the foreign object, or null if there is none
 */
public record CheckedRows(
        SampleRows rows, int components, int bits, @Nullable Object owner) implements SampleRows {

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        rows.read(x, y, count, samples, offset);
        if (bits < Integer.SIZE) {
            if (union(samples, offset, count * components) >>> bits != 0) {
                throw outOfRange(x, y, samples, offset);
            }
        }
    }

    /** All bits that are set in any sample. Each of the four parts need not wait for the others. */
    private static int union(int[] samples, int offset, int count) {
        int end = offset + count;
        int first = 0;
        int second = 0;
        int third = 0;
        int fourth = 0;
        int k = offset;
        for (; k < end - 3; k += 4) {
            first |= samples[k];
            second |= samples[k + 1];
            third |= samples[k + 2];
            fourth |= samples[k + 3];
        }
        for (; k < end; k++) {
            first |= samples[k];
        }
        return first | second | third | fourth;
    }

    private IllegalStateException outOfRange(int x, int y, int[] samples, int offset) {
        int k = offset;
        while (samples[k] >>> bits == 0) {
            k++;
        }
        int place = k - offset;
        return new IllegalStateException("The rows " + rows.getClass().getName() + " delivered " + samples[k]
                + " as component " + place % components + " of the pixel (" + (x + place / components) + ", " + y
                + "); a sample of " + bits + " bits is 0 to " + ((1 << bits) - 1)
                + "; that is a bug of these rows [errors.md#rows-out-of-range]");
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        rows.write(x, y, count, samples, offset);
    }

    @Override
    public List<Plane.Range> ranges() {
        List<Plane.Range> ranges = rows.ranges();
        if (!ranges.isEmpty() && ranges.size() != components) {
            throw new IllegalStateException("The rows " + rows.getClass().getName() + " have " + ranges.size()
                    + " ranges for pixels of " + components + " components; that is a bug of these rows"
                    + " [errors.md#rows-without-numbers]");
        }
        return ranges;
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        rows.readNumbers(x, y, count, numbers, offset);
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        rows.writeNumbers(x, y, count, numbers, offset);
    }

    @Override
    public boolean readOnly() {
        return rows.readOnly();
    }

    @Override
    public boolean premultiplied() {
        return rows.premultiplied();
    }

    @Override
    public boolean concurrent() {
        return rows.concurrent();
    }

    @Override
    public List<?> foundations() {
        List<Object> all = new ArrayList<>(rows.foundations());
        if (all.isEmpty() && owner != null) {
            all.add(owner);
        }
        all.add(rows);
        return all;
    }
}
