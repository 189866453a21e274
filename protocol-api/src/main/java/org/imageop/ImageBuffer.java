package org.imageop;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.imageop.internal.buffer.BufferOverRows;

/**
 * The bytes of an image in the PEP's canonical order: a live view of the storage, wherever it lies (P-19).
 *
 * <p>Index <i>k</i> is always the PEP's byte <i>k</i>: rows from the top, no padding, the components of a
 * pixel side by side; in planar modes the whole Y plane, then Cr, then Cb (P-15, P-20). Components of more
 * than 8 bits are in native byte order (P-22). Writing a byte changes the image, and vice versa. Values are
 * not checked against the mode's intervals (P-23). Where memory is {@linkplain AlphaType#PREMULTIPLIED
 * premultiplied} the bytes are straight all the same: write whole pixels at once then, because a colour that
 * is written while alpha is 0 cannot be kept.
 *
 * <p>To implement one, write {@link #length()}, {@link #get(long)} and {@link #set(long, int)}; override the
 * bulk methods for speed. Most implementations need none of this: {@link #of(PixelLayout)} makes a buffer
 * for memory, {@link #computed} for samples that have no memory.
 *
 * <p>A buffer adds no synchronisation: reading from several threads is safe as far as the storage is.
 */
public interface ImageBuffer extends Iterable<Integer> {

    /**
     * A buffer over described memory. Nothing is copied.
     *
     * @param layout the memory of an image
     * @return a live buffer, read-only if the memory is
     */
    static ImageBuffer of(PixelLayout layout) {
        return new BufferOverRows(layout);
    }

    /**
     * A buffer over samples that are computed on each access. Reading throws {@link IllegalStateException} if {@code rows}
     * deliver a value beyond the mode's range.
     *
     * @param mode the image's mode
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param rows reads and writes the samples: one for the image, or, in a planar mode, one for each plane
     * @return a live buffer without a {@link #layout()}, read-only if one of the {@code rows} is
     * @throws IllegalArgumentException if the mode cannot have that size, or the number of {@code rows} is
     *     wrong
     */
    static ImageBuffer computed(Mode mode, int width, int height, SampleRows... rows) {
        return BufferOverRows.computed(null, mode, width, height, rows);
    }

    /**
     * The number of bytes (P-20).
     *
     * @return {@code mode.length(width, height)} of the image
     */
    long length();

    /**
     * A byte.
     *
     * @param index 0 to {@code length() - 1}
     * @return its value, 0 to 255
     * @throws IndexOutOfBoundsException if there is no such byte (P-58)
     */
    int get(long index);

    /**
     * Changes a byte of the image.
     *
     * @param index 0 to {@code length() - 1}
     * @param value 0 to 255
     * @throws IndexOutOfBoundsException if there is no such byte (P-58)
     * @throws IllegalArgumentException if {@code value} is not a byte (AMB-7)
     * @throws ReadOnlyImageException if the storage is read-only
     */
    void set(long index, int value);

    /**
     * Copies bytes out.
     *
     * @param index the first byte to copy
     * @param target where to copy it
     * @param offset the first position in {@code target}
     * @param count how many bytes to copy
     * @throws IndexOutOfBoundsException if either range does not exist; nothing is copied then
     */
    default void get(long index, byte[] target, int offset, int count) {
        Objects.checkFromIndexSize(index, count, length());
        Objects.checkFromIndexSize(offset, count, target.length);
        for (int i = 0; i < count; i++) {
            target[offset + i] = (byte) get(index + i);
        }
    }

    /**
     * Copies bytes into the image.
     *
     * @param index the first byte to change
     * @param source where the new values are
     * @param offset the first position in {@code source}
     * @param count how many bytes to copy
     * @throws IndexOutOfBoundsException if either range does not exist; nothing is changed then
     * @throws ReadOnlyImageException if the storage is read-only
     */
    default void set(long index, byte[] source, int offset, int count) {
        Objects.checkFromIndexSize(index, count, length());
        Objects.checkFromIndexSize(offset, count, source.length);
        for (int i = 0; i < count; i++) {
            set(index + i, source[offset + i] & 0xff);
        }
    }

    /**
     * A copy of selected bytes (AMB-20).
     *
     * @param slice which bytes; may select none
     * @return a new array
     * @throws IllegalArgumentException if more bytes are selected than an array can hold
     */
    default byte[] get(Slice slice) {
        Slice.Selection selection = slice.on(length());
        byte[] bytes = new byte[arrayLength(selection.count())];
        if (selection.step() == 1) {
            get(bytes.length == 0 ? 0 : selection.first(), bytes, 0, bytes.length);
        } else {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) get(selection.at(i));
            }
        }
        return bytes;
    }

    /**
     * Changes selected bytes.
     *
     * @param slice which bytes
     * @param values as many bytes as are selected
     * @throws IllegalArgumentException if the numbers differ (AMB-20); nothing is changed then
     * @throws ReadOnlyImageException if the storage is read-only
     */
    default void set(Slice slice, byte[] values) {
        Slice.Selection selection = slice.on(length());
        if (selection.count() != values.length) {
            throw new IllegalArgumentException(
                    "[" + slice + "] selects " + selection.count() + " of " + length() + " bytes and takes as many"
                            + " values, not " + values.length + "; a buffer's length is fixed"
                            + " [errors.md#number-of-values]");
        }
        if (selection.step() == 1) {
            set(values.length == 0 ? 0 : selection.first(), values, 0, values.length);
        } else {
            for (int i = 0; i < values.length; i++) {
                set(selection.at(i), values[i] & 0xff);
            }
        }
    }

    /**
     * Whether writing is refused.
     *
     * @return true if every {@code set} throws {@link ReadOnlyImageException}
     */
    default boolean readOnly() {
        return false;
    }

    /**
     * Where the samples lie, if they lie in memory.
     *
     * @return the layout; empty if samples are computed or the memory is hidden
     */
    default Optional<PixelLayout> layout() {
        return Optional.empty();
    }

    /** The bytes from first to last, as values 0 to 255, read when {@code next} is called. */
    @Override
    default PrimitiveIterator.OfInt iterator() {
        return new PrimitiveIterator.OfInt() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < length();
            }

            @Override
            public int nextInt() {
                if (!hasNext()) {
                    throw new NoSuchElementException("There is no next byte, the buffer has " + length()
                            + "; ask hasNext() first [errors.md#no-more-elements]");
                }
                return get(next++);
            }
        };
    }

    private static int arrayLength(long count) {
        if (count > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    count + " bytes do not fit into one array; take them in several slices [errors.md#slice-too-long]");
        }
        return (int) count;
    }
}
