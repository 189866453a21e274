package org.imageop.foreign.dlpack;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An image as a structure of DLPack, for one consumer. {@link TensorExport} makes it.
 *
 * <p>Whoever gets {@link #pointer} owns the tensor: it calls the structure's deleter once, from any thread, when it does not need the
 * memory any more. Until then, Java keeps the image, however many references to it the program drops. A tensor that no
 * consumer took is ended by {@link #discard}. When the JVM shuts down, the deleters of all tensors become NULL, which means
 * that there is nothing to call; their memory stays until the process ends.
 *
 * <p>Several threads may use it at once.
 */
public final class ExportedTensor {
    private static final FunctionDescriptor DELETER = FunctionDescriptor.ofVoid(ADDRESS);

    /** What consumers hold, by the address of its structure. */
    private static final Map<Long, ExportedTensor> HELD = new ConcurrentHashMap<>();

    /** The deleter of all tensors. */
    private static final MemorySegment DELETE = deleter();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ExportedTensor::abandon, "imageop-dlpack"));
    }

    private final TensorStruct kind;
    private final MemorySegment struct;
    private final String name;

    /** The image, which keeps its memory and the owner of it. */
    private final Object kept;

    private final CompletableFuture<Void> released = new CompletableFuture<>();

    private ExportedTensor(TensorStruct kind, MemorySegment struct, String name, Object kept) {
        this.kind = kind;
        this.struct = struct;
        this.name = name;
        this.kept = kept;
    }

    static ExportedTensor of(TensorStruct kind, Tensor tensor, boolean copied, String name, Object kept) {
        MemorySegment struct = kind.write(tensor, copied, DELETE, Arena.ofAuto());
        ExportedTensor exported = new ExportedTensor(kind, struct, name, kept);
        HELD.put(struct.address(), exported);
        return exported;
    }

    @SuppressWarnings("restricted")
    private static MemorySegment deleter() {
        try {
            MethodHandle release = MethodHandles.lookup()
                    .findStatic(
                            ExportedTensor.class, "release", MethodType.methodType(void.class, MemorySegment.class));
            return Linker.nativeLinker().upcallStub(release, DELETER, Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** C calls it. Nothing may leave it, and a structure that is not held is nobody's. */
    private static void release(MemorySegment struct) {
        ExportedTensor tensor = HELD.remove(struct.address());
        if (tensor != null) {
            tensor.released.complete(null);
        }
    }

    /** Nobody is there to be called from now on. */
    private static void abandon() {
        HELD.values().forEach(tensor -> tensor.kind.deleter(tensor.struct, MemorySegment.NULL));
    }

    /**
     * The structure, for one consumer.
     *
     * @return the address of a {@code DLManagedTensorVersioned} or {@code DLManagedTensor}; valid until the tensor is released
     */
    public MemorySegment pointer() {
        return struct;
    }

    /**
     * Whether, and when, the consumer has let go. Memory of an arena, or of an owner that can free it, must stay until then:
     *
     * <pre>{@code tensor.released().thenRun(arena::close);}</pre>
     *
     * @return a future that completes in the consumer's thread, which may hold locks of the consumer, such as Python's
     */
    public CompletableFuture<Void> released() {
        return released.copy();
    }

    /** Ends a tensor that no consumer was given. After a consumer was, it alone may end the tensor. Nothing happens if it is ended. */
    public void discard() {
        release(struct);
    }

    /**
     * What consumers hold at this moment.
     *
     * @return each image in words, in no order
     */
    public static List<String> held() {
        return HELD.values().stream().map(ExportedTensor::toString).toList();
    }

    /** Size and mode of the image, for people. */
    @Override
    public String toString() {
        return name + " as " + kind + " tensor" + (released.isDone() ? ", released" : "");
    }
}
