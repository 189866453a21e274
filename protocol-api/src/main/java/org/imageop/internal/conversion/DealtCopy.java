package org.imageop.internal.conversion;

import org.imageop.internal.pixels.DealtPixels;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.pixels.SeparatePixels;
import org.imageop.internal.rows.ImageRows;
import org.jspecify.annotations.Nullable;

/**
 * Converts pixels as {@link PackedCopy} does, into planes of bytes: to grey, and to components of their own. Four neighbours
 * of a plane are written at once.
 *
 * <p>An instance keeps a block and belongs to one thread.
 */
final class DealtCopy implements StridedCopy.Run {
    private final ImagePixels<PixelMemory> from;
    private final ImagePixels<SeparatePixels> to;
    private final PackedPath path;
    private final DealtPixels block = new DealtPixels();

    private DealtCopy(ImagePixels<PixelMemory> from, ImagePixels<SeparatePixels> to) {
        this.from = from;
        this.to = to;
        this.path = new PackedPath(from.form(), to.form(), DealtPixels.LONGEST);
    }

    /** The copy of an image into another one, or null if one of them lies otherwise. */
    static @Nullable DealtCopy of(ImageRows source, ImageRows target) {
        ImagePixels<PixelMemory> from = ImagePixels.inMemory(source);
        ImagePixels<PixelMemory> to = ImagePixels.inMemory(target);
        return from != null && to != null && to.runs() instanceof SeparatePixels planes && planes.gapless()
                ? new DealtCopy(from, new ImagePixels<>(planes, to.form(), to.memory()))
                : null;
    }

    @Override
    public void copy(int x, int y, int count) {
        int done = 0;
        for (int each; (each = Math.min(DealtPixels.LONGEST, (count - done) / DealtPixels.HANDS)) > 0; ) {
            for (int j = 0; j < DealtPixels.HANDS; j++) {
                int[] hand = block.hand(j);
                from.alive().load(x + done + j, y, DealtPixels.HANDS, each, hand, 0);
                path.apply(hand, 0, each);
            }
            to.alive().store(x + done, y, each, block);
            done += each * DealtPixels.HANDS;
        }
        if (done < count) {
            // fewer than four pixels are left
            int[] rest = block.hand(0);
            from.alive().load(x + done, y, count - done, rest, 0);
            path.apply(rest, 0, count - done);
            to.alive().store(x + done, y, count - done, rest, 0);
        }
    }
}
