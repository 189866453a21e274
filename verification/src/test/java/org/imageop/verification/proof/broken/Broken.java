package org.imageop.verification.proof.broken;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.CheckList;
import org.imageop.tck.result.Result;

/**
 * Something that breaks one rule, as people break it.
 *
 * @param rule the rule that it breaks
 * @param mistake what is wrong with it, for example "RGB image: map rounds down"
 * @param failures runs the checks on it
 */
public record Broken(String rule, String mistake, Supplier<List<Failure>> failures) {
    /** A check that failed. */
    public record Failure(String rule, String check, String message) {
        public static List<Failure> of(CheckList kit, List<Check> checks) {
            return checks.stream()
                    .map(kit::run)
                    .filter(result -> result.outcome() == Result.Outcome.FAILED)
                    .map(result -> new Failure(result.rule(), result.name(), String.valueOf(result.violation())))
                    .toList();
        }
    }

    public Broken(String rule, String mistake, CheckList kit) {
        this(rule, mistake, () -> Failure.of(kit, kit.checks()));
    }

    public static String describe(List<Failure> failures) {
        return failures.stream().map(Failure::message).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return rule + " " + mistake;
    }
}
