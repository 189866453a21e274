package org.imageop.foreign.dlpack;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Objects;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.foreign.ForeignImages;
import org.imageop.foreign.SegmentLayout;
import org.imageop.foreign.SegmentPlane;
import org.jspecify.annotations.Nullable;

/**
 * An image on the memory of another library's tensor: NumPy's, PyTorch's. Each side sees what the other writes.
 *
 * <p>Whoever imports a tensor owns it. {@link #close} calls its deleter once; using the image afterwards throws {@link
 * IllegalStateException} (L-21). A tensor that is not closed is deleted when neither it nor anything on its memory can be reached any
 * more, at some time, in a thread of the library's. If an import throws, the tensor still belongs to the caller.
 *
 * <p>Several threads may use the image at once, as far as the other library lets them. What the structure tells of the size and place of its
 * memory is believed: Java cannot check it.
 */
public final class ImportedTensor implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Arena arena;
    private final Cleaner.Cleanable deletion;
    private final StandardImage image;

    private ImportedTensor(Arena arena, Cleaner.Cleanable deletion, StandardImage image) {
        this.arena = arena;
        this.deletion = deletion;
        this.image = image;
    }

    /**
     * Takes a tensor of unsigned integers over.
     *
     * @param struct what {@code pointer} points to
     * @param pointer the address of the structure
     * @param mode what the channels are; a tensor of two dimensions has one. Alpha is straight
     * @return an image on the tensor's memory, read-only if the tensor is, or if two samples are the same bits (L-3)
     * @throws IllegalArgumentException if the tensor is not on the CPU, of another major version, not of rows, columns and as many channels
     *     as the mode has components, of numbers that the mode cannot have, or contradicts itself
     */
    public static ImportedTensor of(TensorStruct struct, MemorySegment pointer, Mode mode) {
        return open(struct, pointer, mode, null);
    }

    /**
     * Takes a tensor of numbers of a range over: floats, or integers with a sign or without.
     *
     * @param struct what {@code pointer} points to
     * @param pointer the address of the structure
     * @param mode what the channels are; a tensor of two dimensions has one. Alpha is straight
     * @param range the numbers that stand for a component's smallest and largest value; numbers beyond are kept, and read as its ends
     * @return an image on the tensor's memory, read-only if the tensor is, or if two samples are the same bits (L-3)
     * @throws IllegalArgumentException as for a tensor without a range
     */
    public static ImportedTensor of(TensorStruct struct, MemorySegment pointer, Mode mode, Plane.Range range) {
        return open(struct, pointer, mode, Objects.requireNonNull(range, "range"));
    }

    private static ImportedTensor open(
            TensorStruct kind, MemorySegment pointer, Mode mode, Plane.@Nullable Range range) {
        MemorySegment struct = kind.reached(pointer);
        Tensor tensor = kind.read(struct);
        Runnable deleter = deleter(kind, struct);
        Arena arena = Arena.ofShared();
        try {
            SegmentLayout layout = layout(tensor, mode, range, arena);
            StandardImage image = ForeignImages.wrap(layout);
            // Whatever reaches the memory reaches the scope of its arena.
            MemorySegment.Scope reached = layout.planes().get(0).memory().scope();
            return new ImportedTensor(arena, CLEANER.register(reached, deleter), image);
        } catch (RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    private static SegmentLayout layout(Tensor tensor, Mode mode, Plane.@Nullable Range range, Arena arena) {
        List<Long> shape = tensor.shape();
        List<Long> strides = tensor.strides();
        int channels = shape.size() == 3 ? (int) (long) shape.get(2) : 1;
        if (mode.planar()) {
            throw TensorStruct.wrong(
                    "a " + mode + " image has planes of different sizes; import each plane as " + Mode.L);
        } else if (channels != mode.components()) {
            throw TensorStruct.wrong(
                    "its shape is " + shape + ", and " + mode + " has the components " + mode.componentNames());
        }
        Tensor.Type type = tensor.type();
        ValueLayout element = type.element()
                .orElseThrow(() -> TensorStruct.wrong("its elements are " + type
                        + ", and images have uint8, uint16, uint32, or, with a range, int8, int16, int32 and float32"));
        if (range == null && type.code() != Tensor.Type.UNSIGNED) {
            throw TensorStruct.wrong("its elements are " + type + ", which need a range");
        } else if (type.bits() > mode.bitsPerComponent() && range == null) {
            throw TensorStruct.wrong("its elements are " + type + ", and " + mode + " has components of "
                    + mode.bitsPerComponent() + " bits");
        }
        long channelStride = shape.size() == 3 ? strides.get(2) : 0;
        Extent extent = Extent.of(shape, strides);
        MemorySegment memory = extent.memory(tensor.address(), type.bytes(), arena);
        SegmentPlane[] planes = new SegmentPlane[channels];
        for (int c = 0; c < channels; c++) {
            planes[c] = new SegmentPlane(
                    tensor.readOnly() ? memory.asReadOnly() : memory,
                    element,
                    c * channelStride - extent.lowest,
                    strides.get(1),
                    strides.get(0),
                    0,
                    type.bits(),
                    range,
                    range != null && type.code() != Tensor.Type.UNSIGNED);
        }
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return SegmentLayout.of(mode, (int) (long) shape.get(1), (int) (long) shape.get(0), alpha, planes);
    }

    /** The numbers that a tensor reaches, counted from its first. */
    private record Extent(long lowest, long highest) {
        static Extent of(List<Long> shape, List<Long> strides) {
            long lowest = 0;
            long highest = 0;
            try {
                for (int d = 0; d < shape.size(); d++) {
                    long last = Math.multiplyExact(shape.get(d) - 1, strides.get(d));
                    lowest = Math.addExact(lowest, Math.min(last, 0));
                    highest = Math.addExact(highest, Math.max(last, 0));
                }
                return new Extent(lowest, highest);
            } catch (ArithmeticException e) {
                throw beyond(shape, strides);
            }
        }

        @SuppressWarnings("restricted")
        MemorySegment memory(long first, int bytes, Arena arena) {
            try {
                long start = Math.addExact(first, Math.multiplyExact(lowest, bytes));
                long length = Math.multiplyExact(Math.addExact(Math.subtractExact(highest, lowest), 1), bytes);
                if (start > 0 && Math.addExact(start, length) > 0) {
                    return MemorySegment.ofAddress(start).reinterpret(length, arena, null);
                }
            } catch (ArithmeticException e) {
                // told below
            }
            throw TensorStruct.wrong("it lies from " + lowest + " to " + highest + " elements of " + bytes
                    + " bytes beyond the address " + Long.toUnsignedString(first) + ", where no memory can be");
        }

        private static IllegalArgumentException beyond(List<Long> shape, List<Long> strides) {
            return TensorStruct.wrong("its shape " + shape + " with the strides " + strides + " is beyond 64 bits");
        }
    }

    /** Calls the deleter of a structure, if it has one. It must not refer to the memory. */
    @SuppressWarnings("restricted")
    private static Runnable deleter(TensorStruct kind, MemorySegment struct) {
        MemorySegment address = kind.deleter(struct);
        if (address.address() == 0) {
            return () -> {};
        }
        MethodHandle delete = Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.ofVoid(ADDRESS));
        return () -> {
            try {
                delete.invokeExact(struct);
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        };
    }

    /**
     * The image on the tensor's memory.
     *
     * @return the same image at each call
     */
    public StandardImage image() {
        return image;
    }

    /**
     * Gives the memory back: calls the tensor's deleter in this thread. Closing again does nothing.
     *
     * @throws IllegalStateException if another thread uses the memory at this moment; nothing happens then
     */
    @Override
    public synchronized void close() {
        if (arena.scope().isAlive()) {
            arena.close();
            deletion.clean();
        }
    }
}
