package org.imageop.foreign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Objects;
import org.imageop.Plane;
import org.jspecify.annotations.Nullable;

/**
 * Where the samples of one component lie in a segment: a {@link Plane} without the limit of 2 GiB. The element {@code offset
 * + y * lineStride + x * pixelStride} of {@code memory} holds the sample of column x and row y.
 *
 * <p>Offsets and strides count elements from the segment's start; use {@link MemorySegment#asSlice} for a start in between.
 * Strides may be negative. Elements need not be aligned: the alignment of {@code element} is ignored, its byte order counts.
 *
 * @param memory the segment, which is shared
 * @param element a byte, short, int or float, in any byte order
 * @param offset the element of the sample at the top left
 * @param pixelStride the distance from one column to the next, in elements
 * @param lineStride the distance from one row to the next, in elements
 * @param shift the sample's lowest bit in its element; 0 unless pixels are packed
 * @param bits how many bits of its element a sample has
 * @param range the numbers that stand for 0 and for the mode's largest value, or null if elements are plain values
 * @param signed whether elements have a sign, as floats do; false without a range
 */
public record SegmentPlane(
        MemorySegment memory,
        ValueLayout element,
        long offset,
        long pixelStride,
        long lineStride,
        int shift,
        int bits,
        Plane.@Nullable Range range,
        boolean signed) {

    /** Checks that elements are of a kind that a plane can have. Whether samples are in the segment depends on their number. */
    public SegmentPlane {
        Objects.requireNonNull(memory, "memory");
        Buffer one = buffer(MemorySegment.ofArray(new byte[Long.BYTES]), element);
        plane(one, offset, pixelStride, lineStride, shift, bits, range, signed);
    }

    /**
     * A plane whose elements are whole samples: unsigned bytes, shorts or ints.
     *
     * @param memory the segment; shared
     * @param element a byte, short or int, in any byte order
     * @param offset the element of the sample at the top left
     * @param pixelStride the distance from one column to the next, in elements
     * @param lineStride the distance from one row to the next, in elements
     * @return the plane
     * @throws IllegalArgumentException if the element is of another kind
     */
    public static SegmentPlane of(
            MemorySegment memory, ValueLayout element, long offset, long pixelStride, long lineStride) {
        int bits = (int) element.byteSize() * Byte.SIZE;
        return new SegmentPlane(memory, element, offset, pixelStride, lineStride, 0, bits, null, false);
    }

    /**
     * A plane whose elements are numbers of a known range, as {@link Plane#ranged} has them.
     *
     * @param memory the segment; shared
     * @param element a float, or a signed byte, short or int, in any byte order
     * @param offset the element of the sample at the top left
     * @param pixelStride the distance from one column to the next, in elements
     * @param lineStride the distance from one row to the next, in elements
     * @param range the numbers that stand for 0 and for the largest value
     * @return the plane
     * @throws IllegalArgumentException if the element is of another kind
     */
    public static SegmentPlane ranged(
            MemorySegment memory,
            ValueLayout element,
            long offset,
            long pixelStride,
            long lineStride,
            Plane.Range range) {
        Objects.requireNonNull(range, "range");
        int bits = (int) element.byteSize() * Byte.SIZE;
        return new SegmentPlane(memory, element, offset, pixelStride, lineStride, 0, bits, range, true);
    }

    /** What a plane means by its elements, in a segment. */
    static SegmentPlane of(MemorySegment memory, ValueLayout element, Plane plane) {
        return new SegmentPlane(
                memory,
                element,
                plane.offset(),
                plane.pixelStride(),
                plane.lineStride(),
                plane.shift(),
                plane.bits(),
                plane.range(),
                plane.range() != null && plane.signed());
    }

    /** The elements of a buffer. */
    static ValueLayout elementOf(Buffer memory) {
        if (memory instanceof ByteBuffer) {
            return ValueLayout.JAVA_BYTE;
        } else if (memory instanceof ShortBuffer shorts) {
            return ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(shorts.order());
        } else if (memory instanceof IntBuffer ints) {
            return ValueLayout.JAVA_INT_UNALIGNED.withOrder(ints.order());
        }
        return ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(((FloatBuffer) memory).order());
    }

    /** The same samples, of which the one at column x and row y is the first. */
    SegmentPlane from(long x, long y) {
        return at(memory, offset + y * lineStride + x * pixelStride);
    }

    /** The same samples, which cannot be written. */
    SegmentPlane asReadOnly() {
        return at(memory.asReadOnly(), offset);
    }

    private SegmentPlane at(MemorySegment where, long index) {
        return new SegmentPlane(where, element, index, pixelStride, lineStride, shift, bits, range, signed);
    }

    /** The plane on a buffer that begins with the segment's element {@code start}. */
    Plane on(Buffer window, long start) {
        return plane(window, offset - start, pixelStride, lineStride, shift, bits, range, signed);
    }

    private static Plane plane(
            Buffer memory,
            long offset,
            long pixelStride,
            long lineStride,
            int shift,
            int bits,
            Plane.@Nullable Range range,
            boolean signed) {
        if (range == null) {
            return Plane.packed(memory, offset, pixelStride, lineStride, shift, bits);
        }
        return signed
                ? Plane.ranged(memory, offset, pixelStride, lineStride, range)
                : Plane.rangedUnsigned(memory, offset, pixelStride, lineStride, range);
    }

    /** The elements from one to another as a buffer; 2 GiB at most. */
    Buffer window(Span elements) {
        return buffer(slice(elements), element);
    }

    /** The memory of the elements from one to another. */
    MemorySegment slice(Span elements) {
        long bytes = element.byteSize();
        return memory.asSlice(elements.first() * bytes, elements.count() * bytes);
    }

    private static Buffer buffer(MemorySegment memory, ValueLayout element) {
        ByteBuffer bytes = bytes(memory).order(element.order());
        return switch (element) {
            case ValueLayout.OfByte e -> bytes;
            case ValueLayout.OfShort e -> bytes.asShortBuffer();
            case ValueLayout.OfInt e -> bytes.asIntBuffer();
            case ValueLayout.OfFloat e -> bytes.asFloatBuffer();
            default ->
                throw new IllegalArgumentException("An element of a plane is a byte, short, int or float, not "
                        + element + " [errors.md#memory-class]");
        };
    }

    private static ByteBuffer bytes(MemorySegment memory) {
        try {
            return memory.asByteBuffer();
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "A segment of an array of shorts, ints or floats cannot be seen as bytes; describe the array with"
                            + " PixelLayout [errors.md#memory-class]",
                    e);
        }
    }

    /** The elements that some columns and rows of samples lie in. */
    Span span(int width, int height) {
        long across = Math.multiplyExact(pixelStride, width - 1L);
        long down = Math.multiplyExact(lineStride, height - 1L);
        long low = Math.addExact(offset, Math.addExact(Math.min(across, 0), Math.min(down, 0)));
        long high = Math.addExact(offset, Math.addExact(Math.max(across, 0), Math.max(down, 0)));
        return new Span(low, high);
    }

    /** Whether both count the same elements of one segment. */
    boolean sharesMemory(SegmentPlane other) {
        return memory.equals(other.memory)
                && element.byteSize() == other.element.byteSize()
                && element.getClass() == other.element.getClass()
                && element.order() == other.element.order();
    }

    /** Elements that follow one another, the last included. */
    record Span(long first, long last) {
        long count() {
            return last - first + 1;
        }

        boolean meets(Span other) {
            return first <= other.last && other.first <= last;
        }

        Span with(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }
}
