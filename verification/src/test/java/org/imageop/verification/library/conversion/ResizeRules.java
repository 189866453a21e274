package org.imageop.verification.library.conversion;

import java.util.List;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.jspecify.annotations.Nullable;

/** Resizing by every filter, in every mode. */
public final class ResizeRules {
    private static final String GROUP = "resizing";

    private static final Rule FORMULAS = Rule.of(
            "C-1",
            "resizing is by the formulas of SPEC.md appendix C, to the last bit",
            "the filter's value, the window and the rounding of C.1, and the division of C.2",
            "C-6",
            "C-8",
            "C-10");
    private static final Rule USUAL = Rule.of(
            "C-4",
            "without a filter, an axis that grows is resized with BICUBIC, any other with LANCZOS",
            "which length decides: the plane's axis, not the image's",
            "C-1",
            "C-9");
    private static final Rule SAME = Rule.of(
            "C-5",
            "an axis whose length stays the same is not resampled, whatever the filter",
            "whether a pass over an axis is left out where nothing changes",
            "C-1",
            "C-7");
    private static final Rule PLANES = Rule.of(
            "C-9",
            "planes are resampled one by one, from their own size directly to the final one",
            "whether chroma goes by way of another size",
            "C-1",
            "C-5",
            "C-7");

    /** From width and height to width and height, multiples of 2 for planar modes; both axes change. */
    private static final int[][] SIZES = {
        {7, 5, 3, 9}, {9, 12, 4, 5}, {3, 4, 11, 7}, {1, 1, 3, 2}, {6, 1, 1, 5}, {1, 120, 2, 9}, {1, 100, 2, 9}
    };

    private ResizeRules() {}

    public static void addTo(List<Check> checks) {
        for (Filter filter : Filter.values()) {
            for (Mode mode : Mode.values()) {
                for (int i = 0; i < SIZES.length && filter != Filter.NEAREST; i++) {
                    int[] size = size(mode, SIZES[i]);
                    // by turns the same filter for both axes, and another one
                    Filter down = i % 2 == 0 ? filter : other(filter);
                    add(checks, FORMULAS, mode, mode, size, filter, down);
                }
                same(checks, filter, mode);
            }
            for (Mode mode : List.of(Mode.YV12, Mode.JPEG_YV12)) {
                Mode planar = mode == Mode.YV12 ? Mode.JPEG_YV12 : Mode.YV12;
                for (Mode to : List.of(Mode.L, Mode.LA32, Mode.RGB, Mode.CMYK64)) {
                    add(checks, PLANES, mode, to, new int[] {8, 6, 5, 7}, filter, filter);
                    add(checks, PLANES, mode, to, new int[] {8, 6, 8, 3}, filter, filter);
                    add(checks, PLANES, mode, to, new int[] {8, 6, 13, 6}, filter, filter);
                }
                add(checks, PLANES, mode, planar, new int[] {8, 6, 4, 10}, filter, filter);
                add(checks, PLANES, mode, mode, new int[] {8, 6, 4, 10}, filter, filter);
            }
        }
        for (Mode mode : Mode.values()) {
            for (int i = 0; i < 5; i++) {
                add(checks, USUAL, mode, mode, size(mode, SIZES[i]), null, null);
            }
            // luma becomes smaller, chroma larger
            add(checks, USUAL, mode, Mode.RGB, new int[] {12, 12, 9, 9}, null, null);
            if (!new Shape(mode, 2, 2).planar()) {
                add(checks, FORMULAS, mode, Mode.CMYK, new int[] {4, 6, 5, 3}, Filter.BICUBIC, Filter.BICUBIC);
            }
        }
    }

    private static Filter other(Filter filter) {
        return filter == Filter.LANCZOS ? Filter.BOX : Filter.LANCZOS;
    }

    private static int[] size(Mode mode, int... size) {
        int[] of = size.clone();
        for (int i = 0; i < of.length && new Shape(mode, 2, 2).planar(); i++) {
            of[i] *= 2;
        }
        return of;
    }

    private static void add(
            List<Check> checks,
            Rule rule,
            Mode from,
            Mode to,
            int[] size,
            @Nullable Filter across,
            @Nullable Filter down) {
        String filters = across == null ? "no filter" : across == down ? "" + across : across + " and " + down;
        String change = size[0] + "×" + size[1] + " → " + size[2] + "×" + size[3];
        String modes = from == to ? "" + from : from + " → " + to;
        checks.add(new Check(rule, GROUP, modes + " " + change + " by " + filters, probe -> {
            Samples samples = ConversionRules.colours(new Shape(from, size[0], size[1]), size[2]);
            Samples expected = ResizeFormulas.resize(samples, to, size[2], size[3], across, down);
            StandardImage image = ConversionRules.image(samples);
            ConversionRules.expect(probe, expected, resize(image, to, size, across, down));
        }));
    }

    private static ImageLike resize(
            StandardImage image, Mode to, int[] size, @Nullable Filter across, @Nullable Filter down) {
        if (across == null || down == null) {
            return image.mode() == to
                    ? StandardImage.from(image, size[2], size[3])
                    : StandardImage.from(image, to, size[2], size[3]);
        }
        return across == down
                ? StandardImage.from(image, to, size[2], size[3], across)
                : StandardImage.from(image, to, size[2], size[3], across, down);
    }

    private static void same(List<Check> checks, Filter filter, Mode mode) {
        int[] whole = size(mode, 5, 4, 5, 4);
        checks.add(new Check(SAME, GROUP, mode + " in its own size by " + filter, probe -> {
            Samples samples = ConversionRules.colours(new Shape(mode, whole[0], whole[1]), 9);
            StandardImage image = ConversionRules.image(samples);
            ConversionRules.expect(probe, samples, StandardImage.from(image, whole[2], whole[3], filter));
        }));
        if (filter != Filter.NEAREST) {
            add(checks, SAME, mode, mode, size(mode, 5, 4, 5, 7), filter, filter);
            add(checks, SAME, mode, mode, size(mode, 5, 4, 2, 4), filter, filter);
            // only NEAREST is at work, so that colours stay as they are under any alpha (C-8)
            add(checks, SAME, mode, mode, size(mode, 5, 4, 5, 7), filter, Filter.NEAREST);
            add(checks, SAME, mode, mode, size(mode, 5, 4, 2, 4), Filter.NEAREST, filter);
        }
    }
}
