package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.engine.Subject;

/** Images made of the whole image: turned, split, planes. */
public final class WholeRules {
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

    private static List<ImageRule.Case> turns(TurnCheck check) {
        return TURNS.stream()
                .map(turn -> new ImageRule.Case(turn.name(), s -> check.on(s, turn)))
                .toList();
    }

    static void addTo(RuleList rules) {
        List<ImageRule.Case> copies = turns((s, turn) -> {
            overwrite(turn.of(s.image));
            s.unchanged();
        });
        rules.add(
                "P-34", ImageRule.Scope.ANY, "a turned image is a copy", "whether a view is returned", shape -> copies);
        List<ImageRule.Case> turned =
                turns((s, turn) -> s.expect("the turned image", turn.of(s.before), turn.of(s.image)));
        String hint = "the direction, which is counterclockwise, and the size of the result";
        rules.add("P-35", ImageRule.Scope.PIXELS, "images are turned counterclockwise", hint, shape -> turned);
        rules.add(
                "P-36",
                ImageRule.Scope.PLANAR,
                "planar images are turned plane by plane",
                "whether chroma is turned in its own size",
                shape -> turned);
        List<ImageRule.Case> fresh = turns((s, turn) -> {
            ImageLike result = turn.of(s.image);
            s.same("mode", s.shape.mode(), result.mode());
            s.holds("info() is empty", result.info().isEmpty());
        });
        rules.add(
                "P-37",
                ImageRule.Scope.ANY,
                "a turned image has the same mode and an empty info",
                "whether info is copied",
                shape -> fresh);
        rules.add(
                "P-40",
                ImageRule.Scope.ANY,
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
                ImageRule.Scope.ANY,
                "plane(name) is a component as an image of mode L, L16 or L32; other names are refused",
                "size and samples of a plane, and whether names that the mode lacks are an"
                        + " UnsupportedOperationException",
                "plane() by name",
                s -> {
                    for (String name : s.shape.names()) {
                        ImageLike plane = s.image.plane(name);
                        s.same("mode of plane " + name, s.shape.grey(), plane.mode());
                        if (!s.shape.planar()) {
                            int component = s.shape.names().indexOf(name);
                            s.expect("plane " + name, s.before.component(component), plane);
                        }
                    }
                    for (String name : List.of("", "x", "Y", "R", "red")) {
                        s.refused(
                                UnsupportedOperationException.class,
                                "plane(\"" + name + "\")",
                                () -> s.image.plane(name));
                    }
                });
        rules.add(
                "P-43",
                ImageRule.Scope.PLANAR,
                "y has the image's size, cr and cb half the sides; they start at the bytes 0, w·h and w·h·5/4",
                "the order of the chroma planes: YV12 has cr first",
                "planes of the buffer",
                s -> {
                    for (int c = 0; c < 3; c++) {
                        String name = s.shape.names().get(c);
                        s.expect("plane " + name, s.before.component(c), s.image.plane(name));
                    }
                });
        List<String> planes = new ArrayList<>(ImageChecks.ROWS);
        planes.add("P-43");
        rules.after(planes);
        rules.add(
                "P-42",
                ImageRule.Scope.ANY,
                "a plane is a view: changes go both ways at once",
                "whether plane() copies",
                WholeRules::viewCases);
        rules.after(ImageChecks.ROWS);
    }

    private static List<ImageRule.Case> viewCases(Shape shape) {
        List<ImageRule.Case> cases = new ArrayList<>();
        for (String name : shape.names()) {
            cases.add(new ImageRule.Case("plane(\"" + name + "\")", s -> {
                ImageLike plane = s.image.plane(name);
                Samples old = Samples.read(s.shape, s.image.buffer());
                if (s.readOnly) {
                    s.same("readOnly() of the plane", true, plane.buffer().readOnly());
                    return;
                }
                int c = shape.names().indexOf(name);
                // opaque, so that premultiplied memory keeps the values
                old.opaque().write(s.image.buffer());
                Samples inPlane = Samples.read(new Shape(shape.grey(), plane.width(), plane.height()), plane.buffer());
                inPlane.of[0][0][0] ^= (int) shape.max();
                Samples before = Samples.read(s.shape, s.image.buffer());
                inPlane.write(plane.buffer());
                Samples after = Samples.read(s.shape, s.image.buffer());
                after.each((k, x, y) -> {
                    if (k == c && x == 0 && y == 0) {
                        s.holds("the image changes with the plane", before.of[k][y][x] != after.of[k][y][x]);
                    } else if (k == c || !name.equals("a")) {
                        // colours may change with alpha, in premultiplied memory
                        s.same("another sample of the image", before.of[k][y][x], after.of[k][y][x]);
                    }
                });
                after.of[c][0][0] ^= (int) shape.max();
                int there = plane.get(0, 0).get(0);
                after.write(s.image.buffer());
                int fromImage = Samples.read(s.shape, s.image.buffer()).of[c][0][0];
                int fromPlane = Samples.read(inPlane.shape, plane.buffer()).of[0][0][0];
                s.holds("the plane changes with the image", there != fromPlane);
                s.same("sample (0,0) of the plane after writing the image", fromImage, fromPlane);
            }));
        }
        return cases;
    }

    /** Changes every byte that can be. */
    public static void overwrite(ImageLike image) {
        if (image.buffer().readOnly()) {
            return;
        }
        for (long i = 0; i < image.buffer().length(); i++) {
            image.buffer().set(i, image.buffer().get(i) ^ 0xff);
        }
    }
}
