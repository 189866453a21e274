package org.imageop.verification.library.views;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Arrangement;

/** Images on an opaque colour. */
public final class FlattenRules {
    private static final Rule FLATTENED = Rule.of(
            "V-12",
            "flatten shows the image on an opaque colour, without alpha, rounded to nearest, read-only and live",
            "(c·a + b·(M − a)) / M in arithmetic that is wide enough",
            "P-15",
            "L-10",
            "V-1",
            "V-6",
            "V-11",
            "T-5");

    private FlattenRules() {}

    private static Check check(String what, Check.Body body) {
        return ViewRules.check(FLATTENED, what, body);
    }

    public static void addTo(List<Check> checks) {
        for (Shape shape : Arrangement.shapes()) {
            for (Arrangement.Where where : Arrangement.Where.in(shape)) {
                String of = " of a " + where + " " + shape;
                checks.add(check("colours" + of, probe -> colors(probe, where.of(shape))));
                checks.add(check("writing" + of, probe -> refusesWriting(probe, where.of(shape))));
            }
            checks.add(check("backgrounds of a " + shape, probe -> backgrounds(probe, shape)));
            checks.add(check("threads of a " + shape, probe -> concurrent(probe, shape)));
            if (shape.hasAlpha()) {
                checks.add(check("a long row of " + shape.mode(), probe -> longRow(probe, shape.mode())));
            }
        }
    }

    private static int[] white(Mode mode) {
        int[] white = new int[mode.withoutAlpha().components()];
        Arrays.fill(white, (int) mode.maxValue());
        return white;
    }

    /** Random samples, those of alpha often at its ends. */
    private static Samples samples(Shape shape, long seed) {
        Samples samples = Samples.random(shape, seed);
        if (shape.hasAlpha()) {
            int max = (int) shape.max();
            int[] ends = {0, max, 1, max - 1, max / 2, max / 2 + 1};
            samples.each(samples.of.length - 1, (c, x, y) -> {
                if (y % 2 == 0) {
                    samples.of[c][y][x] = ends[x % ends.length];
                }
            });
        }
        return samples;
    }

    private static void colors(Probe probe, Arrangement each) {
        Mode mode = each.shape().mode();
        SplittableRandom random = new SplittableRandom(12);
        int[] mixed = white(mode);
        Arrays.setAll(
                mixed,
                c -> mode.bitsPerComponent() == Integer.SIZE
                        ? random.nextInt()
                        : random.nextInt((int) mode.maxValue() + 1));
        for (int[] background : List.of(new int[mixed.length], white(mode), mixed)) {
            int[] given = background.clone();
            ImageLike view = Views.flatten(each.image(), given);
            Arrays.fill(given, 1);
            probe.same("mode of the view", mode.withoutAlpha(), view.mode());
            probe.same("size of the view", each.image().size(), view.size());
            probe.same("info() of the view", Map.of(), view.info());
            probe.same(
                    "layout().isPresent()",
                    each.where().inMemory() && !mode.hasAlpha(),
                    view.buffer().layout().isPresent());
            for (long seed = 1; seed < 4; seed++) {
                each.store(samples(each.shape(), seed));
                onColor(probe, each.held(), background, view);
            }
        }
    }

    /** Each value is an integer, and none is nearer to the fraction: twice their distance, in parts of M, is below M. */
    private static void onColor(Probe probe, Samples image, int[] background, ImageLike view) {
        Samples found = Samples.read(new Shape(view.mode(), view.width(), view.height()), view.buffer());
        if (!image.shape.hasAlpha()) {
            ViewRules.same(probe, "the view", image, found);
            return;
        }
        long max = image.shape.max();
        int last = image.of.length - 1;
        found.each((c, x, y) -> {
            long alpha = image.of[last][y][x];
            long parts = image.of[c][y][x] * alpha + background[c] * (max - alpha);
            long distance = Math.abs(found.of[c][y][x] * max - parts);
            if (2 * distance >= max) {
                throw probe.violation(
                        "component " + c + " at (" + x + "," + y + ") on " + Arrays.toString(background),
                        parts + "/" + max + " rounded to nearest",
                        found.of[c][y][x]);
            }
        });
    }

    private static void refusesWriting(Probe probe, Arrangement each) {
        each.store(Samples.random(each.shape(), 5));
        Samples before = each.held();
        ImageLike view = Views.flatten(each.image(), white(each.shape().mode()));
        probe.same("readOnly()", true, view.buffer().readOnly());
        probe.refused(
                ReadOnlyImageException.class, "writing", () -> view.buffer().set(0, 1));
        probe.refused(ReadOnlyImageException.class, "map", () -> view.map(v -> 100));
        ViewRules.same(probe, "the image", before, each.held());
    }

    private static void backgrounds(Probe probe, Shape shape) {
        ImageLike image = StandardImage.of(shape.mode(), 6, 4);
        int[] white = white(shape.mode());
        Class<IllegalArgumentException> refused = IllegalArgumentException.class;
        probe.refused(refused, "no value", () -> Views.flatten(image));
        probe.refused(refused, "a value too many", () -> Views.flatten(image, Arrays.copyOf(white, white.length + 1)));
        if (white.length > 1) {
            probe.refused(refused, "one value for all", () -> Views.flatten(image, white[0]));
        }
        if (shape.bits() < Integer.SIZE) {
            for (int c = 0; c < white.length; c++) {
                for (int value : new int[] {-1, (int) shape.max() + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                    int[] beyond = white.clone();
                    beyond[c] = value;
                    probe.refused(refused, Arrays.toString(beyond), () -> Views.flatten(image, beyond));
                }
            }
        }
    }

    private static void concurrent(Probe probe, Shape shape) {
        if (shape.planar()) {
            throw probe.doesNotApply("it has more than one set of rows");
        }
        for (boolean concurrent : new boolean[] {true, false}) {
            SampleRows rows = new SampleRows() {
                @Override
                public void read(int x, int y, int count, int[] samples, int offset) {
                    Arrays.fill(samples, offset, offset + count * shape.mode().components(), 0);
                }

                @Override
                public boolean concurrent() {
                    return concurrent;
                }
            };
            ImageLike view = Views.flatten(StandardImage.computed(shape.mode(), 6, 4, rows), white(shape.mode()));
            probe.same("concurrent()", concurrent, Images.rows(view).concurrent());
        }
    }

    /** Longer than any run that is read in one go, and read from the middle into the middle. */
    private static void longRow(Probe probe, Mode mode) {
        int width = 10_000;
        int last = mode.components() - 1;
        int max = (int) mode.maxValue();
        StandardImage image = StandardImage.computed(mode, width, 1, (x, y, count, samples, offset) -> {
            for (int i = 0; i < count; i++) {
                for (int c = 0; c <= last; c++) {
                    samples[offset + i * (last + 1) + c] = c == last ? max : (x + i) % 251;
                }
            }
        });
        int[] found = new int[7 + 9_000 * last + 3];
        Images.rows(Views.flatten(image, white(mode))).read(500, 0, 9_000, found, 7);
        int[] expected = new int[found.length];
        for (int i = 0; i < 9_000 * last; i++) {
            expected[7 + i] = (500 + i / last) % 251;
        }
        probe.same("samples", expected, found);
    }
}
