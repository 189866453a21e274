package org.imageop.tck.result;

import org.jspecify.annotations.Nullable;

/**
 * What came of one check.
 *
 * @param rule the rule's id
 * @param name the check, for example {@code P-58 get(7,0) of a 7×5 RGB image}
 * @param outcome what came of it
 * @param violation what is wrong, if it failed, else null
 * @param reason why it was not tried, if it does not apply, or was suppressed or blocked; else empty
 */
public record Result(
        String rule, String name, Outcome outcome, @Nullable RuleViolation violation, String reason) {
    /** The ways in which a check can end. */
    public enum Outcome {
        /** The rule holds. */
        PASSED,
        /** The rule does not hold. */
        FAILED,
        /** The rule does not speak of what was made, for a reason. */
        DOES_NOT_APPLY,
        /** The rule was suppressed, for a reason. */
        SUPPRESSED,
        /** A rule does not hold without which this one cannot be tried. */
        BLOCKED
    }
}
