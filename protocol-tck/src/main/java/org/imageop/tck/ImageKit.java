package org.imageop.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Runs all rules of images on the images of a source, without any test framework. Not for several threads at
 * once.
 */
public final class ImageKit {
    private static final String REFUSALS = "images that must not exist";

    private final ImageSource source;
    private final Map<String, Boolean> kept = new HashMap<>();

    /**
     * Prepares the checks.
     *
     * @param source makes the images and says what they are capable of
     * @throws IllegalArgumentException if a rule is suppressed that does not exist, or without a reason
     */
    public ImageKit(ImageSource source) {
        this.source = source;
        Set<String> known = rules().stream().map(Rule::id).collect(Collectors.toCollection(LinkedHashSet::new));
        source.suppressed().forEach((rule, reason) -> {
            if (!known.contains(rule)) {
                throw new IllegalArgumentException("There is no rule " + rule + " to suppress; the rules are " + known
                        + " [errors.md#suppressed-rule]");
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException(
                        rule + " is suppressed without a reason; say why it is not kept [errors.md#suppressed-rule]");
            }
        });
    }

    /**
     * The rules that are checked.
     *
     * @return one element for each rule and each kind of image that it is tried on, in the order of the checks;
     *     a rule's id may occur several times
     */
    public static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(Refusals.RULES);
        rules.addAll(ImageRules.ALL);
        return List.copyOf(rules);
    }

    /** One check that can be run. */
    record Check(ImageKit kit, Shape shape, Rule rule, Rule.Case part) {
        String name() {
            return rule.id() + " " + part.what() + " of a " + shape;
        }

        Result run() {
            return kit.run(this);
        }
    }

    /** The checks for each shape, and those that unsupported images are refused. */
    Map<String, List<Check>> checks() {
        Map<String, List<Check>> checks = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            if (source.modes().contains(mode)) {
                for (ImageSize size : source.sizes(mode)) {
                    Shape shape = new Shape(mode, size.width(), size.height());
                    checks.put(shape.toString(), checks(shape));
                }
            }
        }
        List<Check> refusals = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            for (Refusals.Refusal refusal : Refusals.of(mode, source.modes().contains(mode))) {
                refusals.add(new Check(this, refusal.shape(), refusal.rule(), new Rule.Case("refusal", s -> {})));
            }
        }
        checks.put(REFUSALS, refusals);
        return checks;
    }

    private List<Check> checks(Shape shape) {
        List<Check> checks = new ArrayList<>();
        for (Rule rule : ImageRules.ALL) {
            if (rule.covers(shape, source.readOnly())) {
                rule.cases(shape).forEach(part -> checks.add(new Check(this, shape, rule, part)));
            }
        }
        return checks;
    }

    /**
     * Runs every check.
     *
     * @return a result for each check, in order
     */
    public List<Result> run() {
        return checks().values().stream().flatMap(List::stream).map(Check::run).toList();
    }

    private Result run(Check check) {
        String id = check.rule().id();
        String name = check.name();
        String suppressed = source.suppressed().get(id);
        if (suppressed != null) {
            return new Result(id, name, Result.Outcome.SUPPRESSED, null, suppressed);
        }
        for (String before : check.rule().after()) {
            if (!keeps(check.shape(), before)) {
                return new Result(
                        id, name, Result.Outcome.BLOCKED, null, before + " does not hold, which this check stands on");
            }
        }
        RuleViolation violation = violation(check);
        return new Result(id, name, violation == null ? Result.Outcome.PASSED : Result.Outcome.FAILED, violation, "");
    }

    private boolean keeps(Shape shape, String rule) {
        if (source.suppressed().containsKey(rule)) {
            return true;
        }
        return kept.computeIfAbsent(
                rule + " " + shape,
                key -> checks(shape).stream()
                        .filter(check -> check.rule().id().equals(rule))
                        .allMatch(check -> violation(check) == null));
    }

    private @Nullable RuleViolation violation(Check check) {
        if (Refusals.RULES.contains(check.rule())) {
            return Refusals.violation(source, check);
        }
        Shape shape = check.shape();
        Optional<? extends ImageLike> made;
        try {
            made = source.image(shape.mode(), shape.width(), shape.height());
        } catch (RuntimeException e) {
            return new RuleViolation(
                    check.rule(),
                    check.part().what(),
                    "a " + shape,
                    "an image, as the mode is declared",
                    e.toString(),
                    e);
        }
        if (made.isEmpty()) {
            return new RuleViolation(
                    check.rule(), check.part().what(), "a " + shape, "an image, as the mode is declared", "none", null);
        }
        return violation(check, made.get());
    }

    private @Nullable RuleViolation violation(Check check, ImageLike image) {
        boolean foundation = ImageRules.FOUNDATION.contains(check.rule().id());
        try {
            if (!foundation && !source.readOnly()) {
                Samples.random(check.shape(), check.shape().toString().hashCode())
                        .write(image.buffer());
            }
            Subject subject = new Subject(check.rule(), check.part().what(), check.shape(), image, source);
            try {
                check.part().check().on(subject);
            } catch (Exception e) {
                return subject.unexpected(e);
            }
            return null;
        } catch (RuleViolation violation) {
            return violation;
        }
    }
}
