package org.imageop.verification.model;

import java.nio.Buffer;
import java.nio.ByteOrder;
import org.imageop.tck.engine.RawMemory;
import org.jspecify.annotations.Nullable;

/** New memory of elements of 8, 16 or 32 bits. */
public final class Elements {
    /** The byte order that this machine does not have. */
    public static final ByteOrder FOREIGN =
            ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;

    private Elements() {}

    /** An array of elements. */
    public static Buffer array(int bits, int count) {
        return allocate(bits, count, false, null);
    }

    /** An array of bytes, seen as elements. */
    public static Buffer bytes(int bits, int count, ByteOrder order) {
        return allocate(bits, count, false, order);
    }

    /** Bytes outside of the heap, seen as elements. */
    public static Buffer direct(int bits, int count, ByteOrder order) {
        return allocate(bits, count, true, order);
    }

    private static Buffer allocate(int bits, int count, boolean direct, @Nullable ByteOrder order) {
        RawMemory.Element element =
                bits == 8 ? RawMemory.Element.BYTE : bits == 16 ? RawMemory.Element.SHORT : RawMemory.Element.INT;
        return new RawMemory.Kind(element, direct, order).allocate(count);
    }
}
