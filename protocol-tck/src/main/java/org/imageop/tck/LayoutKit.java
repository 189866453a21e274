package org.imageop.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules of layouts, and those of images on the images that the layouts make, without any test framework.
 * Not for several threads at once.
 */
public final class LayoutKit {
    private static final Rule DESCRIPTION =
            rule("L-1", "a layout has the mode and size of its image", "the arguments of PixelLayout.of");
    private static final Rule POSITION = rule(
            "L-2",
            "each sample is where offset and strides say",
            "offset, strides (in elements) and the order of the planes");
    private static final List<Rule> RULES = List.of(DESCRIPTION, POSITION);

    private final LayoutSource source;

    /**
     * Prepares the checks.
     *
     * @param source makes the layouts
     */
    public LayoutKit(LayoutSource source) {
        this.source = source;
    }

    private static Rule rule(String id, String intent, String hint) {
        return new Rule(id, intent, hint, Rule.Scope.ANY, List.of(), shape -> List.of());
    }

    /**
     * The rules that are checked besides those of {@link ImageKit#rules()}.
     *
     * @return the rules
     */
    public static List<Rule> rules() {
        return RULES;
    }

    /** The images of the layouts, for the rules of images. */
    ImageSource images() {
        return new ImageSource() {
            @Override
            public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
                return source.layout(mode, width, height).map(described -> StandardImage.wrap(described.layout()));
            }

            @Override
            public Set<Mode> modes() {
                return source.modes();
            }
        };
    }

    /** One check that can be run. */
    record Check(Rule rule, Shape shape, LayoutSource source) {
        String name() {
            return rule.id() + " " + rule.intent() + ", for a " + shape;
        }

        Result run() {
            RuleViolation violation = violation();
            Result.Outcome outcome = violation == null ? Result.Outcome.PASSED : Result.Outcome.FAILED;
            return new Result(rule.id(), name(), outcome, violation, "");
        }

        private @Nullable RuleViolation violation() {
            try {
                LayoutSource.Described made = source.layout(shape.mode(), shape.width(), shape.height())
                        .orElseThrow(() -> found("the layout", "present, as the mode is declared", "empty"));
                if (rule == DESCRIPTION) {
                    describes(made);
                } else {
                    finds(made);
                }
                return null;
            } catch (RuleViolation violation) {
                return violation;
            } catch (RuntimeException e) {
                return new RuleViolation(rule, "layout", "it throws", "no exception", e.toString(), e);
            }
        }

        private RuleViolation found(String where, Object expected, Object found) {
            return new RuleViolation(rule, "layout", where, expected.toString(), found.toString(), null);
        }

        private void describes(LayoutSource.Described made) {
            ImageSize size = new ImageSize(shape.width(), shape.height());
            if (made.layout().mode() != shape.mode()) {
                throw found("mode()", shape.mode(), made.layout().mode());
            }
            if (!made.layout().size().equals(size)) {
                throw found("size()", size, made.layout().size());
            }
        }

        /** Writes by one side and reads by the other, both ways. */
        private void finds(LayoutSource.Described made) {
            StandardImage image = StandardImage.wrap(made.layout());
            Samples there = Samples.random(shape, 1);
            there.each((c, x, y) -> made.memory().set(c, x, y, there.of[c][y][x]));
            Samples read = Samples.read(shape, image.buffer());
            there.each((c, x, y) -> same("read", c, x, y, there.of[c][y][x], read.of[c][y][x]));
            Samples back = Samples.random(shape, 2);
            back.write(image.buffer());
            back.each((c, x, y) ->
                    same("written", c, x, y, back.of[c][y][x], made.memory().get(c, x, y)));
        }

        private void same(String how, int c, int x, int y, int expected, int found) {
            if (expected != found) {
                throw found(
                        "component " + shape.names().get(c) + " at (" + x + "," + y + "), " + how
                                + " through the layout",
                        Integer.toUnsignedString(expected),
                        Integer.toUnsignedString(found));
            }
        }
    }

    /** The checks of the layouts themselves. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            if (source.modes().contains(mode)) {
                for (ImageSize size : images().sizes(mode)) {
                    Shape shape = new Shape(mode, size.width(), size.height());
                    RULES.forEach(rule -> checks.add(new Check(rule, shape, source)));
                }
            }
        }
        return checks;
    }

    /**
     * Runs every check.
     *
     * @return a result for each check of the layouts, then of their images
     */
    public List<Result> run() {
        List<Result> results = new ArrayList<>();
        checks().forEach(check -> results.add(check.run()));
        results.addAll(new ImageKit(images()).run());
        return results;
    }
}
