package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Line;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Subject;

/** Pixels and lines: where they are, that they are live, and what they can do. */
final class PixelRules {
    private PixelRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "P-44",
                ImageRule.Scope.PLANAR,
                "planar images have no pixels",
                "whether these methods throw UnsupportedOperationException for planar modes",
                shape -> planarCases());
        PositionRules.addTo(rules);
        writing(rules);
        List<String> lines = new ArrayList<>(ImageChecks.ROWS);
        lines.add("P-47");
        rules.after(lines);
        liveLines(rules);
        lines.add("P-78");
        rules.after(lines);
        LineRules.addTo(rules);
        List<String> pixels = new ArrayList<>(ImageChecks.ROWS);
        pixels.add("P-48");
        rules.after(pixels);
        livePixels(rules);
        pixels.add("P-85");
        rules.after(pixels);
        ComponentRules.addTo(rules);
        rules.after(ImageChecks.ROWS);
    }

    private interface Use {
        void of(ImageLike image);
    }

    private static List<ImageRule.Case> planarCases() {
        Slice all = Slice.ALL;
        List<ImageRule.Case> cases = new ArrayList<>();
        planar(cases, "pixels()", i -> i.pixels().iterator().next());
        planar(cases, "iterator()", i -> i.iterator().next());
        planar(cases, "line(0)", i -> i.line(0));
        planar(cases, "get(0,0)", i -> i.get(0, 0));
        planar(cases, "Line.of", i -> Line.of(i, 0));
        planar(cases, "Pixel.of", i -> Pixel.of(i, 0, 0));
        planar(cases, "Images.rows", Images::rows);
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

    private static void planar(List<ImageRule.Case> cases, String what, Use use) {
        cases.add(new ImageRule.Case(what, s -> {
            s.refused(UnsupportedOperationException.class, what, () -> use.of(s.image));
            s.unchanged();
        }));
    }

    private static void writing(RuleList rules) {
        rules.add(
                "P-51",
                ImageRule.Scope.WRITABLE_PIXELS,
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
                ImageRule.Scope.WRITABLE_PIXELS,
                "a line is a live view of its row, each call gives a new one",
                "whether line(y) copies the row, or one line object is used again",
                "line(y) after a change",
                s -> {
                    int y = s.shape.height() - 1;
                    Line line = s.image.line(y);
                    s.same("equal to another line object", false, line.equals(s.image.line(y)));
                    s.same("equal to itself", true, line.equals(line));
                    s.image.line(0);
                    live(s, y, line.get(0));
                });
    }

    private static void livePixels(RuleList rules) {
        rules.add(
                "P-85",
                ImageRule.Scope.WRITABLE_PIXELS,
                "a pixel is a live view, each call gives a new one",
                "whether get(x, y) copies the pixel, or one pixel object is used again",
                "get(x,y) after a change",
                s -> {
                    int y = s.shape.height() - 1;
                    Pixel pixel = s.image.get(0, y);
                    s.same("equal to another pixel object", false, pixel.equals(s.image.get(0, y)));
                    s.same("equal to itself", true, pixel.equals(pixel));
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
}
