package org.imageop.foreign;

import java.util.List;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;

/**
 * The rows of two halves of an image, one above or beside the other.
 *
 * @param first the upper or left half
 * @param second the lower or right half
 * @param at the row or column where the second half begins
 * @param down whether the halves lie one above the other
 * @param components how many samples a pixel has
 * @param apart whether writing one half leaves the other as it is
 */
record HalvedRows(SampleRows first, SampleRows second, int at, boolean down, int components, boolean apart)
        implements SampleRows {

    /** Reads or writes a run of one half. */
    private interface Run {
        void on(SampleRows half, int x, int y, int count, int offset);
    }

    private void each(int x, int y, int count, int offset, Run run) {
        if (down) {
            boolean upper = y < at;
            run.on(upper ? first : second, x, upper ? y : y - at, count, offset);
            return;
        }
        int left = Math.max(0, Math.min(count, at - x));
        if (left > 0) {
            run.on(first, x, y, left, offset);
        }
        if (left < count) {
            run.on(second, x + left - at, y, count - left, offset + left * components);
        }
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        each(x, y, count, offset, (half, hx, hy, n, from) -> half.read(hx, hy, n, samples, from));
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (readOnly()) {
            throw new ReadOnlyImageException(
                    "These pixels are read-only; copy the image with StandardImage.from to change it"
                            + " [errors.md#read-only]");
        }
        each(x, y, count, offset, (half, hx, hy, n, from) -> half.write(hx, hy, n, samples, from));
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        each(x, y, count, offset, (half, hx, hy, n, from) -> half.readNumbers(hx, hy, n, numbers, from));
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        each(x, y, count, offset, (half, hx, hy, n, from) -> half.writeNumbers(hx, hy, n, numbers, from));
    }

    @Override
    public List<Plane.Range> ranges() {
        return first.ranges();
    }

    @Override
    public boolean premultiplied() {
        return first.premultiplied();
    }

    @Override
    public boolean readOnly() {
        return !apart || first.readOnly() || second.readOnly();
    }

    @Override
    public boolean concurrent() {
        return first.concurrent() && second.concurrent();
    }

    @Override
    public List<?> foundations() {
        return List.of(first, second);
    }
}
