package org.imageop.internal.conversion;

import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.colors.ColorLoops;
import org.imageop.internal.colors.Depth;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.pixels.PixelRuns;
import org.imageop.internal.rows.ImageRows;
import org.jspecify.annotations.Nullable;

/**
 * Grey of 16 bits to pixels of 8-bit components, and colours of 8 bits to such grey. A sample of it is an int as a pixel is, so
 * that neither is taken apart.
 *
 * <p>An instance keeps a block and belongs to one thread.
 */
final class WideGreyCopy {
    private WideGreyCopy() {}

    /** The copy of an image into another one, or null if they are other images. */
    static StridedCopy.@Nullable Run of(ImageRows source, ImageRows target) {
        if (source.mode() == Mode.L16) {
            ImagePixels<PixelMemory> to = ImagePixels.inMemory(target);
            return to == null ? null : narrowing(source.rows()[0], to);
        } else if (target.mode() == Mode.L16 && source.mode().family() == ColorFamily.RGB) {
            ImagePixels<?> from = ImagePixels.readable(source);
            return from == null ? null : widening(from, target.rows()[0]);
        }
        return null;
    }

    private static StridedCopy.Run narrowing(SampleRows from, ImagePixels<PixelMemory> to) {
        PackedPath path = new PackedPath(new PixelForm(Mode.L, false, 0), to.form(), PixelRuns.BLOCK);
        return inBlocks((x, y, count, block) -> {
            from.read(x, y, count, block, 0);
            Depth.scale(block, count, Short.SIZE, Byte.SIZE);
            path.apply(block, 0, count);
            to.alive().store(x, y, count, block, 0);
        });
    }

    private static StridedCopy.Run widening(ImagePixels<?> from, SampleRows to) {
        PackedPath path = new PackedPath(from.form(), PixelForm.RGB, PixelRuns.BLOCK);
        return inBlocks((x, y, count, block) -> {
            from.alive().load(x, y, count, block, 0);
            path.apply(block, 0, count);
            ColorLoops.wideLuma(block, count);
            to.write(x, y, count, block, 0);
        });
    }

    private interface Block {
        void copy(int x, int y, int count, int[] block);
    }

    private static StridedCopy.Run inBlocks(Block copy) {
        int[] block = new int[PixelRuns.BLOCK];
        return (x, y, count) -> {
            for (int done = 0, n; done < count; done += n) {
                n = Math.min(block.length, count - done);
                copy.copy(x + done, y, n, block);
            }
        };
    }
}
