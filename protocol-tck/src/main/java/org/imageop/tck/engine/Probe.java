package org.imageop.tck.engine;

import java.util.Arrays;
import org.imageop.tck.result.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Compares values and words the failures. */
public class Probe {
    private final Rule rule;
    private final String what;

    public Probe(Rule rule, String what) {
        this.rule = rule;
        this.what = what;
    }

    public final RuleViolation violation(String where, Object expected, Object found) {
        return violation(where, String.valueOf(expected), String.valueOf(found), null);
    }

    public final RuleViolation unexpected(Throwable thrown) {
        return violation("it throws", "no exception", thrown.toString(), thrown);
    }

    private RuleViolation violation(String where, String expected, String found, @Nullable Throwable cause) {
        String message = rule.id() + " " + what + ": " + where + "\n  expected: " + expected + "\n  found: " + found
                + "\n  rule: " + rule.intent() + "\n  check: " + rule.hint();
        return new RuleViolation(rule.id(), message, cause);
    }

    /** A rule does not speak of what was made. */
    public static final class DoesNotApply extends RuntimeException {
        private static final long serialVersionUID = 1;

        DoesNotApply(String reason) {
            super(reason);
        }
    }

    /** Ends a check whose rule does not speak of what was made. */
    public final DoesNotApply doesNotApply(String reason) {
        return new DoesNotApply(reason);
    }

    public final void same(String where, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw violation(where, expected, found);
        }
    }

    public final void same(String where, int[] expected, int[] found) {
        same("number of values of " + where, expected.length, found.length);
        int first = Arrays.mismatch(expected, found);
        if (first >= 0) {
            throw violation("value " + first + " of " + where, expected[first], found[first]);
        }
    }

    /** Compares bytes, and reports the first that differs. */
    public final void same(String where, byte[] expected, byte[] found) {
        same("number of bytes of " + where, expected.length, found.length);
        int first = Arrays.mismatch(expected, found);
        if (first >= 0) {
            throw violation("byte " + first + " of " + where, expected[first] & 0xff, found[first] & 0xff);
        }
    }

    /** Compares samples of the same shape. */
    public final void same(String name, Samples expected, Samples found) {
        Difference.of(expected, found).ifPresent(difference -> {
            throw violation(
                    difference.where(expected.shape, name), difference.expected(expected), difference.found(found));
        });
    }

    public final void holds(String where, boolean condition) {
        same(where, true, condition);
    }

    public interface Action {
        void run() throws Exception;
    }

    /** Checks that something is refused by an exception of a class, with a message (E-1, E-2). */
    public final void refused(Class<? extends Exception> type, String where, Action action) {
        says(type, where, action);
    }

    /** Checks that something is refused by an exception whose message has some words. */
    public final void says(Class<? extends Exception> type, String where, Action action, String... words) {
        Exception thrown = null;
        try {
            action.run();
        } catch (Exception e) {
            thrown = e;
        }
        if (!type.isInstance(thrown)) {
            throw violation(where, type.getSimpleName(), thrown == null ? "no exception" : thrown);
        }
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            throw violation(where, "a message that states what is wrong", thrown);
        }
        for (String word : words) {
            if (!message.contains(word)) {
                throw violation(where, "a message with \"" + word + "\"", message);
            }
        }
    }
}
