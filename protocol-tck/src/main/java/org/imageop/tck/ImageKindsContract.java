package org.imageop.tck;

import java.util.Map;
import java.util.stream.Stream;
import org.imageop.tck.engine.ContractTests;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.source.ImageSource;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The protocol's rules as tests of several kinds of images, for a class that keeps pixels in several ways, or an
 * adapter of such a class. Each kind is declared, and its rules are suppressed and reported, as in {@link ImageContract}.
 *
 * <pre>{@code
 * class BitmapKindsTest extends ImageKindsContract {
 *     @Override
 *     public Map<String, ImageKind> kinds() {
 *         return Map.of(
 *                 "565", ImageKind.of(Mode.RGB, (w, h) -> new Bitmap565(w, h)).withLargest(31, 63, 31),
 *                 "of a palette", ImageKind.of(Mode.RGB, (w, h) -> new PaletteBitmap(w, h)).asReadOnly());
 *     }
 * }
 * }</pre>
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class ImageKindsContract {

    /** For subclasses. */
    protected ImageKindsContract() {}

    /**
     * The kinds.
     *
     * @return from a name, which appears in the names of the tests, to the images of that kind
     */
    public abstract Map<String, ? extends ImageSource> kinds();

    /**
     * All tests, by kind, mode and size.
     *
     * @return a container for each kind, with containers and tests as {@link ImageContract#protocol} has them
     */
    @TestFactory
    public final Stream<DynamicNode> protocol() {
        String contract = getClass().getName();
        return kinds().entrySet().stream()
                // a Map.of has another order in each virtual machine
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> DynamicContainer.dynamicContainer(
                        kind.getKey(),
                        ContractTests.of(
                                ImageChecks.list(kind.getValue(), ", " + kind.getKey()),
                                contract + ", " + kind.getKey())));
    }
}
