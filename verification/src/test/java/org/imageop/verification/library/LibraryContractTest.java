package org.imageop.verification.library;

import java.util.stream.Stream;
import org.imageop.tck.engine.ContractTests;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The rules that the library's own types keep: modes, slices, sizes, layouts, views, conversion. */
public final class LibraryContractTest {

    /** Containers with tests that are named after the rules. */
    @TestFactory
    Stream<DynamicNode> libraryRules() {
        return ContractTests.of(LibraryChecks.list(), getClass().getName());
    }
}
