package org.imageop.tck.engine;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Memory of all kinds, its elements by Java's own absolute access, as raw bits. */
public final class RawMemory {
    /** What the elements of a memory are. */
    public enum Element {
        BYTE(8),
        SHORT(16),
        INT(32),
        FLOAT(32);

        public final int bits;

        Element(int bits) {
            this.bits = bits;
        }
    }

    /**
     * A kind of memory.
     *
     * @param element what it has
     * @param direct whether it is outside of the heap
     * @param order the byte order of a view on bytes; null for an array of elements
     */
    public record Kind(
            Element element, boolean direct, @Nullable ByteOrder order) {
        public Buffer allocate(int elements) {
            if (order == null) {
                return switch (element) {
                    case BYTE -> ByteBuffer.allocate(elements);
                    case SHORT -> ShortBuffer.allocate(elements);
                    case INT -> IntBuffer.allocate(elements);
                    case FLOAT -> FloatBuffer.allocate(elements);
                };
            }
            int size = elements * element.bits / 8;
            ByteBuffer bytes = (direct ? ByteBuffer.allocateDirect(size) : ByteBuffer.allocate(size)).order(order);
            return switch (element) {
                case BYTE -> bytes;
                case SHORT -> bytes.asShortBuffer();
                case INT -> bytes.asIntBuffer();
                case FLOAT -> bytes.asFloatBuffer();
            };
        }

        @Override
        public String toString() {
            return (direct ? "direct " : "")
                    + element.name().toLowerCase(Locale.ROOT)
                    + "s"
                    + (order == null ? "" : order == ByteOrder.BIG_ENDIAN ? ", big-endian" : ", little-endian");
        }
    }

    private RawMemory() {}

    /** Arrays, and views of bytes on the heap and outside in both orders. */
    public static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Element element : Element.values()) {
            kinds.add(new Kind(element, false, null));
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                kinds.add(new Kind(element, false, order));
                kinds.add(new Kind(element, true, order));
            }
        }
        return kinds;
    }

    /** An element's bits, without a sign unless there are 32. */
    public static int get(Buffer memory, int index) {
        if (memory instanceof ByteBuffer b) {
            return b.get(index) & 0xff;
        } else if (memory instanceof ShortBuffer s) {
            return s.get(index) & 0xffff;
        } else if (memory instanceof IntBuffer i) {
            return i.get(index);
        }
        return Float.floatToRawIntBits(((FloatBuffer) memory).get(index));
    }

    public static void put(Buffer memory, int index, int raw) {
        if (memory instanceof ByteBuffer b) {
            b.put(index, (byte) raw);
        } else if (memory instanceof ShortBuffer s) {
            s.put(index, (short) raw);
        } else if (memory instanceof IntBuffer i) {
            i.put(index, raw);
        } else {
            ((FloatBuffer) memory).put(index, Float.intBitsToFloat(raw));
        }
    }

    public static int[] all(Buffer memory) {
        int[] all = new int[memory.capacity()];
        for (int i = 0; i < all.length; i++) {
            all[i] = get(memory, i);
        }
        return all;
    }

    public static Buffer readOnly(Buffer memory) {
        if (memory instanceof ByteBuffer b) {
            return b.asReadOnlyBuffer();
        } else if (memory instanceof ShortBuffer s) {
            return s.asReadOnlyBuffer();
        } else if (memory instanceof IntBuffer i) {
            return i.asReadOnlyBuffer();
        }
        return ((FloatBuffer) memory).asReadOnlyBuffer();
    }
}
