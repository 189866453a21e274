package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.imageop.ImageLike;
import org.imageop.Line;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Subject;

/** Where pixels and lines are, and that there are none elsewhere. */
final class PositionRules {
    private interface Use {
        void of(ImageLike image);
    }

    private PositionRules() {}

    static void addTo(RuleList rules) {
        sequences(rules);
        positions(rules);
    }

    private static void sequences(RuleList rules) {
        rules.add(
                "P-45",
                ImageRule.Scope.PIXELS,
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
                    exhausted(s, pixels.iterator());
                });
        rules.add(
                "P-46",
                ImageRule.Scope.PIXELS,
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
                    exhausted(s, s.image.iterator());
                });
    }

    /** An iterator that has been used up reports it. */
    static void exhausted(Subject s, Iterator<?> iterator) {
        iterator.forEachRemaining(each -> {});
        s.same("hasNext() at the end", false, iterator.hasNext());
        s.refused(NoSuchElementException.class, "next() at the end", iterator::next);
    }

    private interface PixelAt {
        Pixel of(int x, int y);
    }

    private static void eachPixel(Subject s, PixelAt found) {
        for (int y = 0; y < s.shape.height(); y++) {
            for (int x = 0; x < s.shape.width(); x++) {
                s.same(
                        "(" + x + "," + y + ")",
                        s.before.pixel(x, y),
                        found.of(x, y).value());
            }
        }
    }

    private static void positions(RuleList rules) {
        rules.add(
                "P-47",
                ImageRule.Scope.PIXELS,
                "line(y) is row y",
                "which row line(y) counts from: 0 is the top",
                "line(y)",
                s -> eachPixel(s, (x, y) -> s.image.line(y).get(x)));
        rules.add(
                "P-48",
                ImageRule.Scope.PIXELS,
                "get(x, y) is the pixel at column x, row y; (0,0) is the top left",
                "the order of x and y",
                "get(x,y)",
                s -> eachPixel(s, s.image::get));
        rules.add(
                "P-58",
                ImageRule.Scope.PIXELS,
                "an index i is valid for 0 ≤ i < n only",
                "whether a negative index counts from the end, or the last index is n",
                shape -> {
                    List<ImageRule.Case> cases = new ArrayList<>();
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
                ImageRule.Scope.WRITABLE_PIXELS,
                "nothing is written outside",
                "whether set checks its indices",
                shape -> {
                    List<ImageRule.Case> cases = new ArrayList<>();
                    int n = shape.names().size();
                    int w = shape.width();
                    int h = shape.height();
                    for (int[] p : new int[][] {{w, 0}, {0, h}, {-1, 0}, {0, -1}}) {
                        outside(cases, "set(" + p[0] + "," + p[1] + ")", i -> i.set(p[0], p[1], new int[n]));
                    }
                    for (int x : new int[] {-1, w}) {
                        outside(
                                cases,
                                "set(" + x + ", rows)",
                                i -> i.set(x, Slice.ALL, StandardImage.of(shape.mode(), 1, h)));
                    }
                    for (int y : new int[] {-1, h}) {
                        outside(
                                cases,
                                "set(columns, " + y + ")",
                                i -> i.set(Slice.ALL, y, StandardImage.of(shape.mode(), w, 1)));
                    }
                    return cases;
                });
        rules.add(
                "P-58",
                ImageRule.Scope.ANY,
                "a byte's index is valid for 0 ≤ i < length()",
                "whether the buffer checks its indices",
                shape -> {
                    List<ImageRule.Case> cases = new ArrayList<>();
                    for (long index : new long[] {-1, shape.bytes(), Long.MAX_VALUE}) {
                        outside(
                                cases,
                                "buffer().get(" + index + ")",
                                i -> i.buffer().get(index));
                    }
                    return cases;
                });
    }

    private static void outside(List<ImageRule.Case> cases, String what, Use use) {
        cases.add(new ImageRule.Case(what, s -> {
            s.refused(IndexOutOfBoundsException.class, what, () -> use.of(s.image));
            s.unchanged();
        }));
    }
}
