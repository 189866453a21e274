package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/**
 * A C function over two {@code imageop_view}s, a source and a target, which the macro {@code IMAGEOP_PAIR_FUNCTION} of {@code
 * imageop.h} made an entry for. What {@link CFunction} says of linking and threads holds here too.
 */
public final class CPairFunction implements PairFunction {
    private static final FunctionDescriptor ENTRY = FunctionDescriptor.of(
            JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
            ADDRESS);

    private final LinkedEntry entry;
    private final MemorySegment context;

    private CPairFunction(LinkedEntry entry, MemorySegment context) {
        this.entry = entry;
        this.context = context;
    }

    /**
     * Links an entry.
     *
     * @param entry its address, as {@link java.lang.foreign.SymbolLookup#find} returns it
     * @return the function, with a context of {@code NULL}
     */
    public static CPairFunction of(MemorySegment entry) {
        return new CPairFunction(LinkedEntry.of(entry, ENTRY), MemorySegment.NULL);
    }

    /**
     * The same function with a context: parameters that it reads, or results that it leaves.
     *
     * @param other what the function gets beside the images; native, or of an array, which makes all calls as if an image were
     *     in an array
     * @return a function
     */
    public CPairFunction with(MemorySegment other) {
        return new CPairFunction(entry, Objects.requireNonNull(other, "other"));
    }

    /**
     * Calls the function once.
     *
     * @return 0
     * @throws NativeCallException if it returns another number, with the text that it left in the target's view
     */
    @Override
    public int call(Band source, Band target) throws Throwable {
        boolean onHeap = source.onHeap() || target.onHeap() || !context.isNative();
        try (Arena arena = Arena.ofConfined()) {
            ViewStruct from = ViewStruct.of(source, arena);
            ViewStruct to = ViewStruct.of(target, arena);
            List<MemorySegment> s = from.memories();
            List<MemorySegment> t = to.memories();
            int status = (int) entry.handle(onHeap)
                    .invokeExact(
                            from.struct(),
                            to.struct(),
                            context,
                            s.get(0),
                            s.get(1),
                            s.get(2),
                            s.get(3),
                            t.get(0),
                            t.get(1),
                            t.get(2),
                            t.get(3));
            if (status != 0) {
                throw NativeCallException.of(List.of(source, target), status, to.message());
            }
            return 0;
        }
    }
}
