package org.imageop.spi;

import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;

/**
 * Makes a foreign image class known to {@link org.imageop.Images}.
 *
 * <p>An adapter is a stateless service with a public constructor without parameters: declare it with {@code
 * provides org.imageop.spi.ImageAdapter with ...} in {@code module-info.java} and in {@code
 * META-INF/services/org.imageop.spi.ImageAdapter} for the class path. It may be called by several threads at
 * once.
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
     * Makes an image of the protocol on the same pixels. Nothing is copied: writing one side changes the other,
     * where the foreign image can be written at all.
     *
     * @param image the foreign image
     * @return a live image, usually a {@link WrappedImage} so that it can be unwrapped
     * @throws UnsupportedImageException if this particular object cannot be an image of the protocol; the
     *     message says what would help
     */
    ImageLike wrap(T image);

    /**
     * Makes a foreign image of one of the protocol. {@link org.imageop.Images} has tried to unwrap it before.
     *
     * @param image any image
     * @param copy whether pixels may or must be copied
     * @return the foreign image and what happened
     * @throws CopyRequiredException under {@link Copy#NEVER}, if memory cannot be shared; the message says why
     * @throws UnsupportedImageException if the foreign class cannot hold such an image
     */
    Transfer<T> export(ImageLike image, Copy copy);
}
