package org.imageop.tck;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;

/** Images made of the whole image: turned, split, planes. */
final class WholeRules {
    private record Turn(String name, int quarters) {
        ImageLike of(ImageLike image) {
            return quarters == 1 ? image.rotate90() : quarters == 2 ? image.rotate180() : image.rotate270();
        }

        Samples of(Samples samples) {
            Samples turned = samples;
            for (int i = 0; i < quarters; i++) {
                turned = turned.rotated90();
            }
            return turned;
        }
    }

    private static final List<Turn> TURNS =
            List.of(new Turn("rotate90()", 1), new Turn("rotate180()", 2), new Turn("rotate270()", 3));

    private interface TurnCheck {
        void on(Subject subject, Turn turn);
    }

    private WholeRules() {}

    private static List<Rule.Case> turns(TurnCheck check) {
        return TURNS.stream()
                .map(turn -> new Rule.Case(turn.name(), s -> check.on(s, turn)))
                .toList();
    }

    static void addTo(RuleList rules) {
        List<Rule.Case> copies = turns((s, turn) -> {
            overwrite(turn.of(s.image));
            s.unchanged();
        });
        rules.add("P-34", Rule.Scope.ANY, "a turned image is a copy", "whether a view is returned", shape -> copies);
        List<Rule.Case> turned = turns((s, turn) -> s.expect("the turned image", turn.of(s.before), turn.of(s.image)));
        String hint = "the direction, which is counterclockwise, and the size of the result";
        rules.add("P-35", Rule.Scope.PIXELS, "images are turned counterclockwise", hint, shape -> turned);
        rules.add(
                "P-36",
                Rule.Scope.PLANAR,
                "planar images are turned plane by plane",
                "whether chroma is turned in its own size",
                shape -> turned);
        List<Rule.Case> fresh = turns((s, turn) -> {
            ImageLike result = turn.of(s.image);
            s.same("mode", s.shape.mode(), result.mode());
            s.holds("info() is empty", result.info().isEmpty());
        });
        rules.add(
                "P-37",
                Rule.Scope.ANY,
                "a turned image has the same mode and an empty info",
                "whether info is copied",
                shape -> fresh);
        rules.add(
                "P-40",
                Rule.Scope.ANY,
                "split() gives a copy of each component, in order",
                "whether split() returns planes, which are views, and their order",
                "split()",
                s -> {
                    List<? extends ImageLike> parts = s.image.split();
                    s.same("number of parts", s.shape.names().size(), parts.size());
                    for (int c = 0; c < parts.size(); c++) {
                        s.expect("part " + c, s.before.component(c), parts.get(c));
                    }
                    parts.forEach(WholeRules::overwrite);
                    s.unchanged();
                });
        rules.add(
                "P-41",
                Rule.Scope.ANY,
                "plane(name) is a component as an image of mode L, L16 or L32; other names are refused",
                "whether names that the mode lacks are an UnsupportedOperationException",
                "plane() by name",
                s -> {
                    for (String name : s.shape.names()) {
                        s.same(
                                "mode of plane " + name,
                                s.shape.grey(),
                                s.image.plane(name).mode());
                    }
                    for (String name : List.of("", "x", "Y", "R", "red")) {
                        s.refused(
                                UnsupportedOperationException.class,
                                "plane(\"" + name + "\")",
                                () -> s.image.plane(name));
                    }
                });
        rules.add(
                "P-42",
                Rule.Scope.ANY,
                "a plane is a view: changes go both ways at once",
                "whether plane() copies",
                WholeRules::viewCases);
        rules.add(
                "P-43",
                Rule.Scope.PLANAR,
                "y has the image's size, cr and cb half the sides; they start at the bytes 0, w·h and w·h·5/4",
                "the order of the chroma planes: YV12 has cr first",
                "planes of the buffer",
                s -> {
                    for (int c = 0; c < 3; c++) {
                        String name = s.shape.names().get(c);
                        s.expect("plane " + name, s.before.component(c), s.image.plane(name));
                    }
                });
    }

    private static List<Rule.Case> viewCases(Shape shape) {
        List<Rule.Case> cases = new ArrayList<>();
        for (int c = 0; c < shape.names().size(); c++) {
            String name = shape.names().get(c);
            cases.add(new Rule.Case("plane(\"" + name + "\")", s -> {
                ImageLike plane = s.image.plane(name);
                Samples old = Samples.read(s.shape, s.image.buffer());
                if (s.readOnly) {
                    s.same("readOnly() of the plane", true, plane.buffer().readOnly());
                    return;
                }
                // opaque before and after, so that premultiplied memory keeps the values
                old.opaque().write(s.image.buffer());
                Samples inPlane = Samples.read(new Shape(shape.grey(), plane.width(), plane.height()), plane.buffer());
                int fresh = (inPlane.of[0][0][0] ^ 1) & (int) shape.max();
                int where = changed(s, () -> {
                    inPlane.of[0][0][0] = fresh;
                    inPlane.write(plane.buffer());
                });
                s.holds("the image changes with the plane", name.equals("a") ? where >= 1 : where == 1);
                Samples all = Samples.read(s.shape, s.image.buffer());
                all.each((k, x, y) -> all.of[k][y][x] ^= s.shape.hasAlpha() && k == all.of.length - 1 ? 0 : 1);
                Samples then = Samples.read(inPlane.shape, plane.buffer());
                all.write(s.image.buffer());
                Samples now = Samples.read(inPlane.shape, plane.buffer());
                if (!name.equals("a")) {
                    s.same("sample (0,0) of the plane after writing the image", then.of[0][0][0] ^ 1, now.of[0][0][0]);
                }
            }));
        }
        return cases;
    }

    private static int changed(Subject s, Runnable action) {
        Samples old = Samples.read(s.shape, s.image.buffer());
        action.run();
        Samples now = Samples.read(s.shape, s.image.buffer());
        int[] changed = {0};
        old.each((c, x, y) -> changed[0] += old.of[c][y][x] == now.of[c][y][x] ? 0 : 1);
        return changed[0];
    }

    /** Changes every byte that can be. */
    static void overwrite(ImageLike image) {
        if (image.buffer().readOnly()) {
            return;
        }
        for (long i = 0; i < image.buffer().length(); i++) {
            image.buffer().set(i, image.buffer().get(i) ^ 0xff);
        }
    }
}
