package org.imageop.verification.library.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Arrangement;

/** Images that others may see and not write. */
public final class ReadOnlyRules {
    private static final Rule LAYOUT = Rule.of(
            "L-20",
            "asReadOnly() is the same memory, which cannot be written through it or its buffers",
            "the planes of the layout, and the buffers that they hand out");
    private static final Rule VIEW = Rule.of(
            "V-11",
            "Views.readOnly shows the image and cannot be written",
            "whether the view asks the image, and what of it is writable",
            "L-20");

    private ReadOnlyRules() {}

    public static void addTo(List<Check> checks) {
        for (Shape shape : Arrangement.shapes()) {
            for (Arrangement.Where where : Arrangement.Where.in(shape)) {
                String of = " of a " + where + " " + shape;
                checks.add(ViewRules.check(VIEW, "readOnly" + of, probe -> view(probe, where.of(shape))));
                if (where.inMemory()) {
                    checks.add(ViewRules.check(LAYOUT, "asReadOnly()" + of, probe -> layout(probe, where.of(shape))));
                }
            }
        }
    }

    private static void view(Probe probe, Arrangement each) {
        shows(probe, each, Views.readOnly(each.image()));
    }

    private static void layout(Probe probe, Arrangement each) {
        PixelLayout layout = each.image().buffer().layout().orElseThrow();
        PixelLayout guarded = layout.asReadOnly();
        probe.same("readOnly()", true, guarded.readOnly());
        for (Plane plane : guarded.planes()) {
            probe.same("memory().isReadOnly() of a plane", true, plane.memory().isReadOnly());
        }
        guarded.memory()
                .ifPresent(memory -> probe.same("memory().isReadOnly() of the layout", true, memory.isReadOnly()));
        if (guarded.arrangement() instanceof org.imageop.Arrangement.Interleaved found) {
            probe.same(
                    "memory().isReadOnly() of the arrangement",
                    true,
                    found.memory().isReadOnly());
        }
        shows(probe, each, StandardImage.wrap(guarded));
        probe.same("readOnly() of the layout itself", false, layout.readOnly());
    }

    private static void shows(Probe probe, Arrangement each, StandardImage view) {
        each.store(Samples.random(each.shape(), 11).opaque());
        Samples held = each.held();
        ViewRules.same(probe, "the view of what was written to the image", held, view);
        probe.same("readOnly()", true, view.buffer().readOnly());
        Map<String, Probe.Action> ways = new LinkedHashMap<>();
        ways.put("writing a byte", () -> view.buffer().set(0, 9));
        ways.put("map", () -> view.map(v -> 9));
        ImageLike other = StandardImage.of(view.mode(), view.width(), view.height());
        ways.put("Images.copy", () -> Images.copy(other, view));
        if (!each.shape().planar()) {
            ways.put(
                    "writing a pixel",
                    () -> view.set(0, 0, new int[each.shape().names().size()]));
            ways.put("writing a component", () -> view.get(0, 0).set(0, 9));
        }
        ways.forEach((way, action) -> probe.refused(ReadOnlyImageException.class, way, action));
        ViewRules.same(probe, "the image after all that", held, each.held());
    }
}
