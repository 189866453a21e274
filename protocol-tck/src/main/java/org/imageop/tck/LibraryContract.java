package org.imageop.tck;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The rules that the library's own types keep, as tests of the library that is on the class path: modes, slices, sizes,
 * layouts, views, conversion. Whoever ships it in an unusual way (another virtual machine, a native image, a patched
 * copy) runs them by an empty subclass. What is suppressed and reported is as in {@link ImageContract}.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class LibraryContract {

    /** For subclasses. */
    protected LibraryContract() {}

    /**
     * The rules that are knowingly not kept. They are listed in the report, each with its reason.
     *
     * @return from a rule's id to the reason; empty, unless overridden
     */
    public Map<String, String> suppressed() {
        return Map.of();
    }

    /**
     * All tests.
     *
     * @return containers with tests that are named after the rules
     */
    @TestFactory
    public final Stream<DynamicNode> libraryRules() {
        return ContractTests.of(Kit.ofLibrary(suppressed()), getClass().getName());
    }
}
