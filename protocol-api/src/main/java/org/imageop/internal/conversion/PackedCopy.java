package org.imageop.internal.conversion;

import org.imageop.internal.pixels.PackedPixels;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.pixels.PixelRuns;
import org.imageop.internal.rows.ImageRows;
import org.jspecify.annotations.Nullable;

/**
 * Converts pixels of 8-bit components from memory to memory, each in one int instead of a row of samples. A block is read,
 * changed in place and written, so that it stays in the nearest cache. Where the target is ints itself, a block of it is read
 * into and changed, and need not be written.
 *
 * <p>An instance keeps a block and belongs to one thread.
 */
final class PackedCopy implements StridedCopy.Run {
    private final ImagePixels<?> from;
    private final ImagePixels<PixelMemory> to;
    private final PackedPath path;

    /** The ints of the target, if blocks are worked on there. */
    private final @Nullable PackedPixels inPlace;

    private final int[] block = new int[PixelRuns.BLOCK];

    private PackedCopy(ImagePixels<?> from, ImagePixels<PixelMemory> to) {
        this.from = from;
        this.to = to;
        this.path = new PackedPath(from.form(), to.form(), PixelRuns.BLOCK);
        // pixels of somebody else are read into a block alone, for they may have any bug
        boolean memory = from.memory() != null && !path.divides();
        this.inPlace = memory && to.runs() instanceof PackedPixels ints && ints.inPlace() ? ints : null;
    }

    /** The copy of an image into another one, or null if the pixels of one of them are not to be had as ints. */
    static @Nullable PackedCopy of(ImageRows source, ImageRows target) {
        ImagePixels<?> from = ImagePixels.readable(source);
        ImagePixels<PixelMemory> to = ImagePixels.inMemory(target);
        return from == null || to == null ? null : new PackedCopy(from, to);
    }

    @Override
    public void copy(int x, int y, int count) {
        for (int done = 0, n; done < count; done += n) {
            n = Math.min(block.length, count - done);
            if (inPlace != null) {
                to.alive();
                convert(x + done, y, n, inPlace.memory(), inPlace.index(x + done, y));
            } else {
                convert(x + done, y, n, block, 0);
                to.alive().store(x + done, y, n, block, 0);
            }
        }
    }

    private void convert(int x, int y, int count, int[] pixels, int at) {
        from.alive().load(x, y, count, pixels, at);
        path.apply(pixels, at, count);
    }
}
