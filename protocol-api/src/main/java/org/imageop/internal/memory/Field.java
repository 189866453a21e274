package org.imageop.internal.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one component in memory: some bits of each element of a buffer, at steps. This is what a {@code
 * Plane} stands for, without the checks: whoever makes one has checked it.
 *
 * <p>Immutable; the memory is shared.
 */
public final class Field {
    private final Buffer memory;
    private final long offset;
    private final long pixelStride;
    private final long lineStride;
    private final int shift;
    private final int bits;

    /** What elements are if they are numbers of a range; null if they are samples. */
    private final @Nullable Numbers numbers;

    /** Whether the memory may still be touched; null if nobody frees it. */
    private final @Nullable BooleanSupplier alive;

    private final boolean readOnly;

    /** The array of whole bytes on the heap, the most common memory, for access without detours; else null. */
    private final byte @Nullable [] bytes;

    private final int arrayOffset;

    /**
     * Numbers of a range.
     *
     * @param min the number that is the value 0
     * @param max the number that is the largest value
     * @param signed whether elements have a sign, as floats do
     */
    private record Numbers(double min, double max, boolean signed) {}

    private Field(
            Buffer memory,
            long offset,
            long pixelStride,
            long lineStride,
            int shift,
            int bits,
            @Nullable Numbers numbers,
            @Nullable BooleanSupplier alive,
            boolean readOnly) {
        this.memory = memory;
        this.offset = offset;
        this.pixelStride = pixelStride;
        this.lineStride = lineStride;
        this.shift = shift;
        this.bits = bits;
        this.numbers = numbers;
        this.alive = alive;
        this.readOnly = readOnly || memory.isReadOnly();
        boolean plain = numbers == null
                && alive == null
                && bits == Byte.SIZE
                && memory instanceof ByteBuffer
                && memory.hasArray();
        this.bytes = plain ? (byte[]) memory.array() : null;
        this.arrayOffset = plain ? memory.arrayOffset() : 0;
    }

    /** Unsigned values in {@code bits} bits of each element from bit {@code shift} on. */
    public static Field of(Buffer memory, long offset, long pixelStride, long lineStride, int shift, int bits) {
        return new Field(memory, offset, pixelStride, lineStride, shift, bits, null, null, false);
    }

    /** Numbers, of which {@code min} to {@code max} are the values of a component; floats have a sign. */
    public static Field ranged(
            Buffer memory, long offset, long pixelStride, long lineStride, double min, double max, boolean signed) {
        Numbers numbers = new Numbers(min, max, signed);
        return new Field(memory, offset, pixelStride, lineStride, 0, elementBits(memory), numbers, null, false);
    }

    /** The same memory seen from another corner or in other steps; {@code index} is of column 0, row 0. */
    public Field at(long index, long newPixelStride, long newLineStride) {
        return new Field(memory, index, newPixelStride, newLineStride, shift, bits, numbers, alive, readOnly);
    }

    /** The same elements, reached through another buffer over the same memory. */
    public Field in(Buffer sameMemory) {
        return new Field(sameMemory, offset, pixelStride, lineStride, shift, bits, numbers, alive, readOnly);
    }

    /** The same meaning of elements in memory of its own, which begins with the sample at the top left and has no gaps. */
    public Field on(Buffer otherMemory, int width) {
        return new Field(otherMemory, 0, 1, width, shift, bits, numbers, null, false);
    }

    /** The same memory, touched only as long as {@code owner} returns true. */
    public Field whileAlive(BooleanSupplier owner) {
        return new Field(memory, offset, pixelStride, lineStride, shift, bits, numbers, owner, readOnly);
    }

    /** The same memory, handed out by {@link #view} for reading alone. */
    public Field asReadOnly() {
        return new Field(memory, offset, pixelStride, lineStride, shift, bits, numbers, alive, true);
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
        return numbers != null;
    }

    /** Whether elements are numbers with a sign. */
    public boolean signed() {
        return numbers != null && numbers.signed;
    }

    /** The number that is the value 0; without meaning unless {@link #ranged}. */
    public double min() {
        return numbers == null ? 0 : numbers.min;
    }

    /** The number that is the largest value; without meaning unless {@link #ranged}. */
    public double max() {
        return numbers == null ? 0 : numbers.max;
    }

    /** The element of column x, row y. */
    public long index(long x, long y) {
        return offset + y * lineStride + x * pixelStride;
    }

    /** The array of whole bytes that the samples lie in, or null if they lie otherwise. */
    byte @Nullable [] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} the sample of column x, row y is. */
    int byteIndex(int x, int y) {
        return (int) index(x, y) + arrayOffset;
    }

    /** Whether an element holds this sample and nothing else, as an unsigned value. */
    public boolean wholeElements() {
        return numbers == null && bits == elementBits(memory);
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
                && Objects.equals(numbers, other.numbers)
                && readOnly == other.readOnly;
    }

    /**
     * Refuses memory that its owner has freed.
     *
     * @throws IllegalStateException if it is freed
     */
    public void checkAlive() {
        if (alive != null && !alive.getAsBoolean()) {
            throw new IllegalStateException("The memory of this image was freed by its owner and cannot be read or"
                    + " written; copy the image with StandardImage.from before the owner is closed"
                    + " [errors.md#memory-freed]");
        }
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
