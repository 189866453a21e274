package org.imageop.verification.library.views;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Arrangement;

/** What views refuse, orientations, and components of premultiplied memory. */
public final class ViewLimitRules {
    private static final Rule WHOLE = Rule.of(
            "V-4",
            "views of planar images have even edges and steps of 1 or −1",
            "whether a view cuts chroma samples",
            "V-1");
    private static final Rule WITHIN = Rule.of(
            "V-5",
            "a rectangle beyond the image is an IndexOutOfBoundsException, nothing is an IllegalArgumentException",
            "sums of ints, and which is asked first",
            "V-1");
    private static final Rule ORIENTED = Rule.of(
            "V-7", "orient applies EXIF orientation 1 to 8", "6 is rotate270, 8 is rotate90", "V-1", "V-3", "V-9");
    private static final Rule MULTIPLIED = Rule.of(
            "V-8",
            "in premultiplied memory components are computed, and writing alpha keeps the straight colours",
            "whether a component of the layout is handed out",
            "V-1",
            "L-6",
            "L-16");

    private ViewLimitRules() {}

    public static void addTo(List<Check> checks) {
        for (Shape shape : Arrangement.shapes()) {
            for (Arrangement.Where where : Arrangement.Where.in(shape)) {
                addTo(checks, shape, where);
            }
            if (shape.hasAlpha()) {
                Arrangement.Where where = Arrangement.Where.PREMULTIPLIED;
                String of = " of a " + where + " " + shape;
                checks.add(check(MULTIPLIED, "components" + of, probe -> components(probe, where.of(shape))));
                checks.add(
                        check(MULTIPLIED, "components of the layout" + of, probe -> ofLayout(probe, where.of(shape))));
                checks.add(check(MULTIPLIED, "alpha" + of, probe -> alpha(probe, where.of(shape))));
            }
        }
        checks.add(check(MULTIPLIED, "alpha of a packed pixel", ViewLimitRules::packed));
    }

    private static Check check(Rule rule, String what, Check.Body body) {
        return ViewRules.check(rule, what, body);
    }

    private static void addTo(List<Check> checks, Shape shape, Arrangement.Where where) {
        String of = " of a " + where + " " + shape;
        if (shape.planar()) {
            checks.add(check(WHOLE, "views that cut pixels" + of, probe -> cuts(probe, where.of(shape))));
        }
        checks.add(check(WITHIN, "rectangles" + of, probe -> rectangles(probe, where.of(shape))));
        if (shape.mode() == Mode.L || shape.mode() == Mode.RGBA || shape.mode() == Mode.YV12) {
            for (int n = 1; n <= 8; n++) {
                int orientation = n;
                checks.add(check(
                        ORIENTED, "orientation " + n + of, probe -> oriented(probe, where.of(shape), orientation)));
            }
            for (int n : new int[] {0, 9, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                checks.add(check(ORIENTED, "orientation " + n + of, probe -> {
                    ImageLike image = where.of(shape).image();
                    probe.refused(IllegalArgumentException.class, "it", () -> Views.orient(image, n));
                }));
            }
        }
    }

    private static void cuts(Probe probe, Arrangement each) {
        ImageLike image = each.image();
        Map<String, Slice[]> cuts = new LinkedHashMap<>();
        Slice all = Slice.ALL;
        cuts.put("[1:3, :]", new Slice[] {Slice.of(1, 3), all});
        cuts.put("[:, 1:3]", new Slice[] {all, Slice.of(1, 3)});
        cuts.put("[0:3, :]", new Slice[] {Slice.of(0, 3), all});
        cuts.put("[:, :-1]", new Slice[] {all, Slice.to(-1)});
        cuts.put("[1:, :]", new Slice[] {Slice.from(1), all});
        cuts.put("[::2, :]", new Slice[] {all.by(2), all});
        cuts.put("[0:4:2, :]", new Slice[] {Slice.of(0, 4, 2), all});
        cuts.put("[:, ::2]", new Slice[] {all, all.by(2)});
        cuts.put("[:, ::-2]", new Slice[] {all, all.by(-2)});
        cuts.put("[4:2:-1, :]", new Slice[] {Slice.of(4, 2, -1), all});
        cuts.put("[:, 3:2:-1]", new Slice[] {all, Slice.of(3, 2, -1)});
        cuts.put("[0:1, 0:1]", new Slice[] {Slice.to(1), Slice.to(1)});
        cuts.forEach((name, cut) -> {
            Class<IllegalArgumentException> refused = IllegalArgumentException.class;
            probe.refused(refused, name, () -> Views.select(image, cut[0], cut[1]));
            image.buffer()
                    .layout()
                    .ifPresent(layout ->
                            probe.refused(refused, name + " of the layout", () -> layout.select(cut[0], cut[1])));
        });
        for (int[] r : new int[][] {{1, 0, 2, 2}, {0, 1, 2, 2}, {0, 0, 3, 2}, {0, 0, 2, 1}}) {
            probe.refused(
                    IllegalArgumentException.class,
                    "crop at (" + r[0] + "," + r[1] + ") to " + r[2] + "×" + r[3],
                    () -> Views.crop(image, r[0], r[1], r[2], r[3]));
        }
        probe.same(
                "size of [5:1:-1, 1::-1]",
                "4 2",
                size(Views.select(image, Slice.of(5, 1, -1), Slice.from(1).by(-1))));
    }

    private static String size(ImageLike image) {
        return image.width() + " " + image.height();
    }

    private static void rectangles(Probe probe, Arrangement each) {
        ImageLike image = each.image();
        int most = Integer.MAX_VALUE;
        int[][] beyond = {
            {-2, 0, 2, 2},
            {0, -2, 2, 2},
            {6, 0, 2, 2},
            {0, 4, 2, 2},
            {0, 0, 8, 4},
            {0, 0, 6, 6},
            {2, 0, 6, 4},
            {0, 0, -2, 4},
            {0, 0, 6, -2},
            {2, 2, -2, -2},
            {most - 1, 0, 2, 4},
            {2, 0, most, 4},
            {most, most, most, most},
            {0, 0, 6, Integer.MIN_VALUE}
        };
        for (int[] r : beyond) {
            String where = "(" + r[0] + "," + r[1] + ") " + r[2] + "×" + r[3];
            Class<IndexOutOfBoundsException> refused = IndexOutOfBoundsException.class;
            probe.refused(refused, where, () -> Views.crop(image, r[0], r[1], r[2], r[3]));
            image.buffer()
                    .layout()
                    .ifPresent(layout -> probe.refused(
                            refused, where + " of the layout", () -> layout.crop(r[0], r[1], r[2], r[3])));
        }
        for (int[] r : new int[][] {{0, 0, 0, 4}, {0, 0, 6, 0}, {6, 4, 0, 0}}) {
            probe.refused(
                    IllegalArgumentException.class,
                    "(" + r[0] + "," + r[1] + ") " + r[2] + "×" + r[3],
                    () -> Views.crop(image, r[0], r[1], r[2], r[3]));
        }
        Slice none = Slice.of(2, 2);
        for (Slice[] nothing : new Slice[][] {{none, Slice.ALL}, {Slice.ALL, none}, {Slice.from(6), Slice.ALL}}) {
            probe.refused(
                    IllegalArgumentException.class,
                    "[" + nothing[0] + ", " + nothing[1] + "]",
                    () -> Views.select(image, nothing[0], nothing[1]));
        }
    }

    /** Where row 0 and column 0 of the stored pixels are seen by EXIF, for each orientation. */
    private static Samples seen(Samples stored, int orientation) {
        Shape shape = stored.shape;
        boolean swapped = orientation > 4;
        Samples seen = new Samples(new Shape(
                shape.mode(), swapped ? shape.height() : shape.width(), swapped ? shape.width() : shape.height()));
        List<Integer> rowAtTheEnd = List.of(3, 4, 6, 7);
        List<Integer> columnAtTheEnd = List.of(2, 3, 7, 8);
        seen.each((c, x, y) -> {
            int row = swapped ? x : y;
            int column = swapped ? y : x;
            int lastRow = stored.of[c].length - 1;
            int lastColumn = stored.of[c][0].length - 1;
            seen.of[c][y][x] = stored.of[c][rowAtTheEnd.contains(orientation) ? lastRow - row : row][
                    columnAtTheEnd.contains(orientation) ? lastColumn - column : column];
        });
        return seen;
    }

    private static void oriented(Probe probe, Arrangement each, int orientation) {
        StandardImage view = Views.orient(each.image(), orientation);
        each.store(Samples.random(each.shape(), orientation).opaque());
        ViewRules.same(probe, "the view", seen(each.held(), orientation), view);
        Samples other = Samples.random(each.shape(), 9).opaque();
        seen(other, orientation).writeWhole(view.buffer());
        ViewRules.same(probe, "the image after the view was written", other, each.held());
    }

    private static void components(Probe probe, Arrangement each) {
        each.store(Samples.random(each.shape(), 8));
        Samples held = each.held();
        for (int c = 0; c < held.of.length; c++) {
            String name = each.shape().names().get(c);
            for (ImageLike view :
                    List.of(Views.component(each.image(), name), each.image().plane(name))) {
                ViewRules.same(probe, "component " + name, held.component(c), view);
                probe.same("layout().isPresent()", false, view.buffer().layout().isPresent());
            }
        }
    }

    private static void ofLayout(Probe probe, Arrangement each) {
        PixelLayout layout = each.image().buffer().layout().orElseThrow();
        int last = each.shape().names().size() - 1;
        for (String colour : each.shape().names().subList(0, last)) {
            probe.refused(UnsupportedOperationException.class, "component " + colour, () -> layout.component(colour));
        }
        Samples straight = Samples.random(each.shape(), 9);
        each.store(straight);
        StandardImage alpha = StandardImage.wrap(layout.component("a"));
        ViewRules.same(probe, "alpha", straight.component(last), alpha);
        Samples other = Samples.random(each.shape(), 10).component(last);
        other.write(alpha.buffer());
        Samples stored = each.stored(straight);
        straight.each((c, x, y) -> probe.same(
                "stored component " + c + " at (" + x + "," + y + ") after alpha was written",
                c == last ? other.of[0][y][x] : stored.of[c][y][x],
                each.memory().get(c, x, y)));
    }

    private static void alpha(Probe probe, Arrangement each) {
        Samples before = Samples.random(each.shape(), 11).opaque();
        each.store(before);
        int last = before.of.length - 1;
        int half = (int) (each.shape().max() / 2 + 1);
        Samples alpha = new Samples(before.component(last).shape);
        alpha.each((c, x, y) -> alpha.of[c][y][x] = half);
        alpha.write(Views.component(each.image(), "a").buffer());
        Samples expected = before.copy();
        expected.each(last, (c, x, y) -> expected.of[c][y][x] = half);
        Samples stored = each.stored(expected);
        expected.each((c, x, y) -> probe.same(
                "stored component " + c + " at (" + x + "," + y + ") after alpha was halved",
                stored.of[c][y][x],
                each.memory().get(c, x, y)));
    }

    private static void packed(Probe probe) {
        int[] argb = {0xffc86432};
        IntBuffer memory = IntBuffer.wrap(argb);
        List<Plane> planes = new ArrayList<>();
        for (int shift : new int[] {16, 8, 0, 24}) {
            planes.add(Plane.packed(memory, 0, 1, 1, shift, 8));
        }
        StandardImage image = StandardImage.wrap(
                PixelLayout.of(Mode.RGBA, 1, 1, AlphaType.PREMULTIPLIED, planes.toArray(Plane[]::new)));
        image.plane("a").set(0, 0, 51);
        probe.same("memory", Integer.toHexString(0x3328140a), Integer.toHexString(argb[0]));
        image.plane("g").set(0, 0, 255);
        probe.same("memory after green", Integer.toHexString(0x3328330a), Integer.toHexString(argb[0]));
    }
}
