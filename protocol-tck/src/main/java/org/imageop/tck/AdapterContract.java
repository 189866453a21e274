package org.imageop.tck;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of adapters as tests: wrapping, identity, copy policies, sharing proved by writing, refusals, threads.
 * Suppressed rules show in the report as aborted tests with their reasons. The tests themselves cannot be
 * overridden.
 *
 * @param <T> the foreign class
 */
public abstract class AdapterContract<T> implements AdapterSource<T> {

    /** For subclasses. */
    protected AdapterContract() {}

    /**
     * All tests.
     *
     * @return tests that are named after the rules
     */
    @TestFactory
    public final Stream<DynamicTest> adapterRules() {
        AdapterKit<T> kit = new AdapterKit<>(this);
        Stream<DynamicTest> suppressed = suppressed().entrySet().stream().map(entry -> {
            String name = "SUPPRESSED " + entry.getKey() + ": " + entry.getValue();
            return DynamicTest.dynamicTest(name, () -> Assumptions.abort(name));
        });
        return Stream.concat(
                suppressed,
                kit.checks().stream()
                        .map(check -> DynamicTest.dynamicTest(check.name(), () -> {
                            Result result = kit.run(check);
                            Assumptions.assumeFalse(result.outcome() == Result.Outcome.BLOCKED, result.reason());
                            if (result.outcome() == Result.Outcome.FAILED) {
                                throw Objects.requireNonNull(result.violation());
                            }
                        })));
    }
}
