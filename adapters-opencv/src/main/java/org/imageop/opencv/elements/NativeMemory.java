package org.imageop.opencv.wrapping;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Memory at an address, by java.lang.foreign of Java 22. It is called by reflection, because this module is for Java 17 too, and
 * only where native access is enabled for it, because Java warns of others and will refuse them.
 */
final class NativeMemory {
    private static final @Nullable Access ACCESS = Access.find();

    private NativeMemory() {}

    /** The methods of java.lang.foreign. */
    private record Access(Method ofAddress, Method reinterpret, Method asByteBuffer) {
        static @Nullable Access find() {
            try {
                Method enabled = Module.class.getMethod("isNativeAccessEnabled");
                if (!(boolean) enabled.invoke(NativeMemory.class.getModule())) {
                    return null;
                }
                Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
                return new Access(
                        segment.getMethod("ofAddress", long.class),
                        segment.getMethod("reinterpret", long.class),
                        segment.getMethod("asByteBuffer"));
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    }

    /** A direct buffer on memory that somebody else keeps; null where Java does not allow it. */
    static @Nullable ByteBuffer at(long address, long bytes) {
        if (ACCESS == null || bytes > Integer.MAX_VALUE) {
            return null;
        }
        try {
            Object place = ACCESS.ofAddress.invoke(null, address);
            return (ByteBuffer) ACCESS.asByteBuffer.invoke(ACCESS.reinterpret.invoke(place, bytes));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
