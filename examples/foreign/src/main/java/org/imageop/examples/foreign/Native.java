package org.imageop.examples.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** A library of the system. */
final class Native {
    private final SymbolLookup symbols;

    /**
     * Loads a library for good.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    @SuppressWarnings("restricted")
    Native(String library) {
        this.symbols = SymbolLookup.libraryLookup(library, Arena.global());
    }

    /** A function; it may be given arrays, so it must return soon and not call Java back. */
    @SuppressWarnings("restricted")
    MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.find(name).orElseThrow(),
                        FunctionDescriptor.of(result, parameters),
                        Linker.Option.critical(true));
    }

    /** A function that returns nothing. */
    @SuppressWarnings("restricted")
    MethodHandle procedure(String name, MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.find(name).orElseThrow(),
                        FunctionDescriptor.ofVoid(parameters),
                        Linker.Option.critical(true));
    }

    /** Checks a pointer that a function returned. */
    static MemorySegment notNull(MemorySegment pointer, String what) {
        if (pointer.equals(MemorySegment.NULL)) {
            throw new IllegalStateException(what);
        }
        return pointer;
    }
}
