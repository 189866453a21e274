package org.imageop.internal.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.internal.colors.ColorLoops;
import org.imageop.internal.colors.Premultiplication;
import org.imageop.internal.pixels.ByteShuffle;
import org.imageop.internal.pixels.PixelRuns;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.StridedRows;
import org.jspecify.annotations.Nullable;

/**
 * The conversion between non-planar modes of 8 bits in memory, without rows of samples: the paths of SPEC.md B.4 as loops over
 * pixels in ints. Blocks of pixels are read, changed in place and written, so that they stay in the nearest cache.
 *
 * <p>An instance keeps a block and belongs to one thread.
 */
final class PackedKernel implements StridedCopy.Run {
    /** The highest byte of a pixel. */
    private static final int TOP = 24;

    /** Changes pixels in place. */
    private interface Step {
        void apply(int[] pixels, int count);
    }

    private final StridedRows source;
    private final StridedRows target;
    private final PixelRuns from;
    private final PixelRuns to;
    private final int[] block = new int[PixelRuns.BLOCK];
    private final List<Step> steps = new ArrayList<>();

    /** Where each component is, after the steps so far. */
    private int[] shifts;

    private PackedKernel(StridedRows source, PixelRuns from, Mode mode, StridedRows target, PixelRuns to, Mode wanted) {
        this.source = source;
        this.target = target;
        this.from = from;
        this.to = to;
        this.shifts = shifts(from, mode.components());
        ColorFamily family = mode.family();
        boolean alpha = mode.hasAlpha();
        if (source.premultiplied()) {
            lastOnTop();
            int[] factors = new int[PixelRuns.BLOCK];
            steps.add((pixels, count) -> Premultiplication.divide(pixels, factors, count));
        }
        if (family == ColorFamily.CMYK && wanted.family() != ColorFamily.CMYK) {
            lastOnTop();
            steps.add(ColorLoops::cmykToRgb);
            shifts = new int[] {shifts[0], shifts[1], shifts[2]};
            family = ColorFamily.RGB;
        }
        if (family == ColorFamily.RGB && wanted.family() == ColorFamily.GREY) {
            move(alpha ? new int[] {0, 8, 16, TOP} : new int[] {0, 8, 16});
            steps.add(ColorLoops::luma);
            shifts = alpha ? new int[] {0, TOP} : new int[] {0};
            family = ColorFamily.GREY;
        }
        if (alpha && target.premultiplied()) {
            lastOnTop();
            steps.add(Premultiplication::multiply);
        }
        int[] picks = PixelKernel.picks(family, alpha, wanted.family(), wanted.hasAlpha());
        shuffle(picks, shifts(to, wanted.components()));
    }

    private static int[] shifts(PixelRuns runs, int components) {
        return IntStream.range(0, components).map(runs::shift).toArray();
    }

    /** Alpha or black to the highest byte, the colours below it. */
    private void lastOnTop() {
        int last = shifts.length - 1;
        if (shifts[last] != TOP) {
            move(last == 1 ? new int[] {0, TOP} : new int[] {0, 8, 16, TOP});
        }
    }

    private void move(int[] wanted) {
        shuffle(IntStream.range(0, wanted.length).toArray(), wanted);
        shifts = wanted;
    }

    private void shuffle(int[] picks, int[] wanted) {
        ByteShuffle shuffle = ByteShuffle.of(shifts, picks, wanted);
        if (!shuffle.identity()) {
            steps.add(shuffle::apply);
        }
    }

    /** The kernel for two images, or null if one of them has no pixels of bytes in memory. */
    static @Nullable PackedKernel of(ImageRows source, ImageRows target) {
        if (!(source.rows()[0] instanceof StridedRows rows) || !(target.rows()[0] instanceof StridedRows memory)) {
            return null;
        }
        PixelRuns from = rows.pixels();
        PixelRuns to = memory.pixels();
        return from == null || to == null
                ? null
                : new PackedKernel(rows, from, source.mode(), memory, to, target.mode());
    }

    @Override
    public void copy(int x, int y, int count) {
        source.checkAlive();
        target.checkAlive();
        for (int done = 0, n; done < count; done += n) {
            n = Math.min(block.length, count - done);
            from.load(x + done, y, n, block, 0);
            for (int i = 0; i < steps.size(); i++) {
                steps.get(i).apply(block, n);
            }
            to.store(x + done, y, n, block, 0);
        }
    }
}
