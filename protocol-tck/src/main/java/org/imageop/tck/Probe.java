package org.imageop.tck;

import java.util.Arrays;

/** The words to say what is wrong. */
class Probe {
    private final Rule rule;
    private final String what;

    Probe(Rule rule, String what) {
        this.rule = rule;
        this.what = what;
    }

    final RuleViolation violation(String where, Object expected, Object found) {
        return new RuleViolation(rule, what, where, String.valueOf(expected), String.valueOf(found), null);
    }

    final RuleViolation unexpected(Throwable thrown) {
        return new RuleViolation(rule, what, "it throws", "no exception", thrown.toString(), thrown);
    }

    /** A rule does not speak of what was made. */
    static final class DoesNotApply extends RuntimeException {
        private static final long serialVersionUID = 1;

        DoesNotApply(String reason) {
            super(reason);
        }
    }

    /** Ends a check whose rule does not speak of what was made. */
    final DoesNotApply doesNotApply(String reason) {
        return new DoesNotApply(reason);
    }

    final void same(String where, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw violation(where, expected, found);
        }
    }

    final void same(String where, int[] expected, int[] found) {
        if (!Arrays.equals(expected, found)) {
            throw violation(where, Arrays.toString(expected), Arrays.toString(found));
        }
    }

    /** Compares bytes, and tells the first that differs. */
    final void same(String where, byte[] expected, byte[] found) {
        same("number of bytes of " + where, expected.length, found.length);
        int first = Arrays.mismatch(expected, found);
        if (first >= 0) {
            throw violation("byte " + first + " of " + where, expected[first] & 0xff, found[first] & 0xff);
        }
    }

    final void holds(String where, boolean condition) {
        same(where, true, condition);
    }

    interface Action {
        void run() throws Exception;
    }

    /** Checks that something is refused by an exception of a class, with a message (E-1, E-2). */
    final void refused(Class<? extends Exception> type, String where, Action action) {
        says(type, where, action);
    }

    /** Checks that something is refused by an exception whose message has some words. */
    final void says(Class<? extends Exception> type, String where, Action action, String... words) {
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
            throw violation(where, "a message that says what is wrong", thrown);
        }
        for (String word : words) {
            if (!message.contains(word)) {
                throw violation(where, "a message with \"" + word + "\"", message);
            }
        }
    }
}
