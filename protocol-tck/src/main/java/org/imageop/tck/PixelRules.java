package org.imageop.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import org.imageop.ImageLike;
import org.imageop.Line;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.StandardImage;

/** Pixels and lines: where they are, that they are live, and what they can do. */
final class PixelRules {
    private static final Map<String, ToIntFunction<Pixel>> READ = Map.of(
            "l", Pixel::l, "r", Pixel::r, "g", Pixel::g, "b", Pixel::b, "a", Pixel::a, "c", Pixel::c, "m", Pixel::m,
            "y", Pixel::y, "k", Pixel::k);
    private static final Map<String, ObjIntConsumer<Pixel>> WRITE = Map.of(
            "l", Pixel::l, "r", Pixel::r, "g", Pixel::g, "b", Pixel::b, "a", Pixel::a, "c", Pixel::c, "m", Pixel::m,
            "y", Pixel::y, "k", Pixel::k);

    private PixelRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "P-44",
                Rule.Scope.PLANAR,
                "planar images have no pixels",
                "whether these methods throw UnsupportedOperationException for planar modes",
                shape -> planarCases());
        sequences(rules);
        positions(rules);
        writing(rules);
        List<String> lines = new ArrayList<>(ImageRules.FOUNDATION);
        lines.add("P-47");
        rules.after(lines);
        liveLines(rules);
        lines.add("P-78");
        rules.after(lines);
        LineRules.addTo(rules);
        List<String> pixels = new ArrayList<>(ImageRules.FOUNDATION);
        pixels.add("P-48");
        rules.after(pixels);
        livePixels(rules);
        pixels.add("P-85");
        rules.after(pixels);
        components(rules);
        rules.after(ImageRules.FOUNDATION);
    }

    private interface Use {
        void of(ImageLike image);
    }

    private static List<Rule.Case> planarCases() {
        Slice all = Slice.ALL;
        List<Rule.Case> cases = new ArrayList<>();
        planar(cases, "pixels()", i -> i.pixels().iterator().next());
        planar(cases, "iterator()", i -> i.iterator().next());
        planar(cases, "line(0)", i -> i.line(0));
        planar(cases, "get(0,0)", i -> i.get(0, 0));
        planar(cases, "get(rows)", i -> i.get(all));
        planar(cases, "get(columns, rows)", i -> i.get(all, all));
        planar(cases, "get(0, rows)", i -> i.get(0, all));
        planar(cases, "get(columns, 0)", i -> i.get(all, 0));
        planar(cases, "set(0,0)", i -> i.set(0, 0, 16, 16, 16));
        planar(cases, "set(rows)", i -> i.set(all, StandardImage.from(i)));
        planar(cases, "set(columns, rows)", i -> i.set(all, all, StandardImage.from(i)));
        planar(cases, "set(0, rows)", i -> i.set(0, all, StandardImage.from(i)));
        planar(cases, "set(columns, 0)", i -> i.set(all, 0, StandardImage.from(i)));
        return cases;
    }

    private static void planar(List<Rule.Case> cases, String what, Use use) {
        cases.add(new Rule.Case(what, s -> {
            s.refused(UnsupportedOperationException.class, what, () -> use.of(s.image));
            s.unchanged();
        }));
    }

    private static void sequences(RuleList rules) {
        rules.add(
                "P-45",
                Rule.Scope.PIXELS,
                "pixels() can be iterated any number of times, top line first, each from the left",
                "the order of pixels(), and whether it makes a new iterator each time",
                "pixels()",
                s -> {
                    Iterable<Pixel> pixels = s.image.pixels();
                    for (int round = 1; round <= 2; round++) {
                        int k = 0;
                        for (Pixel pixel : pixels) {
                            int x = k % s.shape.width();
                            int y = k / s.shape.width();
                            s.holds("no more pixels than the image has", y < s.shape.height());
                            s.same("pixel " + k + " in round " + round, s.before.pixel(x, y), pixel.value());
                            k++;
                        }
                        s.same("pixels in round " + round, s.shape.width() * s.shape.height(), k);
                    }
                });
        rules.add(
                "P-46",
                Rule.Scope.PIXELS,
                "iterating an image gives its height() lines from top to bottom",
                "the order and number of the iterator's lines",
                "iterator()",
                s -> {
                    int y = 0;
                    for (Line line : s.image) {
                        s.holds("no more lines than the image has", y < s.shape.height());
                        s.same(
                                "first pixel of line " + y,
                                s.before.pixel(0, y),
                                line.get(0).value());
                        y++;
                    }
                    s.same("lines", s.shape.height(), y);
                });
    }

    private static void positions(RuleList rules) {
        rules.add(
                "P-47",
                Rule.Scope.PIXELS,
                "line(y) is row y",
                "which row line(y) counts from: 0 is the top",
                "line(y)",
                s -> {
                    for (int y = 0; y < s.shape.height(); y++) {
                        for (int x = 0; x < s.shape.width(); x++) {
                            s.same(
                                    "(" + x + "," + y + ")",
                                    s.before.pixel(x, y),
                                    s.image.line(y).get(x).value());
                        }
                    }
                });
        rules.add(
                "P-48",
                Rule.Scope.PIXELS,
                "get(x, y) is the pixel at column x, row y; (0,0) is the top left",
                "the order of x and y",
                "get(x,y)",
                s -> {
                    for (int y = 0; y < s.shape.height(); y++) {
                        for (int x = 0; x < s.shape.width(); x++) {
                            s.same(
                                    "(" + x + "," + y + ")",
                                    s.before.pixel(x, y),
                                    s.image.get(x, y).value());
                        }
                    }
                });
        rules.add(
                "P-58",
                Rule.Scope.PIXELS,
                "an index i is valid for 0 ≤ i < n only",
                "whether a negative index counts from the end, or the last index is n",
                shape -> {
                    List<Rule.Case> cases = new ArrayList<>();
                    int w = shape.width();
                    int h = shape.height();
                    for (int[] p : new int[][] {{w, 0}, {0, h}, {-1, 0}, {0, -1}, {Integer.MAX_VALUE, 0}}) {
                        outside(cases, "get(" + p[0] + "," + p[1] + ")", i -> i.get(p[0], p[1]));
                    }
                    for (int y : new int[] {-1, h}) {
                        outside(cases, "line(" + y + ")", i -> i.line(y));
                        outside(cases, "get(columns, " + y + ")", i -> i.get(Slice.ALL, y));
                    }
                    for (int x : new int[] {-1, w}) {
                        outside(cases, "get(" + x + ", rows)", i -> i.get(x, Slice.ALL));
                    }
                    return cases;
                });
        rules.add(
                "P-58",
                Rule.Scope.WRITABLE_PIXELS,
                "nothing is written outside",
                "whether set checks its indices",
                shape -> {
                    List<Rule.Case> cases = new ArrayList<>();
                    int n = shape.names().size();
                    int w = shape.width();
                    int h = shape.height();
                    for (int[] p : new int[][] {{w, 0}, {0, h}, {-1, 0}, {0, -1}}) {
                        outside(cases, "set(" + p[0] + "," + p[1] + ")", i -> i.set(p[0], p[1], new int[n]));
                    }
                    return cases;
                });
        rules.add(
                "P-58",
                Rule.Scope.ANY,
                "a byte's index is valid for 0 ≤ i < length()",
                "whether the buffer checks its indices",
                shape -> {
                    List<Rule.Case> cases = new ArrayList<>();
                    for (long index : new long[] {-1, shape.bytes(), Long.MAX_VALUE}) {
                        outside(
                                cases,
                                "buffer().get(" + index + ")",
                                i -> i.buffer().get(index));
                    }
                    return cases;
                });
    }

    private static void outside(List<Rule.Case> cases, String what, Use use) {
        cases.add(new Rule.Case(what, s -> {
            s.refused(IndexOutOfBoundsException.class, what, () -> use.of(s.image));
            s.unchanged();
        }));
    }

    private static void writing(RuleList rules) {
        rules.add(
                "P-51",
                Rule.Scope.WRITABLE_PIXELS,
                "set(x, y, value) takes one value per component, each 0 … M, or writes nothing",
                "the number and range of values, and whether they are checked before the first is written",
                "set(x,y)",
                s -> {
                    int n = s.shape.names().size();
                    for (int length : new int[] {0, n - 1, n + 1}) {
                        s.refused(
                                IllegalArgumentException.class,
                                length + " values",
                                () -> s.image.set(0, 0, new int[length]));
                    }
                    if (s.shape.bits() < 32) {
                        for (int wrong : new int[] {-1, (int) s.shape.max() + 1}) {
                            int[] color = new int[n];
                            color[n - 1] = wrong;
                            s.refused(IllegalArgumentException.class, "value " + wrong, () -> s.image.set(0, 0, color));
                        }
                    }
                    s.unchanged();
                    Samples colors = Samples.random(s.shape, 51);
                    Samples expected = s.before.copy();
                    int x = s.shape.width() - 1;
                    int y = s.shape.height() - 1;
                    s.image.set(x, y, colors.pixel(x, y));
                    expected.pixel(x, y, s.stored(colors.pixel(x, y)));
                    s.expect(expected);
                });
    }

    private static void liveLines(RuleList rules) {
        rules.add(
                "P-78",
                Rule.Scope.WRITABLE_PIXELS,
                "a line is a live view of its row, each call gives a new one",
                "whether line(y) copies the row, or one line object is used again",
                "line(y) after a change",
                s -> {
                    int y = s.shape.height() - 1;
                    Line line = s.image.line(y);
                    s.same("same object twice", false, line == s.image.line(y));
                    s.image.line(0);
                    live(s, y, line.get(0));
                });
    }

    private static void livePixels(RuleList rules) {
        rules.add(
                "P-85",
                Rule.Scope.WRITABLE_PIXELS,
                "a pixel is a live view, each call gives a new one",
                "whether get(x, y) copies the pixel, or one pixel object is used again",
                "get(x,y) after a change",
                s -> {
                    int y = s.shape.height() - 1;
                    Pixel pixel = s.image.get(0, y);
                    s.same("same object twice", false, pixel == s.image.get(0, y));
                    s.image.get(0, 0);
                    live(s, y, pixel);
                });
    }

    /** Changes pixel (0, y) through the buffer and then through the pixel itself. */
    private static void live(Subject s, int y, Pixel pixel) {
        Samples changed = Samples.random(s.shape, 78);
        changed.write(s.image.buffer());
        Samples expected = Samples.read(s.shape, s.image.buffer());
        s.same("(0," + y + ") after the buffer changed", expected.pixel(0, y), pixel.value());
        int[] color = Samples.random(s.shape, 79).pixel(0, 0);
        pixel.value(color);
        expected.pixel(0, y, s.stored(color));
        s.expect(expected);
    }

    private static void components(RuleList rules) {
        rules.add(
                "P-79",
                Rule.Scope.PIXELS,
                "the mode of a pixel is that of its image",
                "which image the pixel is made of",
                "mode() of a pixel",
                s -> s.same("mode()", s.shape.mode(), s.image.get(0, 0).mode()));
        rules.add(
                "P-80",
                Rule.Scope.WRITABLE_PIXELS,
                "value() is a new array; value(...) changes all components",
                "bulk access of the buffer",
                "value of a pixel",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    pixel.value()[0] ^= 1;
                    s.unchanged();
                    int[] color = Samples.random(s.shape, 80).pixel(0, 0);
                    pixel.value(color);
                    Samples expected = s.before.copy();
                    expected.pixel(0, 0, s.stored(color));
                    s.expect(expected);
                });
        rules.add(
                "P-81",
                Rule.Scope.PIXELS,
                "components are read by name; one that the mode lacks is refused",
                "bulk access of the buffer",
                "components of a pixel by name",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    for (String name : READ.keySet()) {
                        int c = s.shape.names().indexOf(name);
                        if (c < 0) {
                            s.refused(
                                    UnsupportedOperationException.class,
                                    name + "()",
                                    () -> READ.get(name).applyAsInt(pixel));
                            s.refused(
                                    UnsupportedOperationException.class,
                                    name + "(0)",
                                    () -> WRITE.get(name).accept(pixel, 0));
                        } else {
                            s.same(
                                    name + "()",
                                    s.before.of[c][0][0],
                                    READ.get(name).applyAsInt(pixel));
                        }
                    }
                    s.unchanged();
                });
        rules.add(
                "P-82",
                Rule.Scope.PIXELS,
                "iterating a pixel gives its components",
                "bulk access of the buffer",
                "iterating a pixel",
                s -> {
                    PrimitiveIterator.OfInt iterator = s.image.get(0, 0).iterator();
                    for (int expected : s.before.pixel(0, 0)) {
                        s.same("component", expected, iterator.nextInt());
                    }
                    s.refused(NoSuchElementException.class, "past the end", iterator::nextInt);
                });
        rules.add(
                "P-83",
                Rule.Scope.PIXELS,
                "components are read by index and Slice",
                "bulk access of the buffer",
                "components of a pixel by index",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    int[] expected = s.before.pixel(0, 0);
                    for (int c = 0; c < expected.length; c++) {
                        s.same("get(" + c + ")", expected[c], pixel.get(c));
                        s.same("getLong(" + c + ")", expected[c] & 0xffff_ffffL, pixel.getLong(c));
                    }
                    s.same("get(:)", expected, pixel.get(Slice.ALL));
                    s.same("get(2:1)", 0, pixel.get(Slice.of(2, 1)).length);
                });
        rules.add(
                "P-84",
                Rule.Scope.WRITABLE_PIXELS,
                "set(i, value) changes one component, set(Slice, ...) those selected",
                "bulk access of the buffer",
                "writing components of a pixel",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    int[] color = s.before.pixel(0, 0);
                    Samples expected = s.before.copy();
                    for (int c = 0; c < color.length; c++) {
                        color = expected.pixel(0, 0);
                        color[c] = 7 + c;
                        pixel.set(c, 7 + c);
                        expected.pixel(0, 0, s.stored(color));
                        s.expect(expected);
                    }
                    int n = color.length;
                    s.refused(
                            IllegalArgumentException.class,
                            "one value too many",
                            () -> pixel.set(Slice.ALL, new int[n + 1]));
                    s.expect(expected);
                });
    }
}
