package org.imageop.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The C functions of the tests, compiled by the system's compiler. Without one such tests are skipped, unless {@code
 * -Dimageop.cc=required} demands them. {@code -Dimageop.cc.address=true}, in a JVM that has libasan preloaded, checks each access to memory
 * that C allocated itself.
 */
public final class CLibrary {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));
    private static final Path HEADER = ROOT.resolve("docs/reference");
    private static final Path SOURCES = ROOT.resolve("protocol-foreign/src/test/c");

    /** What C does not define ends the VM, and so the test. */
    private static final String UNDEFINED = "-fsanitize=undefined";

    private static final String TRAP = "-fsanitize-undefined-trap-on-error";

    private final SymbolLookup symbols;

    @SuppressWarnings("restricted")
    private CLibrary(Path library) {
        this.symbols = SymbolLookup.libraryLookup(library, Arena.global());
    }

    /** Compiles a file of functions as C99. */
    public static CLibrary c(String name, Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve(name + "-c.so");
        Path source = SOURCES.resolve(name + ".c");
        return new CLibrary(
                compiled(source, library, "cc", "-std=c99", "-D_DEFAULT_SOURCE", "-Wconversion", UNDEFINED, TRAP));
    }

    /** Compiles a file of functions as C++11. */
    static CLibrary cpp(String name, Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve(name + "-cpp.so");
        return new CLibrary(compiled(SOURCES.resolve(name + ".c"), library, "c++", "-std=c++11", "-x", "c++"));
    }

    /** Compiles a file. */
    static Path compiled(Path source, Path library, String compiler, String... options)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-O2", "-shared", "-fPIC", "-pthread"));
        if (Boolean.getBoolean("imageop.cc.address")) {
            all.add("-fsanitize=address");
        }
        compile(source, library, compiler, all);
        return library;
    }

    /** Compiles a program of C99 alone, to be looked at while it runs. */
    static Path program(String name, Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve(name);
        compile(SOURCES.resolve(name + ".c"), program, "cc", List.of("-std=c99", "-O1", "-g"));
        return program;
    }

    private static void compile(Path source, Path result, String compiler, List<String> options)
            throws IOException, InterruptedException {
        need(compiler, "imageop.cc");
        List<String> command = new ArrayList<>(List.of(compiler, "-Wall", "-Wextra", "-Werror", "-pedantic"));
        command.addAll(options);
        command.addAll(List.of("-I" + HEADER, "-o", result.toString(), source.toString()));
        run(command.toArray(String[]::new));
    }

    /** Skips a test without a program, unless a property demands it. */
    static void need(String program, String property) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!"required".equals(System.getProperty(property))) {
            assumeTrue(found, "there is no " + program + " here, so no C was called");
        }
    }

    /** Runs a program that must end well. */
    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** The address of an entry. */
    public MemorySegment entry(String name) {
        return symbols.find(name).orElseThrow();
    }

    CFunction function(String name) {
        return CFunction.of(entry(name));
    }

    CPairFunction pairFunction(String name) {
        return CPairFunction.of(entry(name));
    }
}
