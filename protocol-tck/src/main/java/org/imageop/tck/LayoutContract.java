package org.imageop.tck;

import java.util.stream.Stream;
import org.imageop.tck.engine.ContractTests;
import org.imageop.tck.layout.LayoutChecks;
import org.imageop.tck.source.LayoutSource;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The rules of layouts as tests: samples are where the layout places them, proved by writing on one side and reading on the
 * other, and the images that the layouts make keep all rules of images. The tests themselves cannot be overridden.
 * Capabilities are declared, and rules suppressed and reported, as in {@link ImageContract}.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class LayoutContract implements LayoutSource {

    /** For subclasses. */
    protected LayoutContract() {}

    /**
     * All tests, by mode and size.
     *
     * @return a container for each mode and size, with tests that are named after the rules
     */
    @TestFactory
    public final Stream<DynamicNode> layoutRules() {
        return ContractTests.of(LayoutChecks.list(this), getClass().getName());
    }
}
