package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.engine.Subject;

/** Areas: copied out, replaced, mirrored. */
final class AreaRules {
    private static final Slice NONE = Slice.of(1, 1);

    private AreaRules() {}

    static StandardImage image(Samples samples) {
        Shape shape = samples.shape;
        return StandardImage.ofBytes(shape.mode(), shape.width(), shape.height(), samples.bytes());
    }

    /** Positions first, first + step, … below n. */
    private static int[] every(int first, int step, int n) {
        return java.util.stream.IntStream.iterate(first, i -> i < n, i -> i + step)
                .toArray();
    }

    static void addTo(RuleList rules) {
        List<String> after = new ArrayList<>(ImageChecks.ROWS);
        // a row is an area of a line
        after.add("P-75");
        rules.after(after);
        reading(rules);
        after.add("P-77");
        rules.after(after);
        writing(rules);
        rules.after(ImageChecks.ROWS);
    }

    private static void reading(RuleList rules) {
        rules.add(
                "P-49",
                ImageRule.Scope.PIXELS,
                "get(rows) selects rows",
                "whether one slice selects rows and not columns",
                "get(rows)",
                s -> {
                    int h = s.shape.height();
                    int[] columns = Samples.range(s.shape.width());
                    s.expect("[::2]", s.before.area(columns, every(0, 2, h)), s.image.get(Slice.ALL.by(2)));
                    s.expect("[-1:]", s.before.area(columns, new int[] {h - 1}), s.image.get(Slice.from(-1)));
                    s.refused(IllegalArgumentException.class, "[1:1]", () -> s.image.get(NONE));
                });
        rules.add(
                "P-50",
                ImageRule.Scope.PIXELS,
                "get of an area copies it into a new image with an empty info; an empty area is refused",
                "whether a view is returned, steps are ignored, or info is copied",
                "get(columns, rows)",
                s -> {
                    ImageLike image = s.image;
                    int w = s.shape.width();
                    int h = s.shape.height();
                    int[] xs = Samples.range(w);
                    int[] ys = Samples.range(h);
                    s.expect("[:, :]", s.before, image.get(Slice.ALL, Slice.ALL));
                    s.expect(
                            "[::2, ::3]",
                            s.before.area(every(0, 2, w), every(0, 3, h)),
                            image.get(Slice.ALL.by(2), Slice.ALL.by(3)));
                    s.expect(
                            "[::9223372036854775807, ::-9223372036854775808]",
                            s.before.area(new int[] {0}, new int[] {h - 1}),
                            image.get(Slice.ALL.by(Long.MAX_VALUE), Slice.ALL.by(Long.MIN_VALUE)));
                    s.expect("[w-1, :]", s.before.area(new int[] {w - 1}, ys), image.get(w - 1, Slice.ALL));
                    s.expect("[:, h-1]", s.before.area(xs, new int[] {h - 1}), image.get(Slice.ALL, h - 1));
                    List<ImageLike> copies =
                            List.of(image.get(Slice.ALL, Slice.ALL), image.get(0, Slice.ALL), image.get(Slice.ALL, 0));
                    for (ImageLike copy : copies) {
                        s.holds("info() is empty", copy.info().isEmpty());
                        WholeRules.overwrite(copy);
                        s.unchanged();
                    }
                    s.refused(IllegalArgumentException.class, "[1:1, :]", () -> image.get(NONE, Slice.ALL));
                    s.refused(IllegalArgumentException.class, "[:, 1:1]", () -> image.get(Slice.ALL, NONE));
                    s.refused(IllegalArgumentException.class, "[0, 1:1]", () -> image.get(0, NONE));
                    s.refused(IllegalArgumentException.class, "[1:1, 0]", () -> image.get(NONE, 0));
                });
        rules.add(
                "P-59",
                ImageRule.Scope.PIXELS,
                "a negative step walks backwards",
                "whether the sign of a step is lost",
                "get(::-1, ::-1)",
                s -> {
                    int w = s.shape.width();
                    int h = s.shape.height();
                    int[] backwards = Samples.range(w);
                    for (int i = 0; i < w; i++) {
                        backwards[i] = w - 1 - i;
                    }
                    s.expect(
                            "[::-1, :]",
                            s.before.area(backwards, Samples.range(h)),
                            s.image.get(Slice.ALL.by(-1), Slice.ALL));
                });
    }

    private static void writing(RuleList rules) {
        rules.add(
                "P-52",
                ImageRule.Scope.WRITABLE_PIXELS,
                "set replaces an area by an image of the same mode and size, or changes nothing",
                "whether mode and size are checked first, and which pixels are replaced",
                AreaRules::assignments);
        rules.add(
                "P-53",
                ImageRule.Scope.WRITABLE_PIXELS,
                "the source may overlap the area, as if it had been copied before",
                "whether the source is copied first where it shares memory; Images.copy does so",
                shape -> shape.width() < 3 || shape.height() < 3
                        ? List.of()
                        : List.of(
                                overlap("moved down and right", 0, 1),
                                overlap("moved up and left", 1, 0),
                                new ImageRule.Case("an image turned onto itself", AreaRules::turnedOntoItself)));
        rules.add(
                "P-60",
                ImageRule.Scope.WRITABLE_PIXELS,
                "alpha is copied like any component, never blended",
                "whether assigning composes with alpha",
                shape -> !shape.hasAlpha()
                        ? List.of()
                        : List.of(new ImageRule.Case("set with alpha", s -> {
                            Samples source = Samples.random(s.shape, 60);
                            s.image.set(Slice.ALL, Slice.ALL, image(source));
                            s.expect(s.stored(source));
                        })));
    }

    private static ImageRule.Case overlap(String what, int from, int to) {
        return new ImageRule.Case("an image " + what, s -> {
            Samples opaque = s.before.opaque();
            opaque.write(s.image.buffer());
            int w = s.shape.width() - 1;
            int h = s.shape.height() - 1;
            Samples expected = opaque.copy();
            Samples source = opaque.area(every(from, 1, from + w), every(from, 1, from + h));
            expected.replace(every(to, 1, to + w), every(to, 1, to + h), source);
            s.image.set(Slice.of(to, to + w), Slice.of(to, to + h), Views.crop(s.image, from, from, w, h));
            s.expect(expected);
        });
    }

    private static void turnedOntoItself(Subject s) {
        Samples opaque = s.before.opaque();
        opaque.write(s.image.buffer());
        s.image.set(Slice.ALL.by(-1), Slice.ALL.by(-1), s.image);
        s.expect(opaque.rotated90().rotated90());
    }

    private interface Assignment {
        void run(ImageLike image, ImageLike source);
    }

    private static List<ImageRule.Case> assignments(Shape shape) {
        int w = shape.width();
        int h = shape.height();
        int[] xs = Samples.range(w);
        int[] ys = Samples.range(h);
        List<ImageRule.Case> cases = new ArrayList<>();
        replaced(
                cases,
                "set(columns, rows)",
                every(0, 2, w),
                every(0, 3, h),
                (i, source) -> i.set(Slice.ALL.by(2), Slice.ALL.by(3), source));
        replaced(cases, "set(rows)", xs, every(0, 2, h), (i, source) -> i.set(Slice.ALL.by(2), source));
        replaced(cases, "set(x, rows)", new int[] {w - 1}, ys, (i, source) -> i.set(w - 1, Slice.ALL, source));
        replaced(cases, "set(columns, y)", xs, new int[] {h - 1}, (i, source) -> i.set(Slice.ALL, h - 1, source));
        Mode other = shape.mode() == Mode.RGBA ? Mode.CMYK : Mode.RGBA;
        Slice all = Slice.ALL;
        refused(cases, "a source of another mode", (i, x) -> i.set(all, all, StandardImage.of(other, w, h)));
        refused(cases, "a wider source", (i, x) -> i.set(all, all, StandardImage.of(shape.mode(), w + 1, h)));
        refused(cases, "a higher source", (i, x) -> i.set(all, StandardImage.of(shape.mode(), w, h + 1)));
        refused(cases, "a wider source for a column", (i, x) -> i.set(0, all, StandardImage.of(shape.mode(), 2, h)));
        refused(cases, "a higher source for a row", (i, x) -> i.set(all, 0, StandardImage.of(shape.mode(), w, 2)));
        refused(cases, "empty rows", (i, x) -> i.set(NONE, StandardImage.of(shape.mode(), w, 1)));
        refused(cases, "an empty column", (i, x) -> i.set(0, NONE, StandardImage.of(shape.mode(), 1, 1)));
        refused(cases, "an empty row", (i, x) -> i.set(NONE, 0, StandardImage.of(shape.mode(), 1, 1)));
        refused(cases, "an empty area", (i, x) -> i.set(NONE, all, StandardImage.of(shape.mode(), 1, h)));
        return cases;
    }

    private static void replaced(List<ImageRule.Case> cases, String what, int[] xs, int[] ys, Assignment assignment) {
        cases.add(new ImageRule.Case(what, s -> {
            Samples source = Samples.random(new Shape(s.shape.mode(), xs.length, ys.length), 52)
                    .opaque();
            Samples expected = s.before.copy();
            expected.replace(xs, ys, s.stored(source));
            assignment.run(s.image, image(source));
            s.expect(expected);
        }));
    }

    private static void refused(List<ImageRule.Case> cases, String what, Assignment assignment) {
        cases.add(new ImageRule.Case("set with " + what, s -> {
            s.refused(IllegalArgumentException.class, what, () -> assignment.run(s.image, s.image));
            s.unchanged();
        }));
    }
}
