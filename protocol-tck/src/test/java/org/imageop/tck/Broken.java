package org.imageop.tck;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Something that breaks one rule, as people break it.
 *
 * @param rule the rule that it breaks
 * @param mistake what is wrong with it, for example "RGB image: map rounds down"
 * @param failures runs the checks on it
 */
record Broken(String rule, String mistake, Supplier<List<Failure>> failures) {
    /** A check that failed. */
    record Failure(String rule, String check, String message) {
        static List<Failure> of(Kit kit, List<Check> checks) {
            return checks.stream()
                    .map(kit::run)
                    .filter(result -> result.outcome() == Result.Outcome.FAILED)
                    .map(result -> new Failure(result.rule(), result.name(), String.valueOf(result.violation())))
                    .toList();
        }
    }

    Broken(String rule, String mistake, Kit kit) {
        this(rule, mistake, () -> Failure.of(kit, kit.checks()));
    }

    static String describe(List<Failure> failures) {
        return failures.stream().map(Failure::message).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return rule + " " + mistake;
    }
}
