package org.imageop.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules of adapters on one, without any test framework. Not for several threads at once.
 *
 * @param <T> the foreign class
 */
public final class AdapterKit<T> {
    private final AdapterSource<T> source;
    private final Map<String, Boolean> kept = new HashMap<>();

    /**
     * Prepares the checks.
     *
     * @param source the adapter and what it is tested with
     * @throws IllegalArgumentException if there is nothing to test with, or if a rule is suppressed that does not
     *     exist, or without a reason
     */
    public AdapterKit(AdapterSource<T> source) {
        this.source = source;
        if (source.objects().isEmpty()
                || source.shareable().isEmpty() && source.unshareable().isEmpty()) {
            throw new IllegalArgumentException("There is no foreign object to wrap, or no image to hand on; the"
                    + " adapter needs at least one of objects() and one of shareable() or unshareable()"
                    + " [errors.md#kit-without-objects]");
        }
        List<String> known = AdapterRules.ALL.stream().map(Rule::id).toList();
        source.suppressed().forEach((rule, reason) -> {
            if (!known.contains(rule) || reason.isBlank()) {
                throw new IllegalArgumentException(rule + " cannot be suppressed for the reason \"" + reason
                        + "\"; the rules are " + known + ", and each needs a reason [errors.md#suppressed-rule]");
            }
        });
    }

    /**
     * The rules that are checked.
     *
     * @return the rules
     */
    public static List<Rule> rules() {
        return AdapterRules.ALL;
    }

    /** One check that can be run. */
    record Check(Rule rule, String what, Action action) {
        interface Action {
            void run(AdapterRules.Probe probe) throws Exception;
        }

        String name() {
            return rule.id() + " " + what;
        }

        @Nullable
        RuleViolation violation() {
            try {
                action.run(new AdapterRules.Probe(rule, what));
                return null;
            } catch (RuleViolation found) {
                return found;
            } catch (Exception e) {
                return new RuleViolation(rule, what, "it throws", "no exception", e.toString(), e);
            }
        }
    }

    Result run(Check check) {
        String id = check.rule().id();
        for (String before : check.rule().after()) {
            if (!keeps(before)) {
                String reason = before + " does not hold, which this check stands on";
                return new Result(id, check.name(), Result.Outcome.BLOCKED, null, reason);
            }
        }
        RuleViolation violation = check.violation();
        Result.Outcome outcome = violation == null ? Result.Outcome.PASSED : Result.Outcome.FAILED;
        return new Result(id, check.name(), outcome, violation, "");
    }

    private boolean keeps(String rule) {
        return kept.computeIfAbsent(
                rule,
                id -> checks().stream()
                        .filter(check -> check.rule().id().equals(id))
                        .allMatch(check -> check.violation() == null));
    }

    /** All checks, but those of suppressed rules. */
    List<Check> checks() {
        AdapterRules<T> rules = new AdapterRules<>(source.adapter());
        List<Check> checks = new ArrayList<>(rules.ofTheAdapter());
        for (Map.Entry<String, Supplier<? extends T>> object : source.objects().entrySet()) {
            checks.addAll(rules.ofObject(object.getKey(), object.getValue()));
        }
        for (Map.Entry<String, Supplier<? extends T>> object :
                source.unsupportedObjects().entrySet()) {
            checks.addAll(rules.ofUnsupported(object.getKey(), object.getValue()));
        }
        for (Map.Entry<String, Supplier<? extends ImageLike>> image :
                source.shareable().entrySet()) {
            checks.addAll(rules.ofShareable(image.getKey(), image.getValue()));
        }
        for (Map.Entry<String, Supplier<? extends ImageLike>> image :
                source.unshareable().entrySet()) {
            checks.addAll(rules.ofUnshareable(image.getKey(), image.getValue()));
        }
        checks.removeIf(check -> source.suppressed().containsKey(check.rule().id()));
        return checks;
    }

    /**
     * Runs every check.
     *
     * @return a result for each suppressed rule and for each check
     */
    public List<Result> run() {
        List<Result> results = new ArrayList<>();
        source.suppressed()
                .forEach((rule, reason) -> results.add(new Result(
                        rule, "SUPPRESSED " + rule + ": " + reason, Result.Outcome.SUPPRESSED, null, reason)));
        checks().forEach(check -> results.add(run(check)));
        return results;
    }
}
