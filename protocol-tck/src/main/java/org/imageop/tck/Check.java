package org.imageop.tck;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is tried.
 *
 * @param rule the rule that it tries
 * @param group what it is tried on; rules that others presuppose are asked within a group
 * @param what what is tried, as in {@code get(7,0) of a 7×5 RGB image}
 * @param body tries it
 */
record Check(Rule rule, String group, String what, Body body) {
    interface Body {
        void run(Probe probe) throws Exception;
    }

    String name() {
        return rule.id() + " " + what;
    }

    /** What is wrong, null if the rule holds. */
    @Nullable
    RuleViolation violation() {
        Probe probe = new Probe(rule, what);
        try {
            body.run(probe);
            return null;
        } catch (RuleViolation violation) {
            return violation;
        } catch (Exception | StackOverflowError | AssertionError e) {
            return probe.unexpected(e);
        }
    }
}
