package org.imageop.tck.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.imageop.tck.result.Result;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Checks as tests of JUnit. */
public final class ContractTests {
    private ContractTests() {}

    /**
     * A container for each group, with tests that are named after the rules. A suppressed rule is an aborted test, so
     * that reports list it.
     *
     * @param contract the name of the report
     */
    public static Stream<DynamicNode> of(CheckList kit, String contract) {
        Report report = new Report(kit.suppressed());
        Map<String, List<Check>> groups = new LinkedHashMap<>();
        kit.checks()
                .forEach(check -> groups.computeIfAbsent(check.group(), group -> new ArrayList<>())
                        .add(check));
        Stream<DynamicNode> suppressed = kit.suppressed().entrySet().stream().map(ContractTests::notice);
        Stream<DynamicNode> checks = groups.entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group.getKey(),
                        group.getValue().stream()
                                .map(check -> DynamicTest.dynamicTest(check.name(), () -> {
                                    Result result = kit.run(check);
                                    report.add(result);
                                    tell(result);
                                }))));
        return Stream.concat(suppressed, checks).onClose(() -> report.write(contract));
    }

    private static DynamicNode notice(Map.Entry<String, String> suppressed) {
        String name = "SUPPRESSED " + suppressed.getKey() + ": " + suppressed.getValue();
        return DynamicTest.dynamicTest(name, () -> Assumptions.abort(name));
    }

    private static void tell(Result result) {
        switch (result.outcome()) {
            case PASSED, DOES_NOT_APPLY -> {}
            case FAILED -> throw Objects.requireNonNull(result.violation());
            case SUPPRESSED, BLOCKED ->
                Assumptions.abort(result.outcome() + " " + result.name() + ": " + result.reason());
        }
    }
}
