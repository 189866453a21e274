package org.imageop.tck.source;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.spi.ImageAdapter;

/**
 * Makes the foreign objects and images that an adapter is tested with, and reads and writes foreign objects by their own
 * means, so that sharing is proved without the adapter. Names appear in the names of the tests, and checks of one object
 * or image block only checks of the same one. Sides of a few pixels are enough, as everything is tried many times; an object
 * that keeps tiles or pads its rows should also be there in a size that crosses them.
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
     * Whether the adapter is a service of {@link ImageAdapter}, so that {@link org.imageop.Images} finds it.
     *
     * @return true, unless overridden
     */
    default boolean registered() {
        return true;
    }

    /**
     * Foreign objects that the adapter wraps and that can be written.
     *
     * @return from a name to what makes such an object, a new one with memory of its own each time
     */
    Map<String, Supplier<? extends T>> objects();

    /**
     * Foreign objects that the adapter wraps and whose images must be read-only. If their owner can write them,
     * {@link #setPixel} does; else it throws {@link UnsupportedOperationException}. Objects that are wrapped as {@linkplain
     * org.imageop.StandardImage#snapshot snapshots} (S-13) belong here too.
     *
     * @return from a name to what makes such an object, a new one each time; empty, unless overridden
     */
    default Map<String, Supplier<? extends T>> readOnlyObjects() {
        return Map.of();
    }

    /**
     * Foreign objects that cannot be images of the protocol: {@link ImageAdapter#wrap} must refuse them.
     *
     * @return from a name to what makes such an object; empty, unless overridden
     */
    default Map<String, Supplier<? extends T>> unsupportedObjects() {
        return Map.of();
    }

    /**
     * Writable images whose memory the foreign class can share. The kit also transfers the same images in other memory
     * (mirrored, packed, in fewer bits, as floats ...), and the memory of {@link #objects}; all these may be shared or copied.
     *
     * @return from a name to what makes such an image, a new one with memory of its own each time; empty if the
     *     foreign class shares no memory
     */
    Map<String, Supplier<? extends ImageLike>> shareable();

    /**
     * Writable images that must be copied to become the foreign class.
     *
     * @return from a name to what makes such an image, a new one with memory of its own each time; empty if no image
     *     is like that
     */
    Map<String, Supplier<? extends ImageLike>> unshareable();

    /**
     * Images that cannot become the foreign class, not even by a copy: {@link ImageAdapter#share} and {@link ImageAdapter#copy}
     * must refuse them. (Images of every mode are tried anyway; refused modes need not be named here.)
     *
     * @return from a name to what makes such an image; empty, unless overridden
     */
    default Map<String, Supplier<? extends ImageLike>> unsupportedImages() {
        return Map.of();
    }

    /**
     * Reads and writes the objects that the adapter made of an image. A foreign class may hold the numbers of the image
     * (L-8) and not which of them are 0 and M; then the image knows. {@link #mode}, {@link #pixel} and {@link
     * #setPixel} of what is returned are asked.
     *
     * @param image the image
     * @return this, unless overridden
     */
    default AdapterSource<T> madeOf(ImageLike image) {
        return this;
    }

    /**
     * The meaning of a foreign object's numbers, found by the object itself, not by the adapter.
     *
     * @param object one of this source's, or one that the adapter made
     * @return the mode that its image has
     */
    Mode mode(T object);

    /**
     * The size of a foreign object, found by the object itself, not by the adapter.
     *
     * @param object one of this source's, or one that the adapter made
     * @return its width and height in pixels
     */
    ImageSize size(T object);

    /**
     * The colour profile of a foreign object, asked of the object itself, not of the adapter.
     *
     * @param object one of this source's, or one that the adapter made
     * @return the bytes of its ICC profile; empty if the object's numbers mean what those of an image without a profile do
     *     (K-1). So it is unless overridden: by the class of objects that have a place for a profile
     */
    default Optional<byte[]> profile(T object) {
        return Optional.empty();
    }

    /**
     * A pixel of a foreign object, read by the object's own means, without the adapter.
     *
     * @param object one of this source's, or one that the adapter made
     * @param x the column, from the left
     * @param y the row, from the top
     * @return a number for each component of {@link #mode}, in its order, 0 to M, in L32 the raw bits; colours straight,
     *     divided by alpha by L-10 where the object keeps them multiplied; fewer bits scaled to 0 … M by L-7, or
     *     as the object's own class does it;
     *     in planar modes the chroma that the pixel shares with its neighbours
     */
    int[] pixel(T object, int x, int y);

    /**
     * Changes a pixel of a foreign object by the object's own means, without the adapter. Only opaque pixels of 0 and M
     * are written, and, in modes with alpha, transparent black ones; a value that the object cannot keep becomes the nearest one.
     *
     * @param object one of this source's, or one that the adapter made
     * @param x the column, from the left
     * @param y the row, from the top
     * @param pixel a number for each component, as in {@link #pixel}; in planar modes pixels that share chroma are
     *     written with the same chroma
     * @throws UnsupportedOperationException if nobody can write the object; always, unless overridden
     */
    default void setPixel(T object, int x, int y, int[] pixel) {
        throw new UnsupportedOperationException("Override setPixel, so that the kit can write a "
                + object.getClass().getName() + " without the adapter [errors.md#kit-cannot-write]");
    }

    /**
     * The rules that are knowingly not kept, by all objects and images or by one of them. They are listed in the report,
     * each with its reason.
     *
     * @return from a rule's id, or from a rule's id, a space and the name of an object or image ({@code "L-7 a palette"}),
     *     to the reason; empty, unless overridden
     */
    default Map<String, String> suppressed() {
        return Map.of();
    }
}
