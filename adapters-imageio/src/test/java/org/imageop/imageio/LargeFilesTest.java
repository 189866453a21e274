package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files with more bytes of pixels than the heap holds go from format to format, in a process of their own. Plain Java writes the
 * first one, compares the last one with it, and looks into those between.
 */
class LargeFilesTest {
    @TempDir
    Path folder;

    private static int sample(int x, int y) {
        return (x / 8 ^ y / 8) + (x * y >> 16) & 0xff;
    }

    private Path pgm(int width, int height) throws IOException {
        Path file = folder.resolve("start.pgm");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
            byte[] row = new byte[width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    row[x] = (byte) sample(x, y);
                }
                out.write(row);
            }
        }
        return file;
    }

    /** What the process does. */
    static final class Converter {
        private Converter() {}

        /** Converts each file into the next. */
        public static void main(String[] files) throws IOException {
            ReadOptions options = ReadOptions.DEFAULTS.withMaxPixels(Long.MAX_VALUE);
            for (int i = 1; i < files.length; i++) {
                try (ImageFile file = ImageFiles.open(Path.of(files[i - 1]), options)) {
                    WriteResult written = ImageFiles.write(file.view(0), Path.of(files[i]));
                    System.out.println(written);
                }
            }
        }
    }

    @Test
    void twiceTheHeapIsConverted() throws Exception {
        assertConverted("-Xmx24m", 8_000, 4_000, List.of("tif", "png", "pgm"));
    }

    @Tag("proof")
    @Test
    void moreThanAQuarterOfAGigabyteIsConverted() throws Exception {
        assertConverted("-Xmx256m", 30_000, 12_000, List.of("tif", "png", "bmp", "pam", "pgm"));
    }

    private void assertConverted(String heap, int width, int height, List<String> way) throws Exception {
        Path start = pgm(width, height);
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Converter.class.getName(),
                start.toString()));
        way.forEach(suffix -> command.add(folder.resolve("a." + suffix).toString()));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        assertThat(Files.readAllLines(output)).hasSize(way.size());

        // the header of the last may have other white space
        Path end = folder.resolve("a.pgm");
        long pixels = (long) width * height;
        assertThat(tail(end, pixels)).isEqualTo(tail(start, pixels));
        for (String suffix : way.subList(0, way.indexOf("png") + 1)) {
            assertSeenByTheJdk(folder.resolve("a." + suffix), suffix, width, height);
        }
    }

    /** A checksum, for equality of what no array need hold. */
    private static String tail(Path file, long count) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(Files.size(file) - count);
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return java.util.HexFormat.of().formatHex(digest.digest());
    }

    private static void assertSeenByTheJdk(Path file, String suffix, int width, int height) throws IOException {
        var readers = ImageIO.getImageReadersBySuffix(suffix);
        ImageReader reader = readers.next();
        while (!reader.getClass().getName().startsWith("com.sun.")) {
            reader = readers.next();
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(input);
            assertThat(reader.getWidth(0)).isEqualTo(width);
            assertThat(reader.getHeight(0)).isEqualTo(height);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(97, 97, 0, 0);
            Raster raster = reader.read(0, param).getRaster();
            for (int y = 0; y < raster.getHeight(); y++) {
                for (int x = 0; x < raster.getWidth(); x++) {
                    if (raster.getSample(x, y, 0) != sample(97 * x, 97 * y)) {
                        assertThat(raster.getSample(x, y, 0))
                                .as("%s at (%d, %d)", file, 97 * x, 97 * y)
                                .isEqualTo(sample(97 * x, 97 * y));
                    }
                }
            }
        } finally {
            reader.dispose();
        }
    }
}
