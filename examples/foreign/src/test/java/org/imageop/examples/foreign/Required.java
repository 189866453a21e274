package org.imageop.examples.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the tests need of the system. Without it they are skipped, unless {@code -Dimageop.native=required} demands them, as {@code .ci/run}
 * does.
 */
final class Required {
    private Required() {}

    @SuppressWarnings("restricted")
    static void library(String name) {
        boolean found = true;
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(name, arena);
        } catch (IllegalArgumentException e) {
            found = false;
        }
        check(found, name);
    }

    static void program(String name) {
        check(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))),
                name);
    }

    private static void check(boolean found, String name) {
        if (!"required".equals(System.getProperty("imageop.native"))) {
            assumeTrue(found, "there is no " + name + " here");
        } else if (!found) {
            throw new AssertionError("there is no " + name + " here, and -Dimageop.native=required demands it");
        }
    }

    /** Compiles a C file of the examples; a library in the folder. */
    static Path compiled(String name, Path folder) throws IOException, InterruptedException {
        program("cc");
        Path root = Path.of(System.getProperty("imageop.root"));
        Path library = folder.resolve("lib" + name + ".so");
        run(
                "cc",
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-pedantic",
                "-O2",
                "-shared",
                "-fPIC",
                "-I",
                root.resolve("docs/reference"),
                "-o",
                library,
                root.resolve("examples/foreign/src/main/c/" + name + ".c"));
        return library;
    }

    /** Runs a program. */
    static byte[] run(Object... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Arrays.stream(command).map(Object::toString).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new AssertionError(Arrays.toString(command) + " failed: " + new String(output));
        }
        return output;
    }
}
