package org.imageop.internal.conversion;

import org.imageop.internal.pixels.PixelRuns;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.StridedRows;
import org.jspecify.annotations.Nullable;

/**
 * Converts pixels of 8-bit components from memory to memory, each in one int instead of a row of samples. A block is read,
 * changed in place and written, so that it stays in the nearest cache.
 *
 * <p>An instance keeps a block and belongs to one thread.
 */
final class PackedCopy implements StridedCopy.Run {
    private final StridedRows source;
    private final StridedRows target;
    private final PixelRuns from;
    private final PixelRuns to;
    private final PackedPath path;
    private final int[] block = new int[PixelRuns.BLOCK];

    private PackedCopy(StridedRows source, PixelRuns from, StridedRows target, PixelRuns to, PackedPath path) {
        this.source = source;
        this.target = target;
        this.from = from;
        this.to = to;
        this.path = path;
    }

    /** The copy of an image into another one, or null if one of them has no such pixels in memory. */
    static @Nullable PackedCopy of(ImageRows source, ImageRows target) {
        if (!(source.rows()[0] instanceof StridedRows rows) || !(target.rows()[0] instanceof StridedRows memory)) {
            return null;
        }
        PixelRuns from = rows.pixels();
        PixelRuns to = memory.pixels();
        if (from == null || to == null) {
            return null;
        }
        PixelForm have = PixelForm.of(source.mode(), rows, from);
        PixelForm want = PixelForm.of(target.mode(), memory, to);
        return new PackedCopy(rows, from, memory, to, new PackedPath(have, want, PixelRuns.BLOCK));
    }

    @Override
    public void copy(int x, int y, int count) {
        source.checkAlive();
        target.checkAlive();
        for (int done = 0, n; done < count; done += n) {
            n = Math.min(block.length, count - done);
            from.load(x + done, y, n, block, 0);
            path.apply(block, n);
            to.store(x + done, y, n, block, 0);
        }
    }
}
