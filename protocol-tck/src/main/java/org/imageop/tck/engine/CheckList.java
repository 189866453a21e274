package org.imageop.tck.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.imageop.tck.result.Result;

/** Checks, the suppressed rules, and the result of each. Not for several threads at once. */
public final class CheckList {
    private final List<Check> checks;
    private final Map<String, String> suppressed;

    /** Checks of the same ground block one another; checks of the common ground block all. */
    private final Function<Check, String> ground;

    private final String common;

    private final Map<String, Boolean> kept = new HashMap<>();

    /** A check that others presuppose is asked for twice, and runs once. */
    private final Map<Check, Result> tried = new IdentityHashMap<>();

    /**
     * A list.
     *
     * @param rules all rules that can be suppressed
     * @param suppressed from a rule's id, or a rule's id and a group, to the reason why it is knowingly not kept
     * @param ground what a check is tried on; the same text for all checks that block one another
     * @param common the ground of checks that block all others
     * @throws IllegalArgumentException if a rule is suppressed that does not exist, or without a reason
     */
    public CheckList(
            List<Check> checks,
            List<Rule> rules,
            Map<String, String> suppressed,
            Function<Check, String> ground,
            String common) {
        this.ground = ground;
        this.common = common;
        this.checks = checks.stream()
                .filter(check -> !suppressed.containsKey(check.rule().id())
                        && !suppressed.containsKey(check.rule().id() + " " + check.group()))
                .toList();
        this.suppressed = suppressed;
        Set<String> known = new TreeSet<>(rules.stream().map(Rule::id).toList());
        Set<String> groups = new TreeSet<>(checks.stream().map(Check::group).toList());
        suppressed.forEach((key, reason) -> {
            String rule = key.split(" ", 2)[0];
            if (!known.contains(rule)) {
                throw new IllegalArgumentException("There is no rule " + rule + " to suppress; the rules are" + " "
                        + known + " [errors.md#suppressed-rule]");
            }
            if (!key.equals(rule) && !groups.contains(key.substring(rule.length() + 1))) {
                throw new IllegalArgumentException("Nothing is named \"" + key.substring(rule.length() + 1)
                        + "\", so " + rule + " cannot be suppressed for it; the names are " + groups
                        + " [errors.md#suppressed-rule]");
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException(key + " is suppressed without a reason; say why it is not kept"
                        + " [errors.md#suppressed-rule]");
            }
        });
    }

    /** All checks except checks of suppressed rules. */
    public List<Check> checks() {
        return checks;
    }

    /** From the id of a suppressed rule to the reason. */
    public Map<String, String> suppressed() {
        return suppressed;
    }

    /** A result for each suppressed rule, then for each check, in order. */
    public List<Result> run() {
        List<Result> results = new ArrayList<>();
        suppressed.forEach((key, reason) -> results.add(new Result(
                key.split(" ", 2)[0], "SUPPRESSED " + key + ": " + reason, Result.Outcome.SUPPRESSED, null, reason)));
        checks.forEach(check -> results.add(run(check)));
        return results;
    }

    /** Runs a check, unless a rule that it presupposes does not hold. */
    public Result run(Check check) {
        String id = check.rule().id();
        for (String before : check.rule().after()) {
            if (!before.equals(id) && !keeps(ground.apply(check), before)) {
                String reason = before + " does not hold, which this check needs";
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
                        .filter(check -> (ground.apply(check).equals(where)
                                        || ground.apply(check).equals(common))
                                && check.rule().id().equals(rule))
                        .allMatch(check -> tried(check).outcome() != Result.Outcome.FAILED));
    }

    private Result tried(Check check) {
        return tried.computeIfAbsent(check, Check::run);
    }
}
