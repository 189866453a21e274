package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
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

    private void convert(Path from, Path to, String... options) throws Exception {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx30m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.imageop.cli.Main",
                "convert",
                from.toString(),
                to.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
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

    /** Greys become equal colours, three times as many bytes; the quarter is the average of 4×4 equal pixels. */
    @Tag("proof")
    @Test
    void isConvertedIntoAnotherModeAndSize() throws Exception {
        Path start = pgm();
        Path colors = folder.resolve("a.ppm");
        convert(start, colors, "--mode", "RGB", "--crop", ":,2:");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(colors), 1 << 16)) {
            in.skipNBytes(Files.size(colors) - 3L * WIDTH * (HEIGHT - 2));
            for (int y = 2; y < HEIGHT; y++) {
                byte[] row = in.readNBytes(3 * WIDTH);
                for (int i = 0; i < row.length; i++) {
                    if (row[i] != (byte) (i / 3 / 8 ^ y / 8)) {
                        assertThat(row[i]).as("%d of row %d", i, y).isEqualTo((byte) (i / 3 / 8 ^ y / 8));
                    }
                }
            }
        }
        Path quarter = folder.resolve("b.ppm");
        convert(start, quarter, "--mode", "RGB", "--size", WIDTH / 4 + "x" + HEIGHT / 4, "--filter", "box");
        byte[] small = Files.readAllBytes(quarter);
        int head = small.length - 3 * (WIDTH / 4) * (HEIGHT / 4);
        for (int i = 0; i < small.length - head; i++) {
            int x = i / 3 % (WIDTH / 4);
            int y = i / 3 / (WIDTH / 4);
            assertThat(small[head + i]).isEqualTo((byte) (x / 2 ^ y / 2));
        }
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
