package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A C function over an {@code imageop_view}, which the macro {@code IMAGEOP_FUNCTION} of {@code imageop.h} made an entry for. The
 * header is in this jar, as {@code org/imageop/foreign/imageop.h}, and in {@code docs/reference}.
 *
 * <p>Linking needs {@code --enable-native-access=org.imageop.foreign}, or {@code ALL-UNNAMED} on the class path; without it the JVM
 * prints a warning. A function that is not such an entry, or writes where it must not, ends the VM or worse: Java cannot check C.
 *
 * <p>Immutable; several threads may use it at once if the C function bears it. The library that it is of must stay loaded.
 */
public final class CFunction implements BandFunction {
    private static final FunctionDescriptor ENTRY =
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);

    private final MethodHandle ordinary;

    /** Takes arrays, while the JVM waits. */
    private final MethodHandle critical;

    private final MemorySegment context;

    private CFunction(MethodHandle ordinary, MethodHandle critical, MemorySegment context) {
        this.ordinary = ordinary;
        this.critical = critical;
        this.context = context;
    }

    /**
     * Links an entry.
     *
     * @param entry its address, as {@link java.lang.foreign.SymbolLookup#find} returns it
     * @return the function, with a context of {@code NULL}
     */
    @SuppressWarnings("restricted")
    public static CFunction of(MemorySegment entry) {
        Linker linker = Linker.nativeLinker();
        return new CFunction(
                linker.downcallHandle(entry, ENTRY),
                linker.downcallHandle(entry, ENTRY, Linker.Option.critical(true)),
                MemorySegment.NULL);
    }

    /**
     * The same function with a context: parameters that it reads, or results that it leaves.
     *
     * @param other what the function gets beside the image; native, or of an array, which makes all calls as if the image were
     *     in an array
     * @return a function
     */
    public CFunction with(MemorySegment other) {
        return new CFunction(ordinary, critical, Objects.requireNonNull(other, "other"));
    }

    /**
     * Calls the function once.
     *
     * @return 0
     * @throws NativeCallException if it returns another number, with the text that it left
     */
    @Override
    public int call(Band band) throws Throwable {
        List<SegmentPlane> planes = band.memory().planes();
        List<MemorySegment> memories = new ArrayList<>();
        int[] places = new int[planes.size()];
        for (int c = 0; c < places.length; c++) {
            MemorySegment memory = planes.get(c).memory();
            if (!memories.contains(memory)) {
                memories.add(memory);
            }
            places[c] = memories.indexOf(memory);
        }
        while (memories.size() < 4) {
            memories.add(MemorySegment.NULL);
        }
        MethodHandle handle = band.onHeap() || !context.isNative() ? critical : ordinary;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment view = ViewStruct.of(band, places, arena);
            int status = (int) handle.invokeExact(
                    view, context, memories.get(0), memories.get(1), memories.get(2), memories.get(3));
            if (status != 0) {
                throw ImageCall.failed(band, status, ViewStruct.message(view));
            }
            return 0;
        }
    }
}
