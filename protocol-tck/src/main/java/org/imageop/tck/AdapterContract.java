package org.imageop.tck;

import java.util.stream.Stream;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.tck.engine.ContractTests;
import org.imageop.tck.source.AdapterSource;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The rules of adapters as tests: wrapping, identity, copy policies, sharing proved by writing, refusals, threads.
 * The tests themselves cannot be overridden. Rules are suppressed and reported as in {@link ImageContract}.
 *
 * @param <T> the foreign class
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class AdapterContract<T> implements AdapterSource<T> {

    /** For subclasses. */
    protected AdapterContract() {}

    /**
     * All tests.
     *
     * @return a container with tests that are named after the rules
     */
    @TestFactory
    public final Stream<DynamicNode> adapterRules() {
        return ContractTests.of(AdapterChecks.list(this), getClass().getName());
    }
}
