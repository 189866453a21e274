package org.imageop.foreign;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The header in a program of C alone, {@code src/test/c/header.c}, which Valgrind watches: no byte beyond a sample, none that nobody
 * wrote. Skipped without Valgrind, unless {@code -Dimageop.valgrind=required} demands it.
 */
class HeaderTest {
    @TempDir
    Path folder;

    @Test
    void touchesSamplesAlone() throws IOException, InterruptedException {
        String program = CLibrary.program("header", folder).toString();
        CLibrary.run(program);
        CLibrary.need("valgrind", "imageop.valgrind");
        CLibrary.run("valgrind", "-q", "--leak-check=full", "--error-exitcode=9", program);
    }
}
