package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
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

    /** One strip that is packed as a whole, and pixels in seven passes: neither can be decoded in parts. */
    @Tag("proof")
    @Test
    void filesInOnePieceAreConverted() throws Exception {
        assertSame("tif", tiffOfOneStrip(8_000, 4_000));
        assertSame("png", interlacedPng(8_000, 4_000));
    }

    private void assertSame(String suffix, Path file) throws Exception {
        Path start = pgm(8_000, 4_000);
        Path end = folder.resolve("of-" + suffix + ".pgm");
        run("-Xmx24m", List.of(file, end));
        assertThat(tail(end, 32_000_000)).isEqualTo(tail(start, 32_000_000));
    }

    /** Deflate, with differences of neighbours. */
    private Path tiffOfOneStrip(int width, int height) throws IOException {
        Path file = folder.resolve("strip.tif");
        ByteArrayOutputStream strip = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(strip)) {
            byte[] row = new byte[width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    row[x] = (byte) (sample(x, y) - (x == 0 ? 0 : sample(x - 1, y)));
                }
                packed.write(row);
            }
        }
        int[][] tags = {
            {256, width},
            {257, height},
            {258, 8},
            {259, 8},
            {262, 1},
            {273, 8},
            {277, 1},
            {278, height},
            {279, strip.size()},
            {317, 2}
        };
        int directory = 8 + strip.size() + strip.size() % 2;
        ByteBuffer out = ByteBuffer.allocate(directory + 2 + 12 * tags.length + 4);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(directory).put(strip.toByteArray());
        out.position(directory).putShort((short) tags.length);
        for (int[] tag : tags) {
            out.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        return Files.write(file, out.array());
    }

    private Path interlacedPng(int width, int height) throws IOException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        int[][] passes = {
            {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
        };
        try (OutputStream packed = new DeflaterOutputStream(pixels)) {
            for (int[] pass : passes) {
                for (int y = pass[1]; y < height; y += pass[3]) {
                    byte[] row = new byte[1 + (width - pass[0] + pass[2] - 1) / pass[2]];
                    for (int i = 1; i < row.length; i++) {
                        row[i] = (byte) sample(pass[0] + (i - 1) * pass[2], y);
                    }
                    packed.write(row);
                }
            }
        }
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put(12, (byte) 1);
        try (OutputStream out = Files.newOutputStream(folder.resolve("interlaced.png"))) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
            chunk(out, "IHDR", header.array());
            chunk(out, "IDAT", pixels.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
        return folder.resolve("interlaced.png");
    }

    private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        out.write(chunk.putInt((int) crc.getValue()).array());
    }

    @Tag("proof")
    @Test
    void moreThanAQuarterOfAGigabyteIsConverted() throws Exception {
        assertConverted("-Xmx256m", 30_000, 12_000, List.of("tif", "png", "bmp", "pam", "pgm"));
    }

    private void assertConverted(String heap, int width, int height, List<String> way) throws Exception {
        Path start = pgm(width, height);
        List<Path> files = new ArrayList<>(List.of(start));
        way.forEach(suffix -> files.add(folder.resolve("a." + suffix)));
        run(heap, files);

        // the header of the last may have other white space
        Path end = folder.resolve("a.pgm");
        long pixels = (long) width * height;
        assertThat(tail(end, pixels)).isEqualTo(tail(start, pixels));
        for (String suffix : way.subList(0, way.indexOf("png") + 1)) {
            assertSeenByTheJdk(folder.resolve("a." + suffix), suffix, width, height);
        }
    }

    private void run(String heap, List<Path> files) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Converter.class.getName()));
        files.forEach(file -> command.add(file.toString()));
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
        assertThat(Files.readAllLines(output)).hasSize(files.size() - 1);
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
