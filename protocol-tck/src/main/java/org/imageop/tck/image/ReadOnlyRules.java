package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Shape;

/** What a read-only image refuses. */
final class ReadOnlyRules {
    private interface Write {
        void to(ImageLike image);
    }

    private ReadOnlyRules() {}

    static void addTo(RuleList rules) {
        String hint = "whether every way to write asks readOnly() first";
        rules.add(
                "B-5",
                ImageRule.Scope.READ_ONLY,
                "every write to a read-only image throws ReadOnlyImageException",
                hint,
                ReadOnlyRules::cases);
        rules.add(
                "P-39",
                ImageRule.Scope.READ_ONLY,
                "clip() does nothing in all other modes, read-only images included",
                "whether clip() asks for the mode YV12",
                ReadOnlyRules::clip);
    }

    private static List<ImageRule.Case> clip(Shape shape) {
        return shape.mode() == Mode.YV12
                ? List.of()
                : List.of(new ImageRule.Case("clip()", s -> {
                    s.image.clip();
                    s.unchanged();
                }));
    }

    private static List<ImageRule.Case> cases(Shape shape) {
        List<ImageRule.Case> cases = new ArrayList<>();
        int n = shape.names().size();
        refused(cases, "buffer().set(0, 1)", i -> i.buffer().set(0, 1));
        refused(cases, "buffer().set of a run", i -> i.buffer().set(0, new byte[1], 0, 1));
        refused(cases, "buffer().set of a slice", i -> i.buffer().set(Slice.to(1), new byte[1]));
        refused(cases, "map", i -> i.map(v -> 100));
        if (shape.mode() == Mode.YV12) {
            refused(cases, "clip()", ImageLike::clip);
        }
        if (!shape.planar()) {
            refused(cases, "set(0,0)", i -> i.set(0, 0, new int[n]));
            refused(cases, "set(columns, rows)", i -> i.set(Slice.ALL, Slice.ALL, StandardImage.from(i)));
            refused(cases, "set(rows)", i -> i.set(Slice.ALL, StandardImage.from(i)));
            refused(cases, "line(0).set(columns)", i -> i.line(0).set(Slice.to(1), i.get(Slice.to(1), 0)));
            refused(cases, "get(0,0).value(...)", i -> i.get(0, 0).value(new int[n]));
            refused(cases, "get(0,0).set(components)", i -> i.get(0, 0).set(Slice.ALL, new int[n]));
            refused(cases, "line(0).set(0)", i -> i.line(0).set(0, new int[n]));
            refused(cases, "get(0,0).set(0, 1)", i -> i.get(0, 0).set(0, 1));
        }
        return cases;
    }

    private static void refused(List<ImageRule.Case> cases, String what, Write write) {
        cases.add(new ImageRule.Case(what, s -> {
            s.refused(ReadOnlyImageException.class, what, () -> write.to(s.image));
            s.unchanged();
        }));
    }
}
