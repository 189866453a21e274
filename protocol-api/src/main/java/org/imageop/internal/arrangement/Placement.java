package org.imageop.internal.arrangement;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.internal.memory.Field;
import org.imageop.internal.memory.OwnBuffers;

/**
 * Places the components of an image that is described in words, the opposite of {@link Recognition}. The fields have
 * buffers of their own, and nothing checks yet that these are long enough.
 */
public final class Placement {
    private Placement() {}

    /** In the PEP's own order (P-15, P-20), from the buffer's position on. */
    public static Field[] canonical(Mode mode, int width, int height, Buffer memory) {
        Buffer samples = samples(mode, memory);
        Field[] fields = new Field[mode.components()];
        long offset = samples.position();
        for (int c = 0; c < fields.length; c++) {
            if (mode.planar()) {
                Mode.Subsampling sub = mode.subsampling().get(c);
                fields[c] = Field.of(samples, offset, 1, width / sub.x());
                offset += (long) (width / sub.x()) * (height / sub.y());
            } else {
                fields[c] = Field.of(samples, offset + c, fields.length, (long) width * fields.length);
            }
        }
        return fields;
    }

    /** Neighbouring elements; {@code offset} counts from the buffer's index 0. */
    public static Field[] interleaved(Mode mode, String order, Buffer memory, long offset, long lineStride) {
        checkPixels(mode, order);
        Buffer samples = samples(mode, fromStart(memory));
        int[] elements = ComponentOrder.elements(order, mode.componentNames());
        Field[] fields = new Field[elements.length];
        for (int c = 0; c < fields.length; c++) {
            fields[c] = Field.of(samples, offset + elements[c], order.length(), lineStride);
        }
        return fields;
    }

    /** Neighbouring elements that are numbers of a range. */
    public static Field[] ranged(
            Mode mode, String order, Plane.Range range, boolean signed, Buffer memory, long offset, long lineStride) {
        checkPixels(mode, order);
        Buffer numbers = memory.duplicate();
        int[] elements = ComponentOrder.elements(order, mode.componentNames());
        Field[] fields = new Field[elements.length];
        for (int c = 0; c < fields.length; c++) {
            long at = offset + elements[c];
            fields[c] = Field.ranged(numbers, at, order.length(), lineStride, range.min(), range.max(), signed);
        }
        return fields;
    }

    /** Bits of one element. */
    public static Field[] packed(Mode mode, String order, Buffer memory, long offset, long lineStride) {
        checkPixels(mode, order);
        ComponentOrder.Bits[] bits = ComponentOrder.fields(order, mode.componentNames(), Field.elementBits(memory));
        Buffer pixels = memory.duplicate();
        Field[] fields = new Field[bits.length];
        for (int c = 0; c < fields.length; c++) {
            fields[c] = Field.of(pixels, offset, 1, lineStride, bits[c].shift(), bits[c].bits());
        }
        return fields;
    }

    /** A buffer for each component, from the buffer's position on. */
    public static Field[] planar(Mode mode, int width, Buffer... components) {
        Field[] fields = new Field[components.length];
        for (int c = 0; c < fields.length; c++) {
            Buffer samples = samples(mode, components[c]);
            fields[c] = Field.of(
                    samples,
                    samples.position(),
                    1,
                    width / mode.subsampling().get(c).x());
        }
        return OwnBuffers.of(fields);
    }

    private static void checkPixels(Mode mode, String order) {
        if (mode.planar()) {
            throw new IllegalArgumentException(
                    mode + " is planar, and its components are not neighbours in memory, as in \"" + order
                            + "\"; describe it with PixelLayout.planar [errors.md#component-order]");
        }
    }

    /** The same memory, which counts from index 0 on. */
    private static Buffer fromStart(Buffer memory) {
        // a duplicate forgets the byte order
        return memory instanceof ByteBuffer bytes
                ? bytes.duplicate().order(bytes.order()).position(0)
                : memory;
    }

    /** Elements as wide as a component, in a buffer of their own. */
    private static Buffer samples(Mode mode, Buffer memory) {
        int bits = mode.bitsPerComponent();
        if (memory instanceof ByteBuffer bytes && bits > Byte.SIZE) {
            ByteBuffer slice = bytes.slice().order(bytes.order());
            return bits == Short.SIZE ? slice.asShortBuffer() : slice.asIntBuffer();
        }
        if (switch (bits) {
            case 8 -> memory instanceof ByteBuffer;
            case 16 -> memory instanceof ShortBuffer;
            default -> memory instanceof IntBuffer;
        }) {
            return memory.duplicate();
        }
        throw new IllegalArgumentException(mode + " has components of " + bits + " bits, which lie in a ByteBuffer"
                + (bits == 16 ? " or ShortBuffer" : bits == 32 ? " or IntBuffer" : "") + ", not in a "
                + memory.getClass().getName() + "; describe other layouts by their planes [errors.md#element-width]");
    }
}
