package org.imageop.spi;

import java.util.Objects;
import java.util.Optional;
import org.imageop.ImageLike;
import org.jspecify.annotations.Nullable;

/**
 * A foreign object on the memory of an image, or the reason why it cannot be shared: what {@link ImageAdapter#share} returns.
 *
 * @param <T> the foreign class
 */
public final class Sharing<T> {
    private final @Nullable T object;
    private final @Nullable String reason;
    private final boolean readOnly;

    private Sharing(@Nullable T object, @Nullable String reason, boolean readOnly) {
        this.object = object;
        this.reason = reason;
        this.readOnly = readOnly;
    }

    /**
     * The same pixels: each side sees what the other writes. The object can be written if the image can.
     *
     * @param <T> the foreign class
     * @param object the foreign object
     * @return the sharing
     */
    public static <T> Sharing<T> of(T object) {
        return new Sharing<>(Objects.requireNonNull(object, "object"), null, false);
    }

    /**
     * The same pixels, if the image's memory can be such an object.
     *
     * @param <T> the foreign class
     * @param object the foreign object; empty if the image's memory cannot be one
     * @param reason why it cannot, as a clause about the image or the foreign class
     * @return the sharing
     */
    public static <T> Sharing<T> of(Optional<? extends T> object, String reason) {
        return object.isPresent() ? of(object.get()) : impossible(reason);
    }

    /**
     * The same pixels, which can be read but not written through the object.
     *
     * @param <T> the foreign class
     * @param object the foreign object
     * @return the sharing
     */
    public static <T> Sharing<T> readOnly(T object) {
        return new Sharing<>(Objects.requireNonNull(object, "object"), null, true);
    }

    /**
     * The memory cannot be shared.
     *
     * @param <T> the foreign class
     * @param reason why, as a clause about the image: {@code "its rows are padded, and X has none"}
     * @return the sharing
     */
    public static <T> Sharing<T> impossible(String reason) {
        return new Sharing<>(null, Objects.requireNonNull(reason, "reason"), false);
    }

    /**
     * The foreign object.
     *
     * @return the object; empty if there is none
     */
    public Optional<T> object() {
        return Optional.ofNullable(object);
    }

    /**
     * Why the memory cannot be shared.
     *
     * @return the reason; empty if there is one
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Whether writing the object writes the image. */
    boolean writable(ImageLike image) {
        return !readOnly && !image.buffer().readOnly();
    }

    @Override
    public String toString() {
        return reason != null ? "impossible: " + reason : (readOnly ? "read-only " : "") + object;
    }
}
