package org.imageop.opencv.elements;

import java.lang.reflect.Method;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Memory as bytes, by java.lang.foreign of Java 22. It is called by reflection, because this module is for Java 17 too.
 */
public final class NativeMemory {
    private static final @Nullable Segments SEGMENTS = Segments.find();

    private NativeMemory() {}

    /**
     * The methods of java.lang.foreign.
     *
     * @param allowed whether native access is enabled for this module: Java warns of others, and will refuse them
     */
    private record Segments(
            boolean allowed, Method ofAddress, Method reinterpret, Method ofBuffer, Method asByteBuffer) {
        static @Nullable Segments find() {
            try {
                Method allowed = Module.class.getMethod("isNativeAccessEnabled");
                Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
                return new Segments(
                        (boolean) allowed.invoke(NativeMemory.class.getModule()),
                        segment.getMethod("ofAddress", long.class),
                        segment.getMethod("reinterpret", long.class),
                        segment.getMethod("ofBuffer", Buffer.class),
                        segment.getMethod("asByteBuffer"));
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    }

    /** A direct buffer on memory that somebody else keeps; empty where Java does not allow it. */
    public static Optional<ByteBuffer> at(long address, long bytes) {
        if (SEGMENTS == null || !SEGMENTS.allowed || bytes > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        try {
            Object place = SEGMENTS.ofAddress.invoke(null, address);
            return Optional.of((ByteBuffer) SEGMENTS.asByteBuffer.invoke(SEGMENTS.reinterpret.invoke(place, bytes)));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a buffer of any kind; empty where it has wider elements and Java is older than 22. */
    public static Optional<ByteBuffer> of(Buffer memory) {
        if (memory instanceof ByteBuffer bytes) {
            return Optional.of(bytes);
        }
        if (SEGMENTS == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((ByteBuffer) SEGMENTS.asByteBuffer.invoke(SEGMENTS.ofBuffer.invoke(null, memory)));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
