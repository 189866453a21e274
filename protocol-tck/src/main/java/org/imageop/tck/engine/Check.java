package org.imageop.tck.engine;

import java.util.ServiceConfigurationError;
import org.imageop.tck.result.Result;
import org.imageop.tck.result.RuleViolation;

/**
 * One thing that is tried.
 *
 * @param rule the rule that it tries
 * @param group what it is tried on
 * @param what what is tried, as in {@code get(7,0) of a 7×5 RGB image}
 * @param body tries it
 */
public record Check(Rule rule, String group, String what, Body body) {
    /** By which the library refuses rows wherever they are read, so that most checks meet it. */
    private static final String OUT_OF_RANGE = "#rows-out-of-range]";

    public interface Body {
        void run(Probe probe) throws Exception;
    }

    public String name() {
        return rule.id() + " " + what;
    }

    public Result run() {
        Probe probe = new Probe(rule, what);
        try {
            body.run(probe);
            return new Result(rule.id(), name(), Result.Outcome.PASSED, null, "");
        } catch (Probe.DoesNotApply e) {
            return new Result(rule.id(), name(), Result.Outcome.DOES_NOT_APPLY, null, e.getMessage());
        } catch (RuleViolation violation) {
            return new Result(rule.id(), name(), Result.Outcome.FAILED, violation, "");
        } catch (IllegalStateException e) {
            boolean ofRows = String.valueOf(e.getMessage()).endsWith(OUT_OF_RANGE);
            return ofRows && !rule.id().equals("A-10")
                    ? new Result(
                            rule.id(), name(), Result.Outcome.BLOCKED, null, "A-10 does not hold: " + e.getMessage())
                    : new Result(rule.id(), name(), Result.Outcome.FAILED, probe.unexpected(e), "");
        } catch (Exception | LinkageError | ServiceConfigurationError | StackOverflowError | AssertionError e) {
            return new Result(rule.id(), name(), Result.Outcome.FAILED, probe.unexpected(e), "");
        }
    }
}
