package org.imageop.tck;

import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.spi.ImageAdapter;

/**
 * Makes the foreign objects and images that an adapter is tested with. Names appear in the names of the tests.
 *
 * @param <T> the foreign class
 */
public interface AdapterSource<T> {

    /**
     * The adapter.
     *
     * @return the adapter that is tested
     */
    ImageAdapter<T> adapter();

    /**
     * Foreign objects that the adapter wraps.
     *
     * @return from a name to what makes such an object, a new one with memory of its own each time
     */
    Map<String, Supplier<? extends T>> objects();

    /**
     * Foreign objects that are no images of the protocol.
     *
     * @return from a name to what makes such an object; empty, unless overridden
     */
    default Map<String, Supplier<? extends T>> unsupportedObjects() {
        return Map.of();
    }

    /**
     * Writable images whose memory the foreign class can share.
     *
     * @return from a name to what makes such an image, a new one with memory of its own each time; empty if the
     *     foreign class shares no memory
     */
    Map<String, Supplier<? extends ImageLike>> shareable();

    /**
     * Writable images that only a copy can become the foreign class.
     *
     * @return from a name to what makes such an image, a new one with memory of its own each time; empty if there
     *     are none
     */
    Map<String, Supplier<? extends ImageLike>> unshareable();

    /**
     * The rules that are knowingly not kept. They are listed in the report, each with its reason.
     *
     * @return from a rule's id to the reason; empty, unless overridden
     */
    default Map<String, String> suppressed() {
        return Map.of();
    }
}
