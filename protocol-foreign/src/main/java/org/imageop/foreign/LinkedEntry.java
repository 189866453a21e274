package org.imageop.foreign;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * An entry of C, linked in two ways.
 *
 * @param ordinary may take its time and call Java back
 * @param critical takes arrays, while the JVM waits
 */
record LinkedEntry(MethodHandle ordinary, MethodHandle critical) {
    @SuppressWarnings("restricted")
    static LinkedEntry of(MemorySegment entry, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return new LinkedEntry(
                linker.downcallHandle(entry, descriptor),
                linker.downcallHandle(entry, descriptor, Linker.Option.critical(true)));
    }

    MethodHandle handle(boolean onHeap) {
        return onHeap ? critical : ordinary;
    }
}
