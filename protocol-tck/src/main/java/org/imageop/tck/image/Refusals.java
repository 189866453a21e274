package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.Capabilities;
import org.imageop.tck.source.ImageSource;

/** Images that must not exist: of modes and sizes that are not declared, and of sizes that no image can have. */
final class Refusals {
    private static final String GROUP = "images that must not exist";

    private static final Rule MODE = Rule.of(
            "P-2",
            "every image is in one of the modes; other modes are refused",
            "whether modes() declares every mode that there are images of");
    private static final Rule DIVISOR = Rule.of(
            "P-10",
            "width and height are multiples of the mode's divisors; nothing is padded or cropped",
            "whether an odd size of a planar mode is refused, not rounded");
    private static final Rule EMPTY =
            Rule.of("P-64", "each side is at least 1", "whether a side of 0 or less is refused");
    private static final Rule SIZE = Rule.of(
            "E-1",
            "a size that is not supported is an IllegalArgumentException or UnsupportedOperationException",
            "whether sizes() leaves out a size that there are images of");

    static final List<Rule> RULES = List.of(MODE, DIVISOR, EMPTY, SIZE);

    private Refusals() {}

    static List<Check> of(ImageSource source, String kind) {
        List<Check> checks = new ArrayList<>();
        Set<Mode> modes = source.modes();
        for (Mode mode : Mode.values()) {
            if (!modes.contains(mode)) {
                checks.add(check(source, kind, MODE, new Shape(mode, 4, 4)));
                continue;
            }
            for (int[] size : new int[][] {{0, 4}, {4, 0}, {-2, 4}, {4, -2}}) {
                checks.add(check(source, kind, EMPTY, new Shape(mode, size[0], size[1])));
            }
            if (new Shape(mode, 2, 2).planar()) {
                checks.add(check(source, kind, DIVISOR, new Shape(mode, 7, 4)));
                checks.add(check(source, kind, DIVISOR, new Shape(mode, 4, 5)));
            }
            for (ImageSize size : Capabilities.usualSizes(mode)) {
                if (!source.sizes(mode).contains(size)) {
                    checks.add(check(source, kind, SIZE, new Shape(mode, size.width(), size.height())));
                }
            }
        }
        return checks;
    }

    private static Check check(ImageSource source, String kind, Rule rule, Shape shape) {
        return new Check(rule, GROUP, "refusal of a " + shape + kind, probe -> {
            String expected = "empty, IllegalArgumentException or UnsupportedOperationException with a message";
            try {
                Optional<? extends ImageLike> made = source.image(shape.mode(), shape.width(), shape.height());
                if (made.isPresent()) {
                    throw probe.violation("it", expected, made.get());
                }
            } catch (IllegalArgumentException | UnsupportedOperationException e) {
                if (e.getMessage() == null || e.getMessage().isBlank()) {
                    throw probe.violation("it", expected, e);
                }
            }
        });
    }
}
