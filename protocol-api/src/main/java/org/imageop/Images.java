package org.imageop;

import java.util.Objects;
import java.util.Optional;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.lookup.ImageLookup;
import org.imageop.internal.operations.ImageAccess;
import org.imageop.internal.operations.Overwriting;
import org.imageop.internal.operations.SameContent;
import org.imageop.internal.operations.SharedFoundations;
import org.imageop.spi.HandingOn;
import org.jspecify.annotations.Nullable;

/**
 * Accepts any image object, and converts between the classes of images.
 *
 * <p>An object is an image if it speaks the protocol itself, or if an adapter for its class is on the class path
 * or module path. Adapters are found by {@link java.util.ServiceLoader} through the thread's context class
 * loader and the one of this class. All methods may be called by several threads at once.
 */
public final class Images {
    private Images() {}

    /**
     * Accepts an object as the image that it is. Nothing is copied, unless the object hides its pixels: then the result is
     * a {@linkplain StandardImage#snapshot snapshot} of them (S-13).
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @return the image itself, or a protocol image on the same pixels, or a snapshot
     * @throws NullPointerException if the object is null
     * @throws UnsupportedImageException if no adapter knows the object; the message names those found and
     *     the artifact to add
     */
    public static ImageLike of(Object image) {
        return ImageLookup.wrap(image);
    }

    /**
     * Whether an object is of a class that {@link #of} knows. An adapter may still refuse this very object, such as an
     * ImgLib2 image whose component axis must be given.
     *
     * @param object anything, also null
     * @return true if it speaks the protocol or an adapter knows its class
     */
    public static boolean isImage(@Nullable Object object) {
        return object != null && ImageLookup.knows(object);
    }

    /**
     * Turns an image into an object of another class, in the cheapest correct way.
     *
     * @param <T> the class
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param type the class wanted: one that an adapter makes, {@link ImageLike} or {@link StandardImage}
     * @return the same object if it is a T, or wraps one and is not a snapshot of it (S-13); else a T on the same memory, or, where that is
     *     impossible, a copy; {@link #transfer} reports which
     * @throws UnsupportedImageException if no adapter knows the object or makes the class
     */
    public static <T> T to(Object image, Class<T> type) {
        return transfer(image, type, Copy.IF_NEEDED).image();
    }

    /**
     * Turns an image into an object of another class, and reports what happened.
     *
     * @param <T> the class
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param type the class wanted: one that an adapter makes, {@link ImageLike} or {@link StandardImage}
     * @param copy whether pixels may or must be copied
     * @return the object, and whether it shares memory, and if not, why and what was lost
     * @throws UnsupportedImageException if no adapter knows the object or makes the class
     * @throws CopyRequiredException under {@link Copy#NEVER}, if memory cannot be shared
     */
    public static <T> Transfer<T> transfer(Object image, Class<T> type, Copy copy) {
        return ImageLookup.transfer(image, type, copy);
    }

    /**
     * The object that an image is or stands for. Nothing is made.
     *
     * @param <T> the class
     * @param image any image
     * @param type the class of the object
     * @return the image itself or the foreign object that it wraps, if that is a {@code T}; else empty
     */
    public static <T> Optional<T> unwrap(ImageLike image, Class<T> type) {
        return HandingOn.unwrap(image, Objects.requireNonNull(type, "type"));
    }

    /**
     * Copies every pixel of one image into another of the same size, converting it to the other's mode (P-70).
     * The images may share memory; the target then becomes what the source was before. Only a few rows are
     * held in extra memory, unless the images share memory or may share it: what lies below a direct or read-only buffer
     * or a buffer of another class is not known. Computed images share their {@link SampleRows#foundations()}.
     *
     * @param source the image to read
     * @param target the image to overwrite
     * @throws IllegalArgumentException if the sizes differ
     * @throws ReadOnlyImageException if the target is read-only
     */
    public static void copy(ImageLike source, ImageLike target) {
        Overwriting.run(target, source, SharedFoundations::likely);
    }

    /**
     * Whether two images have the same mode, size and samples (AMB-15). Info is not compared.
     *
     * @param a an image
     * @param b another image
     * @return true if their buffers have the same bytes and mean the same
     */
    public static boolean sameContent(ImageLike a, ImageLike b) {
        return a.mode() == b.mode() && a.size().equals(b.size()) && SameContent.test(a, b);
    }

    /**
     * The samples of a non-planar image by rows: the fast way to read and write any image.
     *
     * @param image a non-planar image; of a planar one take {@link ImageLike#plane} first
     * @return live access to the image's samples
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    public static SampleRows rows(ImageLike image) {
        Checks.pixels(image.mode());
        return ImageAccess.rows(image, 0);
    }
}
