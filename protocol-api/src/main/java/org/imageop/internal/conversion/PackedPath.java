package org.imageop.internal.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.imageop.ColorFamily;
import org.imageop.internal.colors.ColorLoops;
import org.imageop.internal.colors.Premultiplication;
import org.imageop.internal.pixels.ByteShuffle;

/**
 * The conversion of runs of pixels in ints from one form to another: the paths of SPEC.md B.4 between non-planar modes of 8
 * bits.
 *
 * <p>A path is a list of simple loops that change pixels in place, which C2 compiles to vector instructions. An instance keeps
 * scratch memory and belongs to one thread.
 */
final class PackedPath {
    /** The highest byte of a pixel. */
    private static final int TOP = 24;

    /** One loop. */
    private interface Step {
        void apply(int[] pixels, int at, int count);
    }

    private final List<Step> steps = new ArrayList<>();
    private final boolean divides;

    /** Where each component is, after the steps so far. */
    private int[] shifts;

    /**
     * A path between two forms.
     *
     * @param longest the end of all runs, if it {@linkplain #divides divides}
     */
    PackedPath(PixelForm from, PixelForm to, int longest) {
        this.shifts = from.shifts();
        ColorFamily family = from.mode().family();
        ColorFamily wanted = to.mode().family();
        boolean alpha = from.mode().hasAlpha();
        boolean luma = family == ColorFamily.RGB && wanted == ColorFamily.GREY;
        boolean kept = from.premultiplied() && to.premultiplied() && !luma;
        divides = from.premultiplied() && !kept;
        if (kept) {
            lastOnTop();
            steps.add(Premultiplication::limit);
        } else if (divides) {
            lastOnTop();
            int[] factors = new int[longest];
            steps.add((pixels, at, count) -> Premultiplication.factors(pixels, factors, at, count));
            steps.add((pixels, at, count) -> Premultiplication.divide(pixels, factors, at, count));
        }
        if (family == ColorFamily.CMYK && wanted != ColorFamily.CMYK) {
            lastOnTop();
            steps.add(ColorLoops::cmykToRgb);
            shifts = new int[] {shifts[0], shifts[1], shifts[2]};
            family = ColorFamily.RGB;
        }
        if (family == ColorFamily.RGB && wanted == ColorFamily.GREY) {
            if (shifts[2] == 0 && shifts[1] == 8 && shifts[0] == 16) {
                steps.add(ColorLoops::lumaOfBgr);
            } else {
                move(alpha ? new int[] {0, 8, 16, TOP} : new int[] {0, 8, 16});
                steps.add(ColorLoops::lumaOfRgb);
            }
            shifts = alpha ? new int[] {0, TOP} : new int[] {0};
            family = ColorFamily.GREY;
        }
        if (alpha && to.premultiplied() && !kept) {
            lastOnTop();
            steps.add(Premultiplication::multiply);
        }
        shuffle(PixelKernel.picks(family, alpha, wanted, to.mode().hasAlpha()), to.shifts());
    }

    /** Whether colours are divided by alpha, with scratch memory for the first {@code longest} pixels of an array. */
    boolean divides() {
        return divides;
    }

    /** Converts a run in place. */
    void apply(int[] pixels, int at, int count) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).apply(pixels, at, count);
        }
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
}
