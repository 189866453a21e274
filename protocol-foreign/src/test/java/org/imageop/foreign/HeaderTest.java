package org.imageop.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The header in a program of C alone, {@code src/test/c/header.c}, which Valgrind watches: no byte beyond a sample, none that nobody
 * wrote. Skipped without Valgrind, unless {@code -Dimageop.valgrind=required} demands it.
 */
class HeaderTest {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));

    @TempDir
    Path folder;

    @Test
    void touchesSamplesAlone() throws IOException, InterruptedException {
        need("cc", "imageop.cc");
        Path program = folder.resolve("header");
        run(
                "cc",
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-pedantic",
                "-O1",
                "-g",
                "-I" + ROOT.resolve("docs/reference"),
                "-o",
                program.toString(),
                ROOT.resolve("protocol-foreign/src/test/c/header.c").toString());
        run(program.toString());
        need("valgrind", "imageop.valgrind");
        run("valgrind", "-q", "--leak-check=full", "--error-exitcode=9", program.toString());
    }

    private static void need(String program, String property) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!"required".equals(System.getProperty(property))) {
            assumeTrue(found, "there is no " + program + " here");
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
