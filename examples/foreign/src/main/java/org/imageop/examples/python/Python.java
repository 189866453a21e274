package org.imageop.examples.python;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.foreign.dlpack.ExportedTensor;
import org.imageop.foreign.dlpack.ImportedTensor;
import org.imageop.foreign.dlpack.TensorExport;
import org.imageop.foreign.dlpack.TensorStruct;

/**
 * The Python that this process has, with NumPy: its code works on images where they are.
 *
 * <pre>{@code
 * Python python = Python.start("libpython3.11.so.1.0", "/usr/bin/python3");
 * python.run("pixels[...] = 255 - pixels", Map.of("pixels", image));
 * }</pre>
 *
 * <p>Several threads may use it; Python lets one work at a time. It stays until the process ends, because NumPy cannot be started twice.
 */
public final class Python {
    /** How {@code dlopen} of Linux opens a library whose symbols NumPy's own libraries find. */
    private static final int RTLD_NOW_AND_GLOBAL = 0x102;

    /** How Python is asked to compile: statements, or one expression. */
    private static final int STATEMENTS = 257;

    private static final int EXPRESSION = 258;

    private final SymbolLookup library;

    /** Linked once: it takes longer than a call. */
    private final Map<String, MethodHandle> functions = new ConcurrentHashMap<>();

    private final MemorySegment names;

    @SuppressWarnings("restricted")
    private Python(String file, String program) {
        MemorySegment dlopen =
                Linker.nativeLinker().defaultLookup().find("dlopen").orElseThrow();
        FunctionDescriptor signature = FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle open = Linker.nativeLinker().downcallHandle(dlopen, signature);
            if (call(open, arena.allocateFrom(file), RTLD_NOW_AND_GLOBAL).equals(MemorySegment.NULL)) {
                throw new IllegalArgumentException("There is no " + file);
            }
        }
        library = SymbolLookup.libraryLookup(file, Arena.global());
        invoke("Py_SetProgramName", FunctionDescriptor.ofVoid(ADDRESS), wide(program));
        invoke("Py_InitializeEx", FunctionDescriptor.ofVoid(JAVA_INT), 0);
        names = pointer("PyModule_GetDict", pointer("PyImport_AddModule", text("__main__", Arena.global())));
        load();
        // other threads may come from here on
        invoke("PyEval_SaveThread", FunctionDescriptor.of(ADDRESS));
    }

    /**
     * Starts Python. Once in a process.
     *
     * @param library the file name of libpython, as the system's loader finds it
     * @param program the interpreter whose modules are used, that of a virtual environment for instance; of the library's version
     * @return Python, with NumPy and the module {@code imageop}
     */
    public static Python start(String library, String program) {
        return new Python(library, program);
    }

    /** Python's side of imageop, which is in its jar. */
    private void load() {
        try (InputStream file = TensorExport.class.getResourceAsStream("/org/imageop/foreign/imageop.py");
                Arena arena = Arena.ofConfined()) {
            MemorySegment source = text(new String(file.readAllBytes(), StandardCharsets.UTF_8), arena);
            MemorySegment code = (MemorySegment) invoke(
                    "Py_CompileString",
                    FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT),
                    source,
                    text("imageop.py", arena),
                    STATEMENTS);
            check(pointer("PyImport_ExecCodeModule", text("imageop", arena), check(code)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs statements.
     *
     * @param code Python's
     * @param images the names by which the code has them, as arrays on their own memory; afterwards Python keeps those that it refers to elsewhere
     * @throws org.imageop.CopyRequiredException if the memory of an image cannot be shared
     * @throws IllegalStateException if Python raises an exception, with its words
     */
    public void run(String code, Map<String, ? extends ImageLike> images) {
        images.forEach((name, image) -> {
            ExportedTensor tensor = TensorExport.to(TensorStruct.VERSIONED)
                    .copy(Copy.NEVER)
                    .run(image)
                    .image();
            long address = tensor.pointer().address();
            evaluate("import imageop; " + name + " = imageop.array_at(" + address + ")", STATEMENTS);
        });
        try {
            evaluate(code, STATEMENTS);
        } finally {
            images.keySet().forEach(name -> evaluate("globals().pop('" + name + "', None)", STATEMENTS));
        }
    }

    /**
     * The words of a value.
     *
     * @param expression of Python
     * @return what {@code str} makes of its value
     */
    public String str(String expression) {
        return evaluate(expression, EXPRESSION);
    }

    /**
     * An array as an image, on the array's memory.
     *
     * @param expression the array
     * @param mode what its channels are
     * @return close it when Python may free the array
     */
    public ImportedTensor image(String expression, Mode mode) {
        String[] tensor = str("'%d %s' % __import__('imageop').handed_over(" + expression + ")")
                .split(" ");
        return ImportedTensor.of(
                TensorStruct.valueOf(tensor[1]), MemorySegment.ofAddress(Long.parseLong(tensor[0])), mode);
    }

    private String evaluate(String code, int kind) {
        int entered = (int) invoke("PyGILState_Ensure", FunctionDescriptor.of(JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = check((MemorySegment) invoke(
                    "PyRun_String",
                    FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS),
                    text(code, arena),
                    kind,
                    names,
                    names));
            String words = words("PyObject_Str", value);
            release(value);
            return words;
        } finally {
            invoke("PyGILState_Release", FunctionDescriptor.ofVoid(JAVA_INT), entered);
        }
    }

    /** Throws what Python raised. */
    private MemorySegment check(MemorySegment object) {
        if (!object.equals(MemorySegment.NULL)) {
            return object;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment raised = arena.allocate(ADDRESS, 3);
            Object[] parts = {raised, raised.asSlice(ADDRESS.byteSize()), raised.asSlice(2 * ADDRESS.byteSize())};
            invoke("PyErr_Fetch", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS), parts);
            invoke("PyErr_NormalizeException", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS), parts);
            String words = words("PyObject_Repr", raised.getAtIndex(ADDRESS, 1));
            for (int i = 0; i < 3; i++) {
                release(raised.getAtIndex(ADDRESS, i));
            }
            throw new IllegalStateException("Python raised " + words);
        }
    }

    @SuppressWarnings("restricted")
    private String words(String function, MemorySegment object) {
        MemorySegment string = check(pointer(function, object));
        String words =
                pointer("PyUnicode_AsUTF8", string).reinterpret(Long.MAX_VALUE).getString(0);
        release(string);
        return words;
    }

    private void release(MemorySegment object) {
        invoke("Py_DecRef", FunctionDescriptor.ofVoid(ADDRESS), object);
    }

    /** A string as Python keeps it, and nobody frees it. */
    private MemorySegment wide(String string) {
        return pointer("Py_DecodeLocale", text(string, Arena.global()), MemorySegment.NULL);
    }

    private static MemorySegment text(String string, Arena arena) {
        return arena.allocateFrom(string);
    }

    private MemorySegment pointer(String function, Object... pointers) {
        MemoryLayout[] parameters = new MemoryLayout[pointers.length];
        Arrays.fill(parameters, ADDRESS);
        return (MemorySegment) invoke(function, FunctionDescriptor.of(ADDRESS, parameters), pointers);
    }

    private Object invoke(String function, FunctionDescriptor signature, Object... arguments) {
        return call(functions.computeIfAbsent(function, name -> link(name, signature)), arguments);
    }

    @SuppressWarnings("restricted")
    private MethodHandle link(String function, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(library.find(function).orElseThrow(), signature);
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
