package org.imageop.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.color.Profiles;

/**
 * Transfers an image through an adapter: unwraps, shares or copies as {@link Copy} allows, and reports what happened. {@link
 * org.imageop.Images#transfer} calls it with the adapter that it finds, an adapter's own facade with its own adapter.
 */
public final class HandingOn {
    /** The reason of a copy that the caller wanted. */
    private static final String ASKED = "a copy was asked for";

    private HandingOn() {}

    /**
     * Turns an image into a foreign object.
     *
     * @param <T> the foreign class
     * @param adapter makes the object
     * @param image any image; if it wraps a {@code T}, this object is returned, unless a copy is demanded or the
     *     image is a {@linkplain StandardImage#snapshot snapshot} of it (S-13)
     * @param copy whether pixels may or must be copied
     * @return the object, and whether it shares memory, and if not, why and what was lost
     * @throws CopyRequiredException under {@link Copy#NEVER}, if memory cannot be shared
     * @throws UnsupportedImageException if the foreign class cannot hold such an image
     * @throws IllegalStateException if the adapter breaks its contract
     */
    public static <T> Transfer<T> transfer(ImageAdapter<T> adapter, ImageLike image, Copy copy) {
        Objects.requireNonNull(copy, "copy");
        if (copy == Copy.ALWAYS) {
            return copied(adapter, image, ASKED);
        }
        String snapshot = snapshotReason(image).orElse(null);
        T same = snapshot == null ? unwrap(image, adapter.type()).orElse(null) : null;
        if (same != null) {
            return Transfer.shared(same, !image.buffer().readOnly());
        }
        Sharing<T> sharing = adapter.share(image);
        if (sharing == null) {
            throw broken(adapter, "returned null from share");
        }
        T shared = sharing.object().orElse(null);
        if (shared != null && snapshot == null) {
            return Transfer.shared(shared, sharing.writable(image), sharedLosses(adapter, image, shared));
        }
        String reason = snapshot != null ? snapshot : sharing.reason().orElseThrow();
        if (copy == Copy.NEVER) {
            ImageSize size = image.size();
            throw new CopyRequiredException("A " + size.width() + "×" + size.height() + " " + image.mode()
                    + " image cannot be shared as a " + adapter.type().getName() + ": " + reason
                    + "; allow a copy with Copy.IF_NEEDED [errors.md#copy-required]");
        }
        return copied(adapter, image, reason);
    }

    /**
     * The object that an image is or stands for. Nothing is made.
     *
     * @param <T> the class
     * @param image an image, or a foreign object
     * @param type the class of the object
     * @return {@code image} itself or the foreign object that it wraps, or is a snapshot of, if that is a {@code T}; else
     *     empty
     */
    public static <T> Optional<T> unwrap(Object image, Class<T> type) {
        if (type.isInstance(image)) {
            return Optional.of(type.cast(image));
        }
        return image instanceof StandardImage standard
                ? standard.source().filter(type::isInstance).map(type::cast)
                : Optional.empty();
    }

    /**
     * Why an image is a copy of the foreign object that it stands for (S-13).
     *
     * @param image any image
     * @return the reason that its adapter gave; empty unless the image is a {@linkplain StandardImage#snapshot snapshot}
     */
    public static Optional<String> snapshotReason(ImageLike image) {
        return image instanceof StandardImage standard ? standard.snapshotReason() : Optional.empty();
    }

    private static <T> Transfer<T> copied(ImageAdapter<T> adapter, ImageLike image, String reason) {
        ImageLike pixels = adapter.srgbOnly() ? inSrgb(image) : image;
        T copy = adapter.copy(pixels);
        if (copy == null) {
            throw broken(adapter, "returned null from copy");
        }
        List<String> losses = losses(adapter, pixels, copy);
        if (pixels != image) {
            losses = Stream.concat(Stream.of(Losses.TO_SRGB), losses.stream()).toList();
        }
        return Transfer.copied(copy, reason, losses);
    }

    /** The image in sRGB; itself where there is nobody to convert it, or its profile is damaged. The loss is named then. */
    private static ImageLike inSrgb(ImageLike image) {
        try {
            return Profiles.viewAsSrgb(image);
        } catch (IllegalArgumentException e) {
            return image;
        }
    }

    /** Memory is shared as it is, and with it the numbers; only what they mean can be lost. */
    private static <T> List<String> sharedLosses(ImageAdapter<T> adapter, ImageLike image, T shared) {
        return Profiles.of(image).isPresent() && losses(adapter, image, shared).contains(Losses.PROFILE)
                ? List.of(Losses.PROFILE)
                : List.of();
    }

    private static <T> List<String> losses(ImageAdapter<T> adapter, ImageLike image, T object) {
        List<String> losses = adapter.losses(image, object);
        if (losses == null) {
            throw broken(adapter, "returned null from losses");
        }
        return losses;
    }

    private static IllegalStateException broken(ImageAdapter<?> adapter, String what) {
        return new IllegalStateException("The adapter " + adapter.getClass().getName() + " " + what
                + "; that is a bug of the adapter [errors.md#adapter-bug]");
    }
}
