package org.imageop.internal.conversion;

import org.imageop.internal.pixels.PixelRuns;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.PlaneRows;
import org.jspecify.annotations.Nullable;

/**
 * Converts pixels of 8-bit components, each in one int, into numbers of ranges, as tensors have them. Rows of samples would
 * compute each number again, at a third of the speed.
 *
 * <p>An instance keeps a block and belongs to one thread.
 */
final class NumbersOfPixels implements StridedCopy.Run {
    private final ImagePixels<?> from;
    private final PlaneRows to;
    private final PixelForm form;
    private final PackedPath path;
    private final int[] block = new int[PixelRuns.BLOCK];

    private NumbersOfPixels(ImagePixels<?> from, PlaneRows to, PixelForm form) {
        this.from = from;
        this.to = to;
        this.form = form;
        this.path = new PackedPath(from.form(), form, PixelRuns.BLOCK);
    }

    /** The copy of an image into another one, or null if one of them lies otherwise. */
    static @Nullable NumbersOfPixels of(ImageRows source, ImageRows target) {
        ImagePixels<?> from = ImagePixels.readable(source);
        return from != null && target.rows()[0] instanceof PlaneRows to && to.takesPixels()
                ? new NumbersOfPixels(from, to, PixelForm.of(target.mode()))
                : null;
    }

    @Override
    public void copy(int x, int y, int count) {
        for (int done = 0, n; done < count; done += n) {
            n = Math.min(block.length, count - done);
            from.alive().load(x + done, y, n, block, 0);
            path.apply(block, 0, n);
            to.writePixels(x + done, y, n, block, form.shifts());
        }
    }
}
