package org.imageop.spi;

import java.util.List;
import org.imageop.ImageLike;
import org.imageop.UnsupportedImageException;

/**
 * Makes a foreign image class known to {@link org.imageop.Images}.
 *
 * <p>An author writes what only the author knows: how to see the foreign object as an image ({@link #wrap}), whether an
 * image's memory can be a foreign object ({@link #share}), and how to make a new one ({@link #copy}). The library does
 * the rest: the policy of {@link org.imageop.Copy}, unwrapping, messages and losses ({@link HandingOn}). An adapter with
 * {@code wrap} alone reads foreign objects and makes none.
 *
 * <p>An adapter is a stateless service with a public constructor without parameters: declare it with {@code
 * provides org.imageop.spi.ImageAdapter with ...} in {@code module-info.java} and in {@code
 * META-INF/services/org.imageop.spi.ImageAdapter} for the class path. Several threads may call it at once.
 *
 * <p>Where several adapters know an object, the one with the most specific {@link #type()} is asked.
 *
 * @param <T> the foreign image class, or an interface
 */
public interface ImageAdapter<T> {

    /**
     * The class or interface that this adapter knows, its subtypes included.
     *
     * @return the foreign type
     */
    Class<T> type();

    /**
     * Sees a foreign object as an image on the same pixels. Nothing is copied: writing one side changes the other, where
     * the foreign object can be written at all. Of an object whose pixels cannot be seen where they are it makes a {@link
     * org.imageop.StandardImage#snapshot}, which says so, and a new one at each call (S-13).
     *
     * @param image the foreign object
     * @return a live image, usually made by {@link org.imageop.StandardImage#wrapping}, so that it can be unwrapped; or
     *     a snapshot
     * @throws UnsupportedImageException if this particular object cannot be an image of the protocol; the message names
     *     what would help
     */
    ImageLike wrap(T image);

    /**
     * Makes a foreign object on the memory of an image, or a live view that both sides see at all times. Nothing is copied.
     *
     * @param image any image; it does not wrap a {@code T}
     * @return the foreign object, or the reason why the memory cannot be one
     * @throws UnsupportedImageException if the foreign class cannot hold such an image, not even a copy
     */
    default Sharing<T> share(ImageLike image) {
        return Sharing.impossible("its adapter shares no memory");
    }

    /**
     * Makes a new foreign object with the pixels of an image, as similar as the foreign class allows.
     *
     * @param image any image
     * @return a foreign object with memory of its own that can be written
     * @throws UnsupportedImageException if the foreign class cannot hold such an image; the message names what would help
     */
    default T copy(ImageLike image) {
        throw new UnsupportedImageException("The adapter " + getClass().getName() + " reads a " + type().getName()
                + " and cannot make one; ask for another class [errors.md#no-adapter]");
    }

    /**
     * Whether the foreign class shows all numbers as sRGB and has no place for a profile, as toolkits do. {@link #copy} then
     * gets colours that the library has converted to sRGB (K-4).
     *
     * @return false unless overridden: numbers are copied as they are, with their profile or without it
     */
    default boolean srgbOnly() {
        return false;
    }

    /**
     * What a copy could not keep. The library compares the image with the copy, seen through {@link #wrap}; an adapter
     * whose {@code wrap} cannot see all of the copy, or changes it (AWT draws an image more slowly once its array was taken),
     * overrides this. Of what {@link #share} made, only whether the profile was lost is asked (K-5).
     *
     * @param image the image that was copied
     * @param copy what {@link #copy} returned, or the object of {@link #share}
     * @return short phrases, from {@link Losses} wherever they fit; empty if nothing was lost
     */
    default List<String> losses(ImageLike image, T copy) {
        return Losses.between(image, wrap(copy));
    }
}
