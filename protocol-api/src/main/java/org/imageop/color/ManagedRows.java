package org.imageop.color;

import java.util.List;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.rows.ParallelRows;
import org.imageop.internal.rows.RowLength;

/** The rows of an image, converted to other colours as they are read. */
record ManagedRows(SampleRows source, Mode from, Mode to, ColorTransform transform) implements SampleRows {
    /** About so many pixels are converted at once. */
    private static final int RUN = 1 << 13;

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] before = new int[count * from.components()];
        source.read(x, y, count, before, 0);
        if (offset == 0) {
            convert(before, samples, count);
            return;
        }
        int[] after = new int[count * to.components()];
        convert(before, after, count);
        System.arraycopy(after, 0, samples, offset, after.length);
    }

    /** Converts pixels from index 0 on, alpha included. */
    void convert(int[] before, int[] after, int count) {
        transform.apply(before, after, count);
        if (to.hasAlpha()) {
            int step = from.components();
            int newStep = to.components();
            for (int i = step - 1, k = newStep - 1; k < count * newStep; i += step, k += newStep) {
                after[k] = before[i];
            }
        }
    }

    /** Converts the whole of an image of that size. Short rows are converted together: a conversion has its price. */
    void copyTo(SampleRows target, int width, int height) {
        int strip = Math.max(1, RUN / width);
        boolean bands = concurrent() && target.concurrent();
        ParallelRows.run(height, 1, (long) width * height * to.components(), bands, (start, end) -> {
            int rows = Math.min(strip, end - start);
            int[] before = new int[RowLength.of(width, rows * from.components())];
            int[] after = new int[RowLength.of(width, rows * to.components())];
            for (int y = start; y < end; y += rows) {
                int count = Math.min(rows, end - y);
                for (int i = 0; i < count; i++) {
                    source.read(0, y + i, width, before, i * width * from.components());
                }
                convert(before, after, width * count);
                for (int i = 0; i < count; i++) {
                    target.write(0, y + i, width, after, i * width * to.components());
                }
            }
        });
    }

    @Override
    public boolean concurrent() {
        return source.concurrent();
    }

    @Override
    public List<?> foundations() {
        return List.of(source);
    }
}
