package org.imageop.verification.library.conversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/** What filters do and do not do, whatever their formulas. */
public final class FilterRules {
    private static final String GROUP = "filters";

    private static final Rule WIDENING = Rule.of(
            "C-6",
            "all filters but NEAREST widen when shrinking, so that every source pixel counts",
            "the window of C.1: its support grows with the scale");
    private static final Rule NEAREST = Rule.of(
            "C-7",
            "NEAREST takes position ((2i + 1)·n) // (2m), and makes no new values",
            "how the source position is rounded, and whether alpha changes colours");
    private static final Rule WEIGHED = Rule.of(
            "C-8",
            "colours are weighted by alpha: the colour of a transparent pixel does not bleed",
            "whether modes with alpha are resampled premultiplied");
    private static final Rule OVERSHOOT = Rule.of(
            "C-10",
            "resizing may take YV12 samples out of their intervals; clip() repairs it",
            "whether resizing clips to intervals(), which is for clip() to do");

    private FilterRules() {}

    public static void addTo(List<Check> checks) {
        for (Filter filter : Filter.values()) {
            if (filter == Filter.NEAREST) {
                continue;
            }
            for (Mode mode : List.of(Mode.L, Mode.L16, Mode.L32)) {
                add(
                        checks,
                        WIDENING,
                        mode + " 13×13 → 4×3 by " + filter,
                        probe -> everyPixelCounts(probe, mode, filter));
            }
            for (Mode mode : List.of(Mode.LA, Mode.LA32, Mode.RGBA, Mode.RGBA64)) {
                add(
                        checks,
                        WEIGHED,
                        mode + " 4×3 → 9×7 by " + filter,
                        probe -> doesNotBleed(probe, mode, filter, 9, 7));
                add(
                        checks,
                        WEIGHED,
                        mode + " 4×3 → 2×1 by " + filter,
                        probe -> doesNotBleed(probe, mode, filter, 2, 1));
            }
        }
        for (Mode mode : Mode.values()) {
            for (int[] size : new int[][] {{10, 6, 4, 16}, {2, 4, 6, 2}, {12, 8, 10, 6}}) {
                String change = size[0] + "×" + size[1] + " → " + size[2] + "×" + size[3];
                add(checks, NEAREST, mode + " " + change + " by NEAREST", probe -> nearest(probe, mode, size));
            }
        }
        for (Filter filter : List.of(Filter.BICUBIC, Filter.LANCZOS)) {
            add(checks, OVERSHOOT, "a YV12 edge by " + filter, probe -> overshoots(probe, filter));
        }
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    /** Each pixel of a grey image changes the result if it alone becomes white. */
    private static void everyPixelCounts(Probe probe, Mode mode, Filter filter) {
        Samples grey = new Samples(new Shape(mode, 13, 13));
        int half = (int) (grey.shape.max() / 2);
        grey.each((c, x, y) -> grey.of[c][y][x] = half);
        grey.each((c, x, y) -> {
            Samples spotted = grey.copy();
            spotted.of[c][y][x] = (int) grey.shape.max();
            StandardImage small = StandardImage.from(ConversionRules.image(spotted), 4, 3, filter);
            Samples found = Samples.read(new Shape(mode, 4, 3), small.buffer());
            boolean counts =
                    Arrays.stream(found.of[0]).flatMapToInt(Arrays::stream).anyMatch(v -> v != half);
            if (!counts) {
                throw probe.violation("the result if pixel (" + x + "," + y + ") is white", "changes", "all " + half);
            }
        });
    }

    /** Pixels of one colour, some transparent and of another colour: what can be seen stays of that colour. */
    private static void doesNotBleed(Probe probe, Mode mode, Filter filter, int width, int height) {
        Shape shape = new Shape(mode, 4, 3);
        int max = (int) shape.max();
        int last = shape.names().size() - 1;
        List<Samples> results = new ArrayList<>();
        for (int hidden : new int[] {0, max}) {
            Samples samples = new Samples(shape);
            samples.each((c, x, y) -> {
                boolean opaque = (x + y) % 2 == 0;
                samples.of[c][y][x] = c == last ? (opaque ? max : 0) : opaque ? max / 3 * 2 : hidden;
            });
            StandardImage resized = StandardImage.from(ConversionRules.image(samples), width, height, filter);
            results.add(Samples.read(new Shape(mode, width, height), resized.buffer()));
        }
        results.get(0)
                .each((c, x, y) -> probe.same(
                        "component " + shape.names().get(c) + " at (" + x + "," + y
                                + ") with transparent pixels in M, compared with transparent pixels in 0",
                        results.get(0).of[c][y][x],
                        results.get(1).of[c][y][x]));
    }

    private static void nearest(Probe probe, Mode mode, int... size) {
        Samples samples = Samples.random(new Shape(mode, size[0], size[1]), 2);
        Samples expected = new Samples(new Shape(mode, size[2], size[3]));
        expected.each((c, x, y) ->
                expected.of[c][y][x] = samples.of[c][position(y, samples.shape.rows(c), expected.shape.rows(c))][
                        position(x, samples.shape.columns(c), expected.shape.columns(c))]);
        StandardImage image = ConversionRules.image(samples);
        ConversionRules.expect(probe, expected, StandardImage.from(image, size[2], size[3], Filter.NEAREST));
    }

    private static int position(int i, int from, int to) {
        return (2 * i + 1) * from / (2 * to);
    }

    private static void overshoots(Probe probe, Filter filter) {
        Samples edge = new Samples(new Shape(Mode.YV12, 8, 8));
        edge.each((c, x, y) -> {
            boolean left = x < edge.shape.columns(c) / 2;
            edge.of[c][y][x] = left ? 16 : c == 0 ? 235 : 240;
        });
        StandardImage large = StandardImage.from(ConversionRules.image(edge), 16, 16, filter);
        Samples found = Samples.read(new Shape(Mode.YV12, 16, 16), large.buffer());
        int[] lowest = extremes(found, Math::min);
        int[] highest = extremes(found, Math::max);
        for (int c = 0; c < 3; c++) {
            probe.holds("some of component " + c + " are below 16", lowest[c] < 16);
            probe.holds("some of component " + c + " are above their interval", highest[c] > (c == 0 ? 235 : 240));
        }
        large.clip();
        Samples limited = found.copy();
        found.each((c, x, y) -> limited.of[c][y][x] = Math.max(16, Math.min(c == 0 ? 235 : 240, found.of[c][y][x])));
        ConversionRules.expect(probe, limited, large);
    }

    private static int[] extremes(Samples samples, IntBinaryOperator extreme) {
        return Arrays.stream(samples.of)
                .mapToInt(plane -> Arrays.stream(plane)
                        .flatMapToInt(Arrays::stream)
                        .reduce(extreme)
                        .orElseThrow())
                .toArray();
    }
}
