package org.imageop;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Objects;
import org.imageop.internal.memory.Field;
import org.imageop.internal.memory.SampleCodec;
import org.jspecify.annotations.Nullable;

/**
 * Where the samples of one component lie: the element {@code offset + y * lineStride + x * pixelStride} of a
 * buffer holds the sample of column x and row y of the component's plane.
 *
 * <p>Offsets and strides count elements of the buffer (bytes, shorts, ints or floats) from its index 0; its
 * position does not matter. Strides may be negative. An element is a whole sample, or, for packed pixels,
 * holds it in some of its bits, or is a floating-point, signed or unsigned number of a given range. A field of fewer
 * bits than the mode's component, such as the 5 and 6 bits of a 565 pixel, is scaled to the component's full
 * range, rounded to nearest, both ways.
 *
 * <p>Planes are immutable and share the memory that they were given. {@link PixelLayout} checks that every
 * sample lies within the buffer.
 */
public final class Plane {
    /**
     * The numbers that a component's smallest and largest value stand for.
     *
     * @param min the number that is 0
     * @param max the number that is the mode's largest value; larger than {@code min}
     */
    public record Range(double min, double max) {
        /**
         * Checks that the range is finite and not empty.
         *
         * @param min the number that is 0
         * @param max the number that is the mode's largest value
         */
        public Range {
            if (!(min < max) || Double.isInfinite(max - min)) {
                throw new IllegalArgumentException("A value range needs a finite minimum below a finite maximum, not "
                        + min + " to " + max + " [errors.md#value-range]");
            }
        }

        /**
         * The sample that a number reads as (L-8): its position in the range, rounded, and limited to the ends.
         *
         * @param number any number; NaN reads as 0
         * @param largest the mode's {@linkplain Mode#maxValue() largest value}
         * @return 0 to {@code largest}; of 32 bits, the raw bits
         */
        public int sample(double number, long largest) {
            return SampleCodec.sample(number, min, max, largest);
        }

        /**
         * The number that a sample stands for (L-8).
         *
         * @param sample 0 to {@code largest}; of 32 bits, the raw bits
         * @param largest the mode's {@linkplain Mode#maxValue() largest value}
         * @return a number of the range
         */
        public double number(int sample, long largest) {
            return SampleCodec.number(sample, min, max, largest);
        }
    }

    /**
     * The owner of a plane's memory, which may free it. An image keeps the owner from being collected, and asks it before
     * each run of pixels and each single sample, so that using freed memory throws and does not crash.
     */
    @FunctionalInterface
    public interface Owner {
        /**
         * Whether the memory may still be read and written.
         *
         * @return false once it is freed
         */
        boolean alive();

        /**
         * Whether several threads may touch the memory at once. Memory that belongs to one thread is read and written by the
         * thread that calls the image, also where others would help (T-5).
         *
         * @return true, unless overridden; the same at each call
         */
        default boolean concurrent() {
            return true;
        }
    }

    private final Field field;

    /** The plane that a field stands for. */
    Plane(Field field) {
        this.field = field;
    }

    /** What the plane stands for, for inner loops. */
    Field field() {
        return field;
    }

    /**
     * A plane whose elements are whole samples: unsigned bytes, shorts or ints.
     *
     * @param memory a {@link ByteBuffer}, {@link ShortBuffer} or {@link IntBuffer}, heap or direct; shared
     * @param offset the element of the sample at the top left
     * @param pixelStride the distance from one column to the next, in elements
     * @param lineStride the distance from one row to the next, in elements
     * @return the plane
     * @throws IllegalArgumentException if the buffer is of another kind
     */
    public static Plane of(Buffer memory, long offset, long pixelStride, long lineStride) {
        return new Plane(Field.of(memory, offset, pixelStride, lineStride));
    }

    /**
     * A plane whose samples are some bits of each element.
     *
     * @param memory a {@link ByteBuffer}, {@link ShortBuffer} or {@link IntBuffer}, heap or direct; shared
     * @param offset the element of the sample at the top left
     * @param pixelStride the distance from one column to the next, in elements
     * @param lineStride the distance from one row to the next, in elements
     * @param shift the sample's lowest bit in the element
     * @param bits how many bits the sample has
     * @return the plane
     * @throws IllegalArgumentException if the buffer is of another kind or has no such bits
     */
    public static Plane packed(Buffer memory, long offset, long pixelStride, long lineStride, int shift, int bits) {
        return new Plane(Field.of(memory, offset, pixelStride, lineStride, shift, bits));
    }

    /**
     * A plane whose elements are floating-point or signed numbers of a known range, mapped linearly to the
     * component's values. Numbers outside the range read as its nearest end, NaN as the minimum; what an integer
     * element cannot hold is written as the nearest number that it can.
     *
     * @param memory a {@link FloatBuffer}, or a buffer of signed bytes, shorts or ints; shared
     * @param offset the element of the sample at the top left
     * @param pixelStride the distance from one column to the next, in elements
     * @param lineStride the distance from one row to the next, in elements
     * @param range the numbers that stand for 0 and for the largest value
     * @return the plane
     * @throws IllegalArgumentException if the buffer is of another kind
     */
    public static Plane ranged(Buffer memory, long offset, long pixelStride, long lineStride, Range range) {
        return ranged(memory, offset, pixelStride, lineStride, range, true);
    }

    /**
     * A plane whose elements are unsigned integers of a known range, mapped as by {@link #ranged}: 16-bit measurements
     * with a display window of 0 to 4095.
     *
     * @param memory a buffer of unsigned bytes, shorts or ints; shared
     * @param offset the element of the sample at the top left
     * @param pixelStride the distance from one column to the next, in elements
     * @param lineStride the distance from one row to the next, in elements
     * @param range the numbers that stand for 0 and for the largest value
     * @return the plane
     * @throws IllegalArgumentException if the buffer is of another kind; floats have a sign
     */
    public static Plane rangedUnsigned(Buffer memory, long offset, long pixelStride, long lineStride, Range range) {
        return ranged(memory, offset, pixelStride, lineStride, range, false);
    }

    private static Plane ranged(
            Buffer memory, long offset, long pixelStride, long lineStride, Range range, boolean signed) {
        Objects.requireNonNull(range, "range");
        return new Plane(Field.ranged(memory, offset, pixelStride, lineStride, range.min(), range.max(), signed));
    }

    /**
     * The memory, with a position and limit of its own. Writing to it changes the image.
     *
     * @return a {@link ByteBuffer}, {@link ShortBuffer}, {@link IntBuffer} or {@link FloatBuffer}
     */
    public Buffer memory() {
        return field.view();
    }

    /**
     * The element of the sample at the top left.
     *
     * @return an index into {@link #memory()}
     */
    public long offset() {
        return field.offset();
    }

    /**
     * The distance from one column to the next.
     *
     * @return a number of elements, possibly negative
     */
    public long pixelStride() {
        return field.pixelStride();
    }

    /**
     * The distance from one row to the next.
     *
     * @return a number of elements, possibly negative
     */
    public long lineStride() {
        return field.lineStride();
    }

    /**
     * The sample's lowest bit in its element.
     *
     * @return 0 unless pixels are packed
     */
    public int shift() {
        return field.shift();
    }

    /**
     * How many bits of its element a sample has.
     *
     * @return the element's width unless pixels are packed
     */
    public int bits() {
        return field.bits();
    }

    /**
     * Whether each sample is an element as it is: no bit of it belongs to anything else, and no range scales it.
     *
     * @return true if the elements are samples of {@link #bits} bits
     */
    public boolean wholeElements() {
        return field.wholeElements();
    }

    /**
     * The numbers that the plane maps to the component's values.
     *
     * @return the range, or null if elements are plain unsigned values
     */
    public @Nullable Range range() {
        return field.ranged() ? new Range(field.min(), field.max()) : null;
    }

    /**
     * Whether elements are floating-point or signed numbers.
     *
     * @return false for plain values, and for unsigned numbers of a {@link #range}
     */
    public boolean signed() {
        return field.signed();
    }

    /**
     * The same plane on memory that somebody may free: native memory of a foreign image.
     *
     * @param owner is kept, and asked before the memory is touched; it is called by each thread that uses the image
     * @return a plane that throws {@link IllegalStateException} once {@code owner} is not alive
     */
    public Plane ownedBy(Owner owner) {
        Objects.requireNonNull(owner, "owner");
        return new Plane(field.whileAlive(owner::alive, owner.concurrent()));
    }

    /**
     * Whether both planes count the elements of one buffer, so that equal offsets are the same element. The
     * planes of one {@link PixelLayout} that were given one buffer always do; direct buffers that were made
     * apart from each other are not known to.
     *
     * @param other another plane
     * @return true if indices into both planes' memory mean the same elements
     */
    public boolean sharesMemory(Plane other) {
        return field.sharesMemory(other.field);
    }

    /**
     * The element of a column and row.
     *
     * @param x the column
     * @param y the row
     * @return an index into {@link #memory()}
     */
    public long index(long x, long y) {
        return field.index(x, y);
    }

    /** Planes are equal if they give the same elements of the same memory the same meaning; see {@link #sharesMemory}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Plane plane && field.samePlace(plane.field);
    }

    @Override
    public int hashCode() {
        return Objects.hash(offset(), pixelStride(), lineStride(), shift(), bits(), range(), signed());
    }

    @Override
    public String toString() {
        return field.toString();
    }
}
