package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.imageop.cli.Run.imageop;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import javax.imageio.ImageIO;
import org.imageop.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferCommandTest {
    @TempDir
    Path folder;

    /** The samples of a file as plain ImageIO has them, in the PEP's order and native byte order (P-20, P-22). */
    private static byte[] expected(Path file) throws IOException {
        Raster raster = ImageIO.read(file.toFile()).getRaster();
        int bytes = raster.getSampleModel().getSampleSize(0) / 8;
        ByteBuffer buffer = ByteBuffer.allocate(raster.getWidth() * raster.getHeight() * raster.getNumBands() * bytes)
                .order(ByteOrder.nativeOrder());
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    int sample = raster.getSample(x, y, band);
                    if (bytes == 1) {
                        buffer.put((byte) sample);
                    } else {
                        buffer.putShort((short) sample);
                    }
                }
            }
        }
        return buffer.array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour.jpg", "marble.png", "headland.tif"})
    void P20_P22_writesTheBytesOfTheBuffer(String name) throws IOException {
        Path file = Run.sample(name, folder);
        Path out = folder.resolve("out.raw");
        Run run = imageop("buffer", file, "-o", out);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(Files.readAllBytes(out)).isEqualTo(expected(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour.jpg", "headland.tif"})
    void dashIsStandardOutput(String name) throws IOException {
        Path file = Run.sample(name, folder);
        assertThat(imageop("buffer", file, "-o", "-").bytes()).isEqualTo(expected(file));
    }

    @Test
    void planarModesAreWrittenPlaneByPlane() throws IOException {
        Path raw = Files.write(folder.resolve("in.raw"), new byte[] {10, 20, 30, 40, 50, 60});
        Run run = imageop("buffer", raw, "--raw", "YV12:2x2", "-o", "-");
        assertThat(run.bytes()).containsExactly(10, 20, 30, 40, 50, 60);
    }

    @Test
    void convertsAndResizesFirst() throws IOException {
        Path file = Run.sample("harbour.jpg", folder);
        Run run = imageop("buffer", file, "--mode", "L16", "--size", "30x20", "-o", "-");
        assertThat(run.bytes()).hasSize(30 * 20 * 2);
    }

    @Test
    void rawBytesComeThroughUnchanged() throws IOException {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        Path raw = Files.write(folder.resolve("in.raw"), bytes);
        assertThat(imageop("buffer", raw, "--raw", "RGB:2x2", "-o", "-").bytes())
                .isEqualTo(bytes);
    }

    @Test
    void readsRawBytesFromStandardInput() {
        byte[] bytes = {1, 2, 3, 4};
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(bytes));
        try {
            assertThat(imageop("buffer", "-", "--raw", "LA:1x2", "-o", "-").bytes())
                    .isEqualTo(bytes);
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 13, 2_000_000})
    void refusesRawFilesOfAnotherLength(int length) throws IOException {
        Path raw = Files.write(folder.resolve("in.raw"), new byte[length]);
        Run run = imageop("buffer", raw, "--raw", "RGB:2x2", "-o", folder.resolve("out"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("imageop: " + raw + ": has " + length + " bytes, but a 2×2 RGB image has 12; check --raw\n");
        assertThat(Run.names(folder)).containsExactly("in.raw");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void refusesStandardInputOfAnotherLength(int length) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(new byte[length]));
        try {
            Run run = imageop("buffer", "-", "--raw", "L:2x2", "-o", "-");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.bytes()).isEmpty();
            assertThat(run.err()).startsWith("imageop: standard input: has ").contains("4");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void replacesAFileOnlyAsAWhole() throws IOException {
        Path out = Files.writeString(folder.resolve("out"), "before");
        Path damaged = Files.write(folder.resolve("damaged.png"), new byte[100]);
        assertThat(imageop("buffer", damaged, "-o", out).status()).isEqualTo(1);
        assertThat(out).hasContent("before");
        Path raw = Files.write(folder.resolve("in.raw"), new byte[] {65, 66});
        assertThat(imageop("buffer", raw, "--raw", "L:2x1", "-o", out).status()).isZero();
        assertThat(out).hasContent("AB");
        assertThat(Run.names(folder)).containsExactly("damaged.png", "in.raw", "out");
    }

    @Test
    void writesThroughALink() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        Path raw = Files.write(folder.resolve("in.raw"), new byte[] {65, 66});
        assertThat(imageop("buffer", raw, "--raw", "L:2x1", "-o", link).status())
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("AB");
    }

    @Test
    void writesThroughALinkToWhatIsNotThereYet() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        assertThat(ab(link).status()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("target")).hasContent("AB");

        Path astray = Files.createSymbolicLink(folder.resolve("astray"), folder.resolve("no/target"));
        assertThat(ab(astray).err())
                .isEqualTo("imageop: " + astray + ": cannot be written, there is no folder " + folder.resolve("no")
                        + "; create it first [errors.md#no-folder]\n");
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThat(ab(circle).err())
                .isEqualTo(
                        "imageop: " + circle + ": cannot be written, its symbolic links lead in a circle; name the file"
                                + " itself [errors.md#symbolic-links]\n");
    }

    @Test
    void keepsThePermissionsOfTheFileThatItReplaces() throws IOException {
        Path out = Files.writeString(folder.resolve("out"), "before");
        for (String permissions : List.of("rw-------", "rwxrwxrwx")) {
            Files.setPosixFilePermissions(out, PosixFilePermissions.fromString(permissions));
            assertThat(ab(out).status()).isZero();
            assertThat(out).hasContent("AB");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                    .isEqualTo(permissions);
        }
    }

    @Test
    void doesNotReplaceAFileThatMayNotBeWritten() throws IOException {
        Path out = Files.writeString(folder.resolve("out"), "before");
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(out)).as("root may write all files").isFalse();
        Run run = ab(out);
        assertThat(run.err())
                .isEqualTo(
                        "imageop: " + out + ": cannot be written, the file may not be written; change its permissions,"
                                + " or write another [errors.md#may-not-write]\n");
        assertThat(run.status()).isEqualTo(1);
        assertThat(out).hasContent("before");
    }

    @Test
    void namesAFolderThatMayNotBeWritten() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(locked)).as("root may write all folders").isFalse();
        Run run = ab(locked.resolve("out"));
        assertThat(run.err())
                .isEqualTo("imageop: " + locked.resolve("out")
                        + ": cannot be written, the folder " + locked
                        + " may not be written; change its permissions, or write into another"
                        + " [errors.md#may-not-write]\n");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void writesIntoPipes() throws Exception {
        Process reader = new ProcessBuilder("sleep", "60").start();
        try {
            // as a shell's >(wc -c) and /dev/stdout are: a link that ends at a pipe without a name
            Path pipe = Files.createSymbolicLink(folder.resolve("pipe"), Path.of("/proc/" + reader.pid() + "/fd/1"));
            Run run = ab(pipe);
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
            assertThat(reader.getInputStream().readNBytes(2)).containsExactly(65, 66);
        } finally {
            reader.destroy();
        }
    }

    /** Writes the two bytes AB. */
    private Run ab(Path out) throws IOException {
        Path raw = Files.write(folder.resolve("in.raw"), new byte[] {65, 66});
        return imageop("buffer", raw, "--raw", "L:2x1", "-o", out);
    }

    @Test
    void refusesToReplaceItsInput() throws IOException {
        Path file = Run.sample("marble.png", folder);
        byte[] before = Files.readAllBytes(file);
        Run run = imageop("buffer", file, "-o", folder.resolve("./marble.png"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is the input, which would be lost");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void refusesFolders() throws IOException {
        Run run = imageop("buffer", Run.sample("marble.png", folder), "-o", folder);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(folder + " is a folder");
    }

    @Test
    void namesAMissingFolder() throws IOException {
        Path file = Run.sample("marble.png", folder);
        Run run = imageop("buffer", file, "-o", folder.resolve("no/out"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("there is no folder " + folder.resolve("no"));
    }
}
