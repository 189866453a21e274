package org.imageop.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/** Images that must not exist: of modes that are not declared, of sizes that no image can have. */
final class Refusals {
    record Refusal(Rule rule, Shape shape) {}

    private static final Rule MODE = rule(
            "P-2",
            "every image is in one of the modes; those that are not supported are refused",
            "whether modes() declares every mode that there are images of");
    private static final Rule DIVISOR = rule(
            "P-10",
            "width and height are multiples of the mode's divisors; nothing is padded or cropped",
            "whether an odd size of a planar mode is refused, not rounded");
    private static final Rule EMPTY = rule("P-64", "each side is at least 1", "whether a side of 0 or less is refused");

    static final List<Rule> RULES = List.of(MODE, DIVISOR, EMPTY);

    private Refusals() {}

    private static Rule rule(String id, String intent, String hint) {
        return new Rule(id, intent, hint, Rule.Scope.ANY, List.of(), shape -> List.of());
    }

    static List<Refusal> of(Mode mode, boolean declared) {
        if (!declared) {
            return List.of(new Refusal(MODE, new Shape(mode, 4, 4)));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (int[] size : new int[][] {{0, 4}, {4, 0}, {-2, 4}, {4, -2}}) {
            refusals.add(new Refusal(EMPTY, new Shape(mode, size[0], size[1])));
        }
        if (mode == Mode.YV12 || mode == Mode.JPEG_YV12) {
            refusals.add(new Refusal(DIVISOR, new Shape(mode, 7, 4)));
            refusals.add(new Refusal(DIVISOR, new Shape(mode, 4, 5)));
        }
        return refusals;
    }

    static @Nullable RuleViolation violation(ImageSource source, ImageKit.Check check) {
        Shape shape = check.shape();
        String expected = "empty, IllegalArgumentException or UnsupportedOperationException with a message";
        try {
            Optional<? extends ImageLike> made = source.image(shape.mode(), shape.width(), shape.height());
            return made.isEmpty()
                    ? null
                    : new RuleViolation(
                            check.rule(), "refusal", "a " + shape, expected, String.valueOf(made.get()), null);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            String message = e.getMessage();
            return message != null && !message.isBlank()
                    ? null
                    : new RuleViolation(check.rule(), "refusal", "a " + shape, expected, e.toString(), e);
        } catch (RuntimeException e) {
            return new RuleViolation(check.rule(), "refusal", "a " + shape, expected, e.toString(), e);
        }
    }
}
