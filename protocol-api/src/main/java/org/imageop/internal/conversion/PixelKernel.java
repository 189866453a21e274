package org.imageop.internal.conversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.internal.colors.ColorLoops;
import org.imageop.internal.colors.Depth;
import org.imageop.internal.rows.RowLength;
import org.jspecify.annotations.Nullable;

/**
 * The conversion of runs of pixels from one non-planar mode to another: the paths of SPEC.md B.4.
 *
 * <p>A path is a list of simple loops over a run of samples. An instance keeps scratch rows and belongs to one
 * thread.
 */
final class PixelKernel {
    /** One loop: reads {@code count} pixels and writes as many. */
    private interface Step {
        void apply(int[] in, int[] out, int count);
    }

    private record Stage(Step step, int components) {}

    private final List<Stage> stages = new ArrayList<>();
    private final int pixels;

    /** A path between two modes for runs of up to {@code pixels} pixels. */
    PixelKernel(Mode from, Mode to, int pixels) {
        this.pixels = pixels;
        ColorFamily source = from.family();
        ColorFamily target = to.family();
        int have = from.bitsPerComponent();
        int want = to.bitsPerComponent();
        int components = from.components();
        boolean alpha = from.hasAlpha();
        if (source == ColorFamily.CMYK && target != ColorFamily.CMYK) {
            // the product of two inks is computed at 8 or 16 bits
            int depth = Math.min(16, Math.max(have, want));
            scale(components, have, depth);
            add(3, (in, out, count) -> ColorLoops.cmykToRgb(in, out, count, depth));
            have = depth;
            components = 3;
            source = ColorFamily.RGB;
        }
        if (source == ColorFamily.RGB && target == ColorFamily.GREY) {
            int depth = Math.max(have, want);
            int stride = components;
            boolean keep = alpha && to.hasAlpha();
            scale(components, have, depth);
            add(keep ? 2 : 1, (in, out, count) -> ColorLoops.luma(in, stride, out, keep, count, depth));
            have = depth;
            components = keep ? 2 : 1;
            alpha = keep;
            source = ColorFamily.GREY;
        }
        // what is left are depth, copies, inversions and constants, which commute
        scale(components, have, want);
        int[] picks = picks(source, alpha, target, to.hasAlpha());
        if (picks.length != components || !identity(picks)) {
            int stride = components;
            int max = (int) to.maxValue();
            add(picks.length, (in, out, count) -> ColorLoops.pick(in, stride, out, picks, count, max));
        }
    }

    /**
     * Where each component comes from, if a conversion computes nothing and only copies, inverts, adds constants and
     * changes depth; null otherwise.
     */
    static int @Nullable [] picks(Mode from, Mode to) {
        ColorFamily source = from.family();
        ColorFamily target = to.family();
        boolean computes = (source == ColorFamily.CMYK && target != ColorFamily.CMYK)
                || (source == ColorFamily.RGB && target == ColorFamily.GREY);
        return computes ? null : picks(source, from.hasAlpha(), target, to.hasAlpha());
    }

    /** Converts a run; returns the array that holds the result, which may be {@code samples} itself. */
    int[] apply(int[] samples, int count) {
        int[] current = samples;
        for (int i = 0; i < stages.size(); i++) {
            int[] out = scratch(i);
            stages.get(i).step.apply(current, out, count);
            current = out;
        }
        return current;
    }

    private final List<int[]> scratch = new ArrayList<>();

    private int[] scratch(int stage) {
        if (stage == scratch.size()) {
            scratch.add(new int[RowLength.of(pixels, stages.get(stage).components)]);
        }
        return scratch.get(stage);
    }

    private void add(int components, Step step) {
        stages.add(new Stage(step, components));
    }

    private void scale(int components, int from, int to) {
        if (from != to) {
            add(components, (in, out, count) -> {
                System.arraycopy(in, 0, out, 0, count * components);
                Depth.scale(out, count * components, from, to);
            });
        }
    }

    /** Where each component comes from: kernels G, K, N, +A and −A of SPEC.md B.2. */
    static int[] picks(ColorFamily from, boolean hasAlpha, ColorFamily to, boolean wantsAlpha) {
        int alpha = hasAlpha ? (from == ColorFamily.GREY ? 1 : 3) : ColorLoops.MAX;
        int[] colors = switch (to) {
            case GREY -> new int[] {0};
            case RGB -> from == ColorFamily.GREY ? new int[] {0, 0, 0} : new int[] {0, 1, 2};
            case CMYK ->
                switch (from) {
                    case GREY -> new int[] {ColorLoops.ZERO, ColorLoops.ZERO, ColorLoops.ZERO, ColorLoops.inverted(0)};
                    case RGB ->
                        new int[] {
                            ColorLoops.inverted(0), ColorLoops.inverted(1), ColorLoops.inverted(2), ColorLoops.ZERO
                        };
                    default -> new int[] {0, 1, 2, 3};
                };
            case YCBCR -> throw new IllegalArgumentException("planar modes have no pixels");
        };
        if (!wantsAlpha) {
            return colors;
        }
        int[] picks = Arrays.copyOf(colors, colors.length + 1);
        picks[colors.length] = alpha;
        return picks;
    }

    private static boolean identity(int[] picks) {
        for (int c = 0; c < picks.length; c++) {
            if (picks[c] != c) {
                return false;
            }
        }
        return true;
    }
}
