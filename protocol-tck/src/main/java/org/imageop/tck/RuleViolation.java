package org.imageop.tck;

import org.jspecify.annotations.Nullable;

/** A rule does not hold: which, where, what was expected, what was found, and what to check. */
public final class RuleViolation extends AssertionError {
    private static final long serialVersionUID = 1;

    /** The rule's id. */
    private final String rule;

    RuleViolation(Rule rule, String what, String where, String expected, String found, @Nullable Throwable cause) {
        super(
                rule.id() + " " + what + ": " + where + "\n  expected: " + expected + "\n  found: " + found
                        + "\n  rule: " + rule.intent() + "\n  check: " + rule.hint(),
                cause);
        this.rule = rule.id();
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
