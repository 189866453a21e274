package org.imageop.foreign.dlpack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.imageop.foreign.CLibrary;

/** The consumer and the producer of {@code tensors.c}. */
final class CTensors {
    private final CLibrary library;

    CTensors(Path folder) throws IOException, InterruptedException {
        library = CLibrary.c("tensors", folder);
    }

    @SuppressWarnings("restricted")
    private Object call(String name, FunctionDescriptor descriptor, Object... arguments) {
        MethodHandle handle = Linker.nativeLinker().downcallHandle(library.entry(name), descriptor);
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static int flag(TensorStruct kind) {
        return kind == TensorStruct.VERSIONED ? 1 : 0;
    }

    String describe(MemorySegment tensor, TensorStruct kind) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(400);
            call(
                    "describe",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
                    tensor,
                    flag(kind),
                    text,
                    400);
            return text.getString(0);
        }
    }

    double get(MemorySegment tensor, TensorStruct kind, long y, long x, long c) {
        return (double) call(
                "get",
                FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                tensor,
                flag(kind),
                y,
                x,
                c);
    }

    void put(MemorySegment tensor, TensorStruct kind, long y, long x, long c, double value) {
        call(
                "put",
                FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_DOUBLE),
                tensor,
                flag(kind),
                y,
                x,
                c,
                value);
    }

    void end(MemorySegment tensor, TensorStruct kind) {
        call("end_here", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT), tensor, flag(kind));
    }

    int endElsewhere(MemorySegment tensor, TensorStruct kind) {
        return (int) call("end_elsewhere", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), tensor, flag(kind));
    }

    void endTwice(MemorySegment tensor) {
        call("end_twice", FunctionDescriptor.ofVoid(ADDRESS), tensor);
    }

    /** A tensor on so many bytes 0, 1, 2 …, the first number at one of them. */
    MemorySegment make(TensorStruct kind, long bytes, long first, int code, int bits, long[] shape, long... strides) {
        try (Arena arena = Arena.ofConfined()) {
            return (MemorySegment) call(
                    "make",
                    FunctionDescriptor.of(
                            ADDRESS, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_BYTE, JAVA_BYTE, JAVA_INT, ADDRESS, ADDRESS),
                    flag(kind),
                    bytes,
                    first,
                    (byte) code,
                    (byte) bits,
                    shape.length,
                    arena.allocateFrom(JAVA_LONG, shape),
                    strides.length == 0 ? MemorySegment.NULL : arena.allocateFrom(JAVA_LONG, strides));
        }
    }

    int byteAt(MemorySegment tensor, TensorStruct kind, long index) {
        return (int) call(
                "byte_at", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG), tensor, flag(kind), index);
    }

    /** Makes a versioned tensor say something else. */
    void spoil(MemorySegment tensor, int what, long value) {
        call("spoil", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_LONG), tensor, what, value);
    }

    /** How many tensors of {@link #make} were deleted so far. */
    int ended() {
        return (int) call("ended", FunctionDescriptor.of(JAVA_INT));
    }
}
