package org.imageop;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of turning an image into an object of another class, and what happened to the pixels on the way.
 *
 * @param <T> the class of the result
 */
public final class Transfer<T> {
    private final T image;
    private final @Nullable String reason;
    private final boolean writable;
    private final List<String> losses;

    private Transfer(T image, @Nullable String reason, boolean writable, List<String> losses) {
        this.image = Objects.requireNonNull(image, "image");
        this.reason = reason;
        this.writable = writable;
        this.losses = List.copyOf(losses);
    }

    /**
     * The same pixels: writing on one side shows on the other.
     *
     * @param <T> the class of the result
     * @param image the result
     * @param writable whether writing through {@code image} reaches the source
     * @return the transfer
     */
    public static <T> Transfer<T> shared(T image, boolean writable) {
        return shared(image, writable, List.of());
    }

    /**
     * The same pixels, whose numbers mean something else on the other side.
     *
     * @param <T> the class handed on
     * @param image the image handed on
     * @param writable whether writing through {@code image} reaches the source
     * @param losses what the other side does not know of the numbers, such as their colour profile
     * @return the transfer
     */
    public static <T> Transfer<T> shared(T image, boolean writable, List<String> losses) {
        return new Transfer<>(image, null, writable, losses);
    }

    /**
     * An independent copy, which can be written.
     *
     * @param <T> the class of the result
     * @param image the result
     * @param reason why the pixels were copied, as a clause: {@code "JavaFX cannot describe padded rows"}
     * @param losses what the copy could not keep, e.g. {@code "16 → 8 bits per component"}; often empty
     * @return the transfer
     */
    public static <T> Transfer<T> copied(T image, String reason, List<String> losses) {
        return new Transfer<>(image, Objects.requireNonNull(reason, "reason"), true, losses);
    }

    /**
     * The image as an object of the class asked for.
     *
     * @return the image, never null
     */
    public T image() {
        return image;
    }

    /**
     * Whether both sides show the same pixels at all times.
     *
     * @return false if the pixels were copied
     */
    public boolean shared() {
        return reason == null;
    }

    /**
     * Whether the result can be written.
     *
     * @return false for a shared image over read-only pixels
     */
    public boolean writable() {
        return writable;
    }

    /**
     * Why the pixels were copied.
     *
     * @return the reason; empty if they are shared
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * What a copy could not keep, or what the other side does not know of shared pixels.
     *
     * @return an unmodifiable list of short phrases; empty if nothing was lost
     */
    public List<String> losses() {
        return losses;
    }

    /**
     * The same report about another object on the same pixels, such as the image as its superclass.
     *
     * @param <R> the other object's class
     * @param other makes the other object from the result
     * @return a transfer of that object
     */
    public <R> Transfer<R> map(Function<? super T, ? extends R> other) {
        return new Transfer<>(other.apply(image), reason, writable, losses);
    }

    @Override
    public String toString() {
        return (shared() ? "shared" : "copied (" + reason + ")")
                + (writable ? "" : ", read-only")
                + (losses.isEmpty() ? "" : ", lost: " + String.join(", ", losses));
    }
}
