package org.imageop.internal.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one component in memory: some bits of each element of a buffer, at steps. This is what a {@code
 * Plane} stands for.
 *
 * <p>Immutable; the memory is shared. Each image has one for each component, so a field holds what inner loops need and
 * nothing else.
 */
public final class Field {
    /** The numbers that are the value 0 and the largest value, and whether elements have a sign, as floats do. */
    private record Range(double min, double max, boolean signed) {}

    /** Whether the memory may still be touched, and by several threads at once. */
    private record Owner(BooleanSupplier alive, boolean concurrent) {}

    private final Buffer memory;
    private final long offset;
    private final long pixelStride;
    private final long lineStride;
    private final byte shift;
    private final byte bits;
    private final boolean readOnly;

    /** Null where elements are unsigned values. */
    private final @Nullable Range range;

    /** Who may free the memory; null if nobody does. */
    private final @Nullable Owner owner;

    /** The array of unsigned values on the heap, the most common memory, for access without detours; else null. */
    private final @Nullable Object array;

    private final int arrayOffset;

    private Field(
            Buffer memory,
            long offset,
            long pixelStride,
            long lineStride,
            int shift,
            int bits,
            @Nullable Range range,
            @Nullable Owner owner,
            boolean readOnly) {
        this.memory = memory;
        this.offset = offset;
        this.pixelStride = pixelStride;
        this.lineStride = lineStride;
        this.shift = (byte) shift;
        this.bits = (byte) bits;
        this.range = range;
        this.owner = owner;
        this.readOnly = readOnly || memory.isReadOnly();
        boolean plain = range == null && owner == null && memory.hasArray();
        this.array = plain ? memory.array() : null;
        this.arrayOffset = plain ? memory.arrayOffset() : 0;
    }

    /**
     * Unsigned values in {@code bits} bits of each element from bit {@code shift} on.
     *
     * @throws IllegalArgumentException if the buffer is of another kind or has no such bits
     */
    public static Field of(Buffer memory, long offset, long pixelStride, long lineStride, int shift, int bits) {
        int elementBits = elementBits(memory);
        if (memory instanceof FloatBuffer) {
            throw new IllegalArgumentException(
                    "Floating-point samples have no fixed black and white; give their range with"
                            + " Plane.ranged [errors.md#range-needed]");
        }
        if (shift < 0 || bits < 1 || bits > elementBits - shift) {
            throw new IllegalArgumentException("There are no " + bits + " bits from bit " + shift
                    + " on in elements of " + elementBits + " bits [errors.md#bits-beyond-element]");
        }
        return new Field(memory, offset, pixelStride, lineStride, shift, bits, null, null, false);
    }

    /**
     * Unsigned values that are whole elements.
     *
     * @throws IllegalArgumentException if the buffer is of another kind
     */
    public static Field of(Buffer memory, long offset, long pixelStride, long lineStride) {
        return of(memory, offset, pixelStride, lineStride, 0, elementBits(memory));
    }

    /**
     * Numbers, of which {@code min} to {@code max} are the values of a component.
     *
     * @param signed whether elements have a sign, as floats do
     * @throws IllegalArgumentException if the buffer is of another kind
     */
    public static Field ranged(
            Buffer memory, long offset, long pixelStride, long lineStride, double min, double max, boolean signed) {
        if (!signed && memory instanceof FloatBuffer) {
            throw new IllegalArgumentException(
                    "Floating-point numbers have a sign; describe them with Plane.ranged [errors.md#signed-floats]");
        }
        Range range = new Range(min, max, signed);
        return new Field(memory, offset, pixelStride, lineStride, 0, elementBits(memory), range, null, false);
    }

    /** The same memory seen from another corner or in other steps; {@code index} is of column 0, row 0. */
    public Field at(long index, long newPixelStride, long newLineStride) {
        return new Field(memory, index, newPixelStride, newLineStride, shift, bits, range, owner, readOnly);
    }

    /** The same elements, reached through another buffer over the same memory. */
    public Field in(Buffer sameMemory) {
        return new Field(sameMemory, offset, pixelStride, lineStride, shift, bits, range, owner, readOnly);
    }

    /** The same meaning of elements in memory of its own, which begins with the sample at the top left and has no gaps. */
    public Field on(Buffer otherMemory, int width) {
        return new Field(otherMemory, 0, 1, width, shift, bits, range, null, false);
    }

    /** The same memory, touched only as long as {@code alive} returns true, and by several threads at once if {@code concurrent}. */
    public Field whileAlive(BooleanSupplier alive, boolean concurrent) {
        Owner freeing = new Owner(alive, concurrent);
        return new Field(memory, offset, pixelStride, lineStride, shift, bits, range, freeing, readOnly);
    }

    /** The same memory, which {@link #view} returns for reading alone. */
    public Field asReadOnly() {
        return new Field(memory, offset, pixelStride, lineStride, shift, bits, range, owner, true);
    }

    /** Whether the memory must not be written. */
    public boolean readOnly() {
        return readOnly;
    }

    /** The memory for others, with a position and limit of its own. */
    public Buffer view() {
        if (!readOnly) {
            return memory.duplicate();
        } else if (memory instanceof ByteBuffer bytes) {
            return bytes.asReadOnlyBuffer();
        } else if (memory instanceof ShortBuffer shorts) {
            return shorts.asReadOnlyBuffer();
        } else if (memory instanceof IntBuffer ints) {
            return ints.asReadOnlyBuffer();
        }
        return ((FloatBuffer) memory).asReadOnlyBuffer();
    }

    /** The buffer itself, for absolute access only. */
    public Buffer memory() {
        return memory;
    }

    public long offset() {
        return offset;
    }

    public long pixelStride() {
        return pixelStride;
    }

    public long lineStride() {
        return lineStride;
    }

    public int shift() {
        return shift;
    }

    public int bits() {
        return bits;
    }

    /** Whether elements are numbers of a range. */
    public boolean ranged() {
        return range != null;
    }

    /** Whether elements are numbers with a sign. */
    public boolean signed() {
        return range != null && range.signed;
    }

    /** The number that is the value 0; 0 unless {@link #ranged}. */
    public double min() {
        return range == null ? 0 : range.min;
    }

    /** The number that is the largest value; 0 unless {@link #ranged}. */
    public double max() {
        return range == null ? 0 : range.max;
    }

    /** The element of column x, row y. */
    public long index(long x, long y) {
        return offset + y * lineStride + x * pixelStride;
    }

    /** The array of bytes, shorts or ints that the samples lie in, or null if they have to be reached otherwise. */
    @Nullable
    Object array() {
        return array;
    }

    /** Where in {@link #array()} the element of column x, row y is. */
    int arrayIndex(int x, int y) {
        return (int) index(x, y) + arrayOffset;
    }

    /** Whether an element holds this sample and nothing else, as an unsigned value. */
    public boolean wholeElements() {
        return range == null && bits == elementBits(memory);
    }

    /** Whether samples that lie side by side fill all bits of the elements from one pixel to the next, in either direction. */
    public static boolean gapless(List<Field> pixel) {
        Set<List<Long>> places = new HashSet<>();
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        int bitsUsed = 0;
        for (Field field : pixel) {
            places.add(List.of(field.offset, (long) field.shift));
            low = Math.min(low, field.offset);
            high = Math.max(high, field.offset);
            bitsUsed += field.bits;
        }
        Field first = pixel.get(0);
        long stride = Math.abs(first.pixelStride);
        return places.size() == pixel.size()
                && high - low == stride - 1
                && bitsUsed == stride * elementBits(first.memory);
    }

    /** Whether both count the elements of one buffer, so that equal indices are the same element. */
    public boolean sharesMemory(Field other) {
        return memory == other.memory
                || (memory.hasArray()
                        && other.memory.hasArray()
                        && memory.array() == other.memory.array()
                        && memory.arrayOffset() == other.memory.arrayOffset());
    }

    /** Whether both are the same bits of the same elements, with the same meaning. */
    public boolean samePlace(Field other) {
        return sharesMemory(other)
                && offset == other.offset
                && pixelStride == other.pixelStride
                && lineStride == other.lineStride
                && shift == other.shift
                && bits == other.bits
                && Objects.equals(range, other.range)
                && readOnly == other.readOnly;
    }

    /**
     * Refuses memory that its owner has freed.
     *
     * @throws IllegalStateException if it is freed
     */
    public void checkAlive() {
        if (owner != null && !owner.alive.getAsBoolean()) {
            throw new IllegalStateException("The memory of this image was freed by its owner and cannot be read or"
                    + " written; copy the image with StandardImage.from before the owner is closed"
                    + " [errors.md#memory-freed]");
        }
    }

    /** Whether several threads may touch the memory at once. */
    public boolean concurrent() {
        return owner == null || owner.concurrent;
    }

    /** Memory, steps, bits and range, for people. */
    @Override
    public String toString() {
        String kind = memory instanceof ByteBuffer
                ? "byte"
                : memory instanceof ShortBuffer ? "short" : memory instanceof IntBuffer ? "int" : "float";
        return (memory.isDirect() ? "direct " : "") + kind + " offset " + offset + ", strides " + pixelStride + " and "
                + lineStride
                + (bits == elementBits(memory) ? "" : ", bits " + shift + " to " + (shift + bits - 1))
                + (range == null
                        ? ""
                        : ", range " + range.min + " to " + range.max + (range.signed ? "" : ", unsigned"));
    }

    /** The width of an element in bits. */
    public static int elementBits(Buffer memory) {
        if (memory instanceof ByteBuffer) {
            return 8;
        } else if (memory instanceof ShortBuffer) {
            return 16;
        } else if (memory instanceof IntBuffer || memory instanceof FloatBuffer) {
            return 32;
        }
        throw new IllegalArgumentException(
                "A plane's memory is a ByteBuffer, ShortBuffer, IntBuffer or FloatBuffer, not a "
                        + memory.getClass().getName() + " [errors.md#memory-class]");
    }
}
