package org.imageop.tck.image;

import org.imageop.Line;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/** What a line can do. */
final class LineRules {
    private static final String HINT = "bulk access of the buffer";

    private LineRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "P-73",
                ImageRule.Scope.PIXELS,
                "a line has the mode of its image",
                "which image the line is made of",
                "mode() of a line",
                s -> s.same("mode()", s.shape.mode(), s.image.line(0).mode()));
        rules.add(
                "P-74",
                ImageRule.Scope.PIXELS,
                "a line has its pixels from left to right",
                HINT,
                "iterating a line",
                s -> {
                    int y = s.shape.height() - 1;
                    Line line = s.image.line(y);
                    s.same("length()", s.shape.width(), line.length());
                    int x = 0;
                    for (Pixel pixel : line) {
                        s.same("(" + x + "," + y + ")", s.before.pixel(x, y), pixel.value());
                        x++;
                    }
                    s.same("pixels", s.shape.width(), x);
                    PositionRules.exhausted(s, line.iterator());
                });
        rules.add(
                "P-75",
                ImageRule.Scope.PIXELS,
                "get(Slice) of a line copies into an image of height 1",
                HINT,
                "get(Slice) of a line",
                s -> {
                    int y = s.shape.height() - 1;
                    Line line = s.image.line(y);
                    int[] columns = Samples.range(s.shape.width());
                    s.expect("[:]", s.before.area(columns, new int[] {y}), line.get(Slice.ALL));
                    int last = columns.length - 1;
                    s.expect("[-1:]", s.before.area(new int[] {last}, new int[] {y}), line.get(Slice.from(-1)));
                    WholeRules.overwrite(line.get(Slice.ALL));
                    s.unchanged();
                    for (int x : new int[] {-1, s.shape.width()}) {
                        s.refused(IndexOutOfBoundsException.class, "get(" + x + ")", () -> line.get(x));
                    }
                    s.refused(IllegalArgumentException.class, "[1:1]", () -> line.get(Slice.of(1, 1)));
                });
        rules.add(
                "P-76", ImageRule.Scope.WRITABLE_PIXELS, "set(x, ...) changes a pixel", HINT, "set(x) of a line", s -> {
                    int[] color = Samples.random(s.shape, 76).pixel(0, 0);
                    int x = s.shape.width() - 1;
                    s.image.line(0).set(x, color);
                    Samples expected = s.before.copy();
                    expected.pixel(x, 0, s.stored(color));
                    s.expect(expected);
                    s.refused(
                            IllegalArgumentException.class,
                            "one value too many",
                            () -> s.image.line(0).set(x, new int[color.length + 1]));
                    for (int outside : new int[] {-1, s.shape.width()}) {
                        s.refused(
                                IndexOutOfBoundsException.class,
                                "set(" + outside + ")",
                                () -> s.image.line(0).set(outside, color));
                    }
                    s.expect(expected);
                });
        rules.add(
                "P-77",
                ImageRule.Scope.WRITABLE_PIXELS,
                "set(Slice, image) replaces selected pixels",
                HINT,
                "set(Slice) of a line",
                s -> {
                    Samples source = Samples.random(new Shape(s.shape.mode(), s.shape.width(), 1), 77);
                    int y = s.shape.height() - 1;
                    Line line = s.image.line(y);
                    line.set(Slice.ALL, AreaRules.image(source));
                    Samples expected = s.before.copy();
                    expected.replace(Samples.range(s.shape.width()), new int[] {y}, s.stored(source));
                    s.expect(expected);
                    StandardImage wide = StandardImage.of(s.shape.mode(), s.shape.width() + 1, 1);
                    s.refused(IllegalArgumentException.class, "a wider source", () -> line.set(Slice.ALL, wide));
                    StandardImage high = StandardImage.of(s.shape.mode(), s.shape.width(), 2);
                    s.refused(IllegalArgumentException.class, "a higher source", () -> line.set(Slice.ALL, high));
                    Mode mode = s.shape.mode() == Mode.RGBA ? Mode.CMYK : Mode.RGBA;
                    StandardImage other = StandardImage.of(mode, s.shape.width(), 1);
                    s.refused(IllegalArgumentException.class, "another mode", () -> line.set(Slice.ALL, other));
                    StandardImage one = StandardImage.of(s.shape.mode(), 1, 1);
                    s.refused(IllegalArgumentException.class, "[1:1]", () -> line.set(Slice.of(1, 1), one));
                    s.expect(expected);
                });
    }
}
