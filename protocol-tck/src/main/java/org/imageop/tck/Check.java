package org.imageop.tck;

import java.util.ServiceConfigurationError;

/**
 * One thing that is tried.
 *
 * @param rule the rule that it tries
 * @param group what it is tried on
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

    Result run() {
        Probe probe = new Probe(rule, what);
        try {
            body.run(probe);
            return new Result(rule.id(), name(), Result.Outcome.PASSED, null, "");
        } catch (Probe.DoesNotApply e) {
            return new Result(rule.id(), name(), Result.Outcome.DOES_NOT_APPLY, null, e.getMessage());
        } catch (RuleViolation violation) {
            return new Result(rule.id(), name(), Result.Outcome.FAILED, violation, "");
        } catch (Exception | LinkageError | ServiceConfigurationError | StackOverflowError | AssertionError e) {
            return new Result(rule.id(), name(), Result.Outcome.FAILED, probe.unexpected(e), "");
        }
    }
}
