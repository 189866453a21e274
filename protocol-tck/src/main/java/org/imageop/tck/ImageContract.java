package org.imageop.tck;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The protocol's rules as tests of a class of images: implement {@link #image} and inherit them all.
 *
 * <pre>{@code
 * class FrameTest extends ImageContract {
 *     @Override
 *     public Optional<Frame> image(Mode mode, int width, int height) {
 *         return Optional.of(new Frame(mode, width, height));
 *     }
 * }
 * }</pre>
 *
 * <p>What images cannot do is declared ({@link #modes}, {@link #readOnly}, {@link #premultiplied}) and tested to
 * be refused. A rule that is {@linkplain #suppressed suppressed} shows in the report as an aborted test with its
 * reason. The tests themselves cannot be overridden.
 */
public abstract class ImageContract implements ImageSource {

    /** For subclasses. */
    protected ImageContract() {}

    /**
     * All tests, by mode and size.
     *
     * @return a container for each mode and size, with tests that are named after the rules
     */
    @TestFactory
    public final Stream<DynamicNode> protocol() {
        ImageKit kit = new ImageKit(this);
        Stream<DynamicNode> suppressed = suppressed().entrySet().stream().map(ImageContract::notice);
        Stream<DynamicNode> checks = kit.checks().entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group.getKey(),
                        group.getValue().stream()
                                .filter(check ->
                                        !suppressed().containsKey(check.rule().id()))
                                .map(check -> DynamicTest.dynamicTest(check.name(), () -> report(check.run())))));
        return Stream.concat(suppressed, checks);
    }

    private static DynamicNode notice(Map.Entry<String, String> suppressed) {
        String name = "SUPPRESSED " + suppressed.getKey() + ": " + suppressed.getValue();
        return DynamicTest.dynamicTest(name, () -> Assumptions.abort(name));
    }

    private static void report(Result result) {
        switch (result.outcome()) {
            case PASSED -> {}
            case FAILED -> throw Objects.requireNonNull(result.violation());
            case SUPPRESSED, BLOCKED ->
                Assumptions.abort(result.outcome() + " " + result.name() + ": " + result.reason());
        }
    }
}
