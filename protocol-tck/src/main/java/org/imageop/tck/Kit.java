package org.imageop.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The checks of a class of images, of layouts, of an adapter or of the library, without any test framework. Not for several threads
 * at once.
 */
public final class Kit {
    private final List<Check> checks;
    private final Map<String, String> suppressed;
    private final Map<String, Boolean> kept = new HashMap<>();
    /** What came of the checks so far, as those that others presuppose are asked for twice. */
    private final Map<Check, Result> tried = new IdentityHashMap<>();

    /** Checks of which the same is said stand on one another. */
    private final Function<Check, String> ground;

    private Kit(List<Check> checks, List<Rule> rules, Map<String, String> suppressed, Function<Check, String> ground) {
        this.ground = ground;
        this.checks = checks.stream()
                .filter(check -> !suppressed.containsKey(check.rule().id()))
                .toList();
        this.suppressed = suppressed;
        Set<String> known = new TreeSet<>(rules.stream().map(Rule::id).toList());
        suppressed.forEach((rule, reason) -> {
            if (!known.contains(rule)) {
                throw new IllegalArgumentException("There is no rule " + rule + " to suppress; the rules are" + " "
                        + known + " [errors.md#suppressed-rule]");
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException(rule + " is suppressed without a reason; say why it is not kept"
                        + " [errors.md#suppressed-rule]");
            }
        });
    }

    /**
     * The rules of images.
     *
     * @param source makes the images and says what they are capable of
     * @return the checks
     * @throws IllegalArgumentException if no mode is declared, or if a rule is suppressed that does not exist, or
     *     without a reason
     */
    public static Kit ofImages(ImageSource source) {
        return new Kit(ImageChecks.of(source), ImageChecks.RULES, source.suppressed(), Check::group);
    }

    /** The rules of images of one of several kinds, whose name is part of the names of the checks. */
    static Kit ofKind(String name, ImageSource source) {
        return new Kit(ImageChecks.of(source, ", " + name), ImageChecks.RULES, source.suppressed(), Check::group);
    }

    /**
     * The rules of layouts, and those of images on the images that the layouts make.
     *
     * @param source makes the layouts and says what they are capable of
     * @return the checks
     * @throws IllegalArgumentException if no mode is declared, or if a rule is suppressed that does not exist, or
     *     without a reason
     */
    public static Kit ofLayouts(LayoutSource source) {
        List<Rule> rules = new ArrayList<>(LayoutChecks.RULES);
        rules.addAll(ImageChecks.RULES);
        return new Kit(LayoutChecks.of(source), rules, source.suppressed(), Check::group);
    }

    /**
     * The rules of adapters.
     *
     * @param source the adapter and what it is tested with
     * @return the checks
     * @throws IllegalArgumentException if there is nothing to test with, or if a rule is suppressed that does not
     *     exist, or without a reason
     */
    public static Kit ofAdapter(AdapterSource<?> source) {
        return new Kit(AdapterChecks.of(source), AdapterChecks.RULES, source.suppressed(), Check::group);
    }

    /**
     * The rules of the library's own types.
     *
     * @param suppressed from a rule's id to the reason why it is knowingly not kept
     * @return the checks
     * @throws IllegalArgumentException if a rule is suppressed that does not exist, or without a reason
     */
    public static Kit ofLibrary(Map<String, String> suppressed) {
        return new Kit(LibraryChecks.of(), LibraryChecks.RULES, suppressed, check -> "the library");
    }

    /**
     * The rules that are checked.
     *
     * @return the rules of images, layouts, adapters and the library, in the order of the checks; a rule's id may occur several
     *     times, for each kind of object that it is tried on
     */
    public static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(ImageChecks.RULES);
        rules.addAll(LayoutChecks.RULES);
        rules.addAll(AdapterChecks.RULES);
        rules.addAll(LibraryChecks.RULES);
        return List.copyOf(rules);
    }

    /** All checks but those of suppressed rules. */
    List<Check> checks() {
        return checks;
    }

    Map<String, String> suppressed() {
        return suppressed;
    }

    /**
     * Runs every check.
     *
     * @return a result for each suppressed rule, then for each check, in order
     */
    public List<Result> run() {
        List<Result> results = new ArrayList<>();
        suppressed.forEach((rule, reason) -> results.add(
                new Result(rule, "SUPPRESSED " + rule + ": " + reason, Result.Outcome.SUPPRESSED, null, reason)));
        checks.forEach(check -> results.add(run(check)));
        return results;
    }

    Result run(Check check) {
        String id = check.rule().id();
        for (String before : check.rule().after()) {
            if (!before.equals(id) && !keeps(ground.apply(check), before)) {
                String reason = before + " does not hold, which this check stands on";
                return new Result(id, check.name(), Result.Outcome.BLOCKED, null, reason);
            }
        }
        return tried(check);
    }

    /** Whether a rule holds there; a suppressed one is taken to. */
    private boolean keeps(String where, String rule) {
        return kept.computeIfAbsent(
                where + " " + rule,
                key -> checks.stream()
                        .filter(check -> ground.apply(check).equals(where)
                                && check.rule().id().equals(rule))
                        .allMatch(check -> tried(check).outcome() != Result.Outcome.FAILED));
    }

    private Result tried(Check check) {
        return tried.computeIfAbsent(check, Check::run);
    }
}
