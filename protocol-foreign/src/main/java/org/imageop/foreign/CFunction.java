package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
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

    private final LinkedEntry entry;
    private final MemorySegment context;

    private CFunction(LinkedEntry entry, MemorySegment context) {
        this.entry = entry;
        this.context = context;
    }

    /**
     * Links an entry.
     *
     * @param entry its address, as {@link java.lang.foreign.SymbolLookup#find} returns it
     * @return the function, with a context of {@code NULL}
     */
    public static CFunction of(MemorySegment entry) {
        return new CFunction(LinkedEntry.of(entry, ENTRY), MemorySegment.NULL);
    }

    /**
     * The same function with a context: parameters that it reads, or results that it leaves.
     *
     * @param other what the function gets beside the image; native, or of an array, which makes all calls as if the image were
     *     in an array
     * @return a function
     */
    public CFunction with(MemorySegment other) {
        return new CFunction(entry, Objects.requireNonNull(other, "other"));
    }

    /**
     * Calls the function once.
     *
     * @return 0
     * @throws NativeCallException if it returns another number, with the text that it left
     */
    @Override
    public int call(Band band) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            ViewStruct view = ViewStruct.of(band, arena);
            List<MemorySegment> m = view.memories();
            int status = (int) entry.handle(band.onHeap() || !context.isNative())
                    .invokeExact(view.struct(), context, m.get(0), m.get(1), m.get(2), m.get(3));
            if (status != 0) {
                throw NativeCallException.of(List.of(band), status, view.message());
            }
            return 0;
        }
    }
}
