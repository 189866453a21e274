package org.imageop.tck;

import java.util.stream.Stream;
import org.imageop.tck.engine.ContractTests;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.source.ImageSource;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

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
 * <p>What images cannot do is declared ({@link #modes}, {@link #sizes}, {@link #readOnly}, {@link #premultiplied}) and
 * tested to be refused. A rule that is {@linkplain #suppressed suppressed} shows in the report as an aborted test with
 * its reason. The tests themselves cannot be overridden.
 *
 * <p>If the system property {@code imageop.tck.report} names a folder, a table of the checks by rule is written there,
 * in a file that is named after the class.
 */
@Execution(ExecutionMode.SAME_THREAD)
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
        return ContractTests.of(ImageChecks.list(this), getClass().getName());
    }
}
