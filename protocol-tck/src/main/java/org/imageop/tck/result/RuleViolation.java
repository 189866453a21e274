package org.imageop.tck.result;

import org.jspecify.annotations.Nullable;

/** A rule does not hold: which, where, what was expected, what was found, and what to check. */
public final class RuleViolation extends AssertionError {
    private static final long serialVersionUID = 1;

    /** The rule's id. */
    private final String rule;

    /**
     * A violation.
     *
     * @param rule the rule's id
     * @param message what is wrong
     * @param cause the exception that shows it, if there is one
     */
    public RuleViolation(String rule, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /**
     * The rule that does not hold.
     *
     * @return its id, for example {@code P-58}
     */
    public String rule() {
        return rule;
    }
}
