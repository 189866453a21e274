package org.imageop.tck;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of layouts as tests: samples are where the layout says, proved by writing on one side and reading on the
 * other, and the images that the layouts make keep all rules of images. The tests themselves cannot be overridden.
 */
public abstract class LayoutContract implements LayoutSource {

    /** For subclasses. */
    protected LayoutContract() {}

    /**
     * All tests.
     *
     * @return tests that are named after the rules
     */
    @TestFactory
    public final Stream<DynamicTest> layoutRules() {
        LayoutKit kit = new LayoutKit(this);
        ImageKit images = new ImageKit(kit.images());
        return Stream.concat(
                kit.checks().stream().map(check -> DynamicTest.dynamicTest(check.name(), () -> report(check.run()))),
                images.checks().values().stream()
                        .flatMap(checks -> checks.stream()
                                .map(check -> DynamicTest.dynamicTest(check.name(), () -> report(check.run())))));
    }

    private static void report(Result result) {
        Assumptions.assumeFalse(result.outcome() == Result.Outcome.BLOCKED, result.reason());
        if (result.outcome() == Result.Outcome.FAILED) {
            throw Objects.requireNonNull(result.violation());
        }
    }
}
