package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of more pixels than the heap has bytes is converted, by a process of its own. */
class LargeFileTest {
    private static final int WIDTH = 8_000;
    private static final int HEIGHT = 4_000;

    @TempDir
    Path folder;

    private Path pgm() throws IOException {
        Path file = folder.resolve("a.pgm");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("P5\n" + WIDTH + " " + HEIGHT + "\n255\n").getBytes(StandardCharsets.US_ASCII));
            byte[] row = new byte[WIDTH];
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    row[x] = (byte) (x / 8 ^ y / 8);
                }
                out.write(row);
            }
        }
        return file;
    }

    private void convert(Path from, Path to) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx30m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.imageop.cli.Main",
                        "convert",
                        from.toString(),
                        to.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    @Test
    void isConvertedThereAndBack() throws Exception {
        Path start = pgm();
        Path tiff = folder.resolve("a.tif");
        Path end = folder.resolve("b.pgm");

        convert(start, tiff);
        convert(tiff, end);

        assertThat(Files.mismatch(start, end)).isEqualTo(-1);
    }
}
