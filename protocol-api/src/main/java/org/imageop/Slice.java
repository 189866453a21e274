package org.imageop;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A selection of positions on an axis, with Python's slice arithmetic (P-54 to P-59).
 *
 * <p>Negative positions count from the end, omitted ones mean "to the end in that direction", and positions
 * beyond the axis are clamped, never an error. A negative step walks backwards, which mirrors:
 *
 * <pre>{@code
 * image.get(Slice.parse("::-1"), Slice.ALL);   // flipped left to right
 * image.get(Slice.of(-6, -2), Slice.of(1, 3)); // a 4×2 area, as a copy
 * }</pre>
 *
 * <p>Slices are immutable values and safe for use by several threads.
 */
public final class Slice {
    /** Everything, in order: {@code [:]}. */
    public static final Slice ALL = new Slice(null, null, 1);

    private final @Nullable Long start;
    private final @Nullable Long stop;
    private final long step;

    private Slice(@Nullable Long start, @Nullable Long stop, long step) {
        if (step == 0) {
            throw new IllegalArgumentException(
                    "A slice's step cannot be 0; use 1 for every position, -1 to mirror [errors.md#slice-step-zero]");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    /**
     * The positions from {@code start} up to, but without, {@code stop}: {@code [start:stop]}.
     *
     * @param start the first position; negative counts from the end
     * @param stop where to stop, exclusive; negative counts from the end
     * @return the slice
     */
    public static Slice of(long start, long stop) {
        return new Slice(start, stop, 1);
    }

    /**
     * Every {@code step}-th position from {@code start} to {@code stop}: {@code [start:stop:step]}.
     *
     * @param start the first position; negative counts from the end
     * @param stop where to stop, exclusive; negative counts from the end
     * @param step the distance between positions; negative walks backwards
     * @return the slice
     * @throws IllegalArgumentException if {@code step} is 0 (P-54)
     */
    public static Slice of(long start, long stop, long step) {
        return new Slice(start, stop, step);
    }

    /**
     * The positions from {@code start} on: {@code [start:]}.
     *
     * @param start the first position; negative counts from the end
     * @return the slice
     */
    public static Slice from(long start) {
        return new Slice(start, null, 1);
    }

    /**
     * The positions before {@code stop}: {@code [:stop]}.
     *
     * @param stop where to stop, exclusive; negative counts from the end
     * @return the slice
     */
    public static Slice to(long stop) {
        return new Slice(null, stop, 1);
    }

    /**
     * Reads Python's notation: {@code start:stop} or {@code start:stop:step}, each part possibly omitted.
     *
     * @param text for example {@code "-6:-2"}, {@code ":"} or {@code "::-1"}; blanks around numbers are fine
     * @return the slice
     * @throws IllegalArgumentException if the text is not a slice, or the step is 0
     */
    public static Slice parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not a slice; expected start:stop or start:stop:step, as in -6:-2 or ::-1"
                    + " [errors.md#slice-syntax]");
        }
        Long step = parts.length == 3 ? number(parts[2], text) : null;
        return new Slice(number(parts[0], text), number(parts[1], text), step == null ? 1 : step);
    }

    private static @Nullable Long number(String part, String text) {
        String digits = part.strip();
        if (digits.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a slice: \"" + digits
                            + "\" is not a whole number [errors.md#slice-syntax]",
                    e);
        }
    }

    /**
     * The same start and stop with another step: {@code Slice.ALL.by(-1)} mirrors.
     *
     * @param newStep the distance between positions; negative walks backwards, and then an omitted start is
     *     the end
     * @return the slice
     * @throws IllegalArgumentException if {@code newStep} is 0 (P-54)
     */
    public Slice by(long newStep) {
        return new Slice(start, stop, newStep);
    }

    /**
     * The positions that this slice selects on an axis of the given length (P-55 to P-57).
     *
     * @param length the axis's length, not negative
     * @return the selected positions, possibly none
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public Selection on(long length) {
        if (length < 0) {
            throw new IllegalArgumentException(
                    "An axis cannot have the length " + length + "; lengths count from 0 [errors.md#negative-length]");
        }
        boolean forward = step > 0;
        long lowest = forward ? 0 : -1;
        long highest = forward ? length : length - 1;
        long first = start == null ? (forward ? lowest : highest) : clamp(start, length, lowest, highest);
        long end = stop == null ? (forward ? highest : lowest) : clamp(stop, length, lowest, highest);
        long count = forward
                ? (first < end ? (end - first - 1) / step + 1 : 0)
                : (first > end ? (end - first + 1) / step + 1 : 0);
        return new Selection(first, count, step);
    }

    private static long clamp(long position, long length, long lowest, long highest) {
        long fromStart = position < 0 ? position + length : position;
        return Math.max(lowest, Math.min(highest, fromStart));
    }

    /**
     * The positions {@code first}, {@code first + step}, ... of an axis, {@code count} in all.
     *
     * @param first the first position; meaningless if {@code count} is 0
     * @param count how many there are
     * @param step the distance from one to the next
     */
    public record Selection(long first, long count, long step) {
        /**
         * A position.
         *
         * @param k 0 for the first selected position
         * @return the k-th position
         * @throws IndexOutOfBoundsException if {@code k} is not in 0 to {@code count} − 1
         */
        public long at(long k) {
            return first + Objects.checkIndex(k, count) * step;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slice s
                && step == s.step
                && Objects.equals(start, s.start)
                && Objects.equals(stop, s.stop);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, stop, step);
    }

    /** Python's notation, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return (start == null ? "" : start) + ":" + (stop == null ? "" : stop) + (step == 1 ? "" : ":" + step);
    }
}
