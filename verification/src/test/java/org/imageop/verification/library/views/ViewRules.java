package org.imageop.verification.library.views;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.adapter.ForeignImage;
import org.imageop.tck.adapter.ViewKind;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Arrangement;
import org.imageop.verification.model.StoredImage;

/** Parts and turns of an image on the same samples. */
public final class ViewRules {
    private static final String HINT = "offsets and strides, in the table of views";

    private static final Rule SHARED = Rule.of(
            "V-1",
            "views are on the same samples: nothing is copied, writing either side changes both",
            HINT,
            "P-15",
            "L-13",
            "B-1");
    private static final Rule TURNED = Rule.of(
            "V-9",
            "turned views turn counterclockwise, as P-35; transpose swaps columns and rows",
            "the direction, and the size",
            "P-15",
            "L-13",
            "V-1");
    private static final Rule LAYOUT = Rule.of(
            "V-2",
            "the view of an image in memory has a layout, with the offsets and strides of the table",
            HINT,
            "V-1",
            "V-9");
    private static final Rule COMPUTED = Rule.of(
            "V-3",
            "the view of a computed image has no layout and asks the image on each access",
            "whether samples are kept",
            "V-1",
            "V-9");
    private static final Rule INFO =
            Rule.of("V-6", "a view has an info of its own, empty at first", "whether info is shared", "V-1");
    private static final Rule READ_ONLY = Rule.of(
            "V-10",
            "a view of a read-only image is read-only",
            "readOnly() of selected, turned and component rows",
            "V-1",
            "V-3");

    private ViewRules() {}

    static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "views", what, body);
    }

    public static void addTo(List<Check> checks) {
        for (Shape shape : Arrangement.shapes()) {
            for (ViewKind kind : ViewKind.all(shape.planar())) {
                for (Arrangement.Where where : Arrangement.Where.in(shape)) {
                    String what = kind.name() + " of a " + where + " " + shape;
                    Rule writing = !where.inMemory() ? COMPUTED : kind.turned() ? TURNED : SHARED;
                    checks.add(
                            check(kind.turned() ? TURNED : SHARED, what, probe -> reads(probe, kind, where.of(shape))));
                    checks.add(check(writing, "writing " + what, probe -> writes(probe, kind, where.of(shape))));
                    if (where.inMemory()) {
                        checks.add(check(LAYOUT, what, probe -> lies(probe, kind, where.of(shape))));
                    }
                }
                checks.add(check(INFO, kind.name() + " of a " + shape, probe -> info(probe, kind.of(), shape)));
                checks.add(
                        check(READ_ONLY, kind.name() + " of a " + shape, probe -> readOnly(probe, kind.of(), shape)));
            }
            String first = shape.names().get(0);
            for (Arrangement.Where where : Arrangement.Where.in(shape)) {
                String what = "component of a " + where + " " + shape;
                if (where != Arrangement.Where.PREMULTIPLIED) {
                    checks.add(check(SHARED, what, probe -> components(probe, where.of(shape))));
                    if (where.inMemory()) {
                        checks.add(check(LAYOUT, what, probe -> liesAsItsPlane(probe, where.of(shape))));
                    }
                }
            }
            ViewKind.OfImage component = image -> Views.component(image, first);
            checks.add(check(INFO, "component of a " + shape, probe -> info(probe, component, shape)));
            checks.add(check(INFO, "plane of a " + shape, probe -> info(probe, i -> i.plane(first), shape)));
            checks.add(check(READ_ONLY, "component of a " + shape, probe -> readOnly(probe, component, shape)));
        }
    }

    static void same(Probe probe, String where, Samples expected, ImageLike found) {
        probe.same("mode of " + where, expected.shape.mode(), found.mode());
        ImageSize size = new ImageSize(expected.shape.width(), expected.shape.height());
        probe.same("size of " + where, size, found.size());
        same(probe, where, expected, Samples.read(expected.shape, found.buffer()));
    }

    static void same(Probe probe, String where, Samples expected, Samples found) {
        expected.each((c, x, y) -> {
            if (expected.of[c][y][x] != found.of[c][y][x]) {
                throw probe.violation(
                        "component " + expected.shape.names().get(c) + " at (" + x + "," + y + ") of " + where,
                        Integer.toUnsignedString(expected.of[c][y][x]),
                        Integer.toUnsignedString(found.of[c][y][x]));
            }
        });
    }

    private static void reads(Probe probe, ViewKind kind, Arrangement each) {
        ImageLike view = kind.of().of(each.image());
        each.store(Samples.random(each.shape(), 1));
        same(probe, "the view", kind.of(each.held()), view);
        each.store(Samples.random(each.shape(), 2));
        same(probe, "the view after the image was changed", kind.of(each.held()), view);
    }

    private static void writes(Probe probe, ViewKind kind, Arrangement each) {
        ImageLike view = kind.of().of(each.image());
        if (each.fields().isEmpty()) {
            probe.same("layout().isPresent()", false, view.buffer().layout().isPresent());
        }
        Samples before = Samples.random(each.shape(), 3).opaque();
        each.store(before);
        Shape shape = new Shape(view.mode(), view.width(), view.height());
        // opaque, so that premultiplied memory keeps the colours
        Samples written = Samples.random(shape, 4).opaque();
        written.writeWhole(view.buffer());
        same(probe, "the image after the view was written", kind.written(before, written), each.held());
        same(probe, "the view after it was written", written, view);
    }

    private static void lies(Probe probe, ViewKind kind, Arrangement each) {
        ImageLike view = kind.of().of(each.image());
        PixelLayout layout = view.buffer().layout().orElseThrow(() -> probe.violation("layout()", "a layout", "empty"));
        lies(probe, "the view", kind, each, layout);
        PixelLayout whole = each.image().buffer().layout().orElseThrow();
        lies(probe, "the same of the layout", kind, each, kind.ofLayout().of(whole));
    }

    private static void lies(Probe probe, String where, ViewKind kind, Arrangement each, PixelLayout layout) {
        Shape shape = each.shape();
        for (int c = 0; c < shape.names().size(); c++) {
            StoredImage.Field field = each.fields().get(c);
            ViewKind.Extent expected = kind.place()
                    .of(
                            new ViewKind.Extent(
                                    shape.columns(c),
                                    shape.rows(c),
                                    field.offset(),
                                    field.pixelStride(),
                                    field.lineStride()),
                            shape.divisor(c));
            if (c == 0) {
                probe.same("size of " + where, new ImageSize(expected.w(), expected.h()), layout.size());
            }
            Plane plane = layout.planes().get(c);
            String of = " of plane " + c + " of " + where;
            probe.same("offset" + of, expected.o(), plane.offset());
            if (expected.w() > 1) {
                probe.same("pixel stride" + of, expected.p(), plane.pixelStride());
            }
            if (expected.h() > 1) {
                probe.same("line stride" + of, expected.l(), plane.lineStride());
            }
        }
        probe.same("mode of " + where, shape.mode(), layout.mode());
        probe.same(
                "alpha() of " + where,
                each.image().buffer().layout().orElseThrow().alpha(),
                layout.alpha());
    }

    private static void components(Probe probe, Arrangement each) {
        for (int c = 0; c < each.shape().names().size(); c++) {
            String name = each.shape().names().get(c);
            for (ImageLike view :
                    List.of(Views.component(each.image(), name), each.image().plane(name))) {
                Samples before = Samples.random(each.shape(), 5);
                each.store(before);
                same(probe, "component " + name, before.component(c), view);
                Samples written = Samples.random(before.component(c).shape, 6);
                written.write(view.buffer());
                Samples expected = before.copy();
                int component = c;
                written.each((k, x, y) -> expected.of[component][y][x] = written.of[k][y][x]);
                same(probe, "the image after component " + name + " was written", expected, each.held());
            }
        }
        for (String name : List.of("", "x", "R")) {
            probe.refused(
                    UnsupportedOperationException.class,
                    "component \"" + name + "\"",
                    () -> Views.component(each.image(), name));
        }
    }

    private static void liesAsItsPlane(Probe probe, Arrangement each) {
        for (int c = 0; c < each.shape().names().size(); c++) {
            String name = each.shape().names().get(c);
            PixelLayout layout = Views.component(each.image(), name)
                    .buffer()
                    .layout()
                    .orElseThrow(() -> probe.violation("layout() of component " + name, "a layout", "empty"));
            Plane plane = layout.planes().get(0);
            StoredImage.Field field = each.fields().get(c);
            probe.same("offset of component " + name, field.offset(), plane.offset());
            probe.same("pixel stride of component " + name, field.pixelStride(), plane.pixelStride());
            probe.same("line stride of component " + name, field.lineStride(), plane.lineStride());
            probe.same("planes of component " + name, 1, layout.planes().size());
        }
    }

    private static void info(Probe probe, ViewKind.OfImage kind, Shape shape) {
        for (Arrangement.Where where : Arrangement.Where.in(shape)) {
            Arrangement each = where.of(shape);
            each.image().info().put("dpi", List.of(72.0, 72.0));
            ImageLike view = kind.of(each.image());
            probe.same("info() of the view of a " + each, Map.of(), view.info());
            view.info().put("comment", "the view's");
            probe.same(
                    "info() of the image",
                    Map.of("dpi", List.of(72.0, 72.0)),
                    each.image().info());
        }
    }

    private static void readOnly(Probe probe, ViewKind.OfImage kind, Shape shape) {
        for (Arrangement.Where where : Arrangement.Where.in(shape)) {
            Arrangement each = where.of(shape);
            probe.same(
                    "readOnly() of the view of a writable image, " + each,
                    false,
                    kind.of(each.image()).buffer().readOnly());
        }
        ImageLike hidden = ForeignImage.of(StandardImage.of(shape.mode(), 6, 4), true);
        byte[] bytes = new byte[(int) shape.bytes()];
        ImageLike inMemory = StandardImage.wrap(
                PixelLayout.of(shape.mode(), 6, 4, ByteBuffer.wrap(bytes).asReadOnlyBuffer()));
        for (ImageLike image : List.of(hidden, inMemory)) {
            ImageLike view = kind.of(image);
            probe.same("readOnly()", true, view.buffer().readOnly());
            probe.refused(
                    ReadOnlyImageException.class, "writing", () -> view.buffer().set(0, 1));
            probe.refused(ReadOnlyImageException.class, "map", () -> view.map(v -> 100));
        }
        probe.same("memory", new byte[bytes.length], bytes);
    }
}
