package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.imageop.cli.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderConversionTest {
    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void makeFolder() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        Files.createDirectories(in.resolve("sub/.hidden"));
        Run.sample("marble.png", in);
        Run.sample("headland.tif", in.resolve("sub"));
        Run.sample("marble.png", in.resolve("sub/.hidden"));
        Files.writeString(in.resolve("notes.txt"), "no image");
        Files.copy(in.resolve("marble.png"), in.resolve(".hidden.png"));
    }

    private static List<String> tree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void mirrorsSubfoldersAndKeepsFormats() throws IOException {
        Run run = imageop("convert", in, out, "--size", "40x30");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("2 converted, 0 failed, 1 skipped (1 is not an image)\n");
        assertThat(tree(out)).containsExactly("marble.png", "sub/headland.tif");
        assertThat(ImageIO.read(out.resolve("sub/headland.tif").toFile()).getWidth())
                .isEqualTo(40);
    }

    @Test
    void followsALinkThatIsNamedButNoneWithin() throws IOException {
        Files.createSymbolicLink(in.resolve("sub/loop"), in);
        Path link = Files.createSymbolicLink(folder.resolve("link"), in);
        Files.write(in.resolve("broken.png"), new byte[100]);
        Run run = imageop("convert", link, out, "--size", "4x3");
        assertThat(run.out()).isEqualTo("2 converted, 1 failed, 1 skipped (1 is not an image)\n");
        assertThat(run.err()).startsWith("imageop: " + link.resolve("broken.png"));
        assertThat(tree(out)).containsExactly("marble.png", "sub/headland.tif");
    }

    @Test
    void givesFilesTheSuffixOfTheFormat() throws IOException {
        Run run = imageop("convert", in, out, "--format", "jpeg", "--mode", "RGB", "--size", "40x30");
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("""
                2 converted, 0 failed, 1 skipped (1 is not an image)
                """);
        assertThat(run.err())
                .isEqualTo("imageop: lost in 1 file: alpha (dropped without blending; --background COLOR blends it)\n");
        assertThat(tree(out)).containsExactly("marble.jpg", "sub/headland.jpg");
        assertThat(Files.readAllBytes(out.resolve("marble.jpg"))).startsWith(0xff, 0xd8);
    }

    @Test
    void skipsWhatExistsUnlessToldToOverwrite() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("marble.png"), "before");
        Run run = imageop("convert", in, out);
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .isEqualTo("1 converted, 0 failed, 2 skipped (1 exists already, 1 is not an image); "
                        + "--overwrite replaces what exists\n");
        assertThat(out.resolve("marble.png")).hasContent("before");
        assertThat(imageop("convert", in, out, "--overwrite").out()).startsWith("2 converted");
        assertThat(ImageIO.read(out.resolve("marble.png").toFile()).getWidth()).isEqualTo(320);
    }

    @Test
    void oneFailureDoesNotStopTheRest() throws IOException {
        Files.write(in.resolve("broken.png"), new byte[100]);
        Files.createSymbolicLink(in.resolve("dangling.png"), in.resolve("nowhere"));
        Run run = imageop("convert", in, out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("2 converted, 2 failed, 1 skipped (1 is not an image)\n");
        assertThat(run.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("imageop: " + in.resolve("broken.png")))
                .anyMatch(line -> line.startsWith("imageop: " + in.resolve("dangling.png")));
        assertThat(tree(out)).containsExactly("marble.png", "sub/headland.tif");
    }

    @Test
    void twoFilesNeverBecomeOne() throws IOException {
        Files.copy(in.resolve("sub/headland.tif"), in.resolve("marble.tif"));
        for (String[] options : new String[][] {{}, {"--overwrite"}}) {
            Run run = imageop(Stream.concat(Stream.of("convert", in, out, "--format", "png"), Stream.of(options))
                    .toArray());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .isEqualTo("imageop: " + in.resolve("marble.tif") + ": would become " + out.resolve("marble.png")
                            + ", as " + in.resolve("marble.png") + " did");
            assertThat(ImageIO.read(out.resolve("marble.png").toFile()).getWidth())
                    .isEqualTo(320);
        }
    }

    @Test
    void leavesTheTargetOutIfItLiesWithin() throws IOException {
        Path within = in.resolve("small");
        assertThat(imageop("convert", in, within, "--size", "4x3").out()).startsWith("2 converted");
        assertThat(imageop("convert", in, within, "--size", "4x3", "--overwrite")
                        .out())
                .startsWith("2 converted");
        assertThat(tree(within)).containsExactly("marble.png", "sub/headland.tif");
    }

    @Test
    void aFolderWithoutImagesIsAFailure() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Run run = imageop("convert", empty, out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("imageop: " + empty + ": there is no image file in this folder\n");
        Files.writeString(empty.resolve("a.txt"), "");
        assertThat(imageop("convert", empty, out).err())
                .isEqualTo("imageop: " + empty + ": there is no image file in this folder, only 1 other file\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesAFileAsTarget() {
        Path file = in.resolve("marble.png");
        Run run = imageop("convert", in, file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(in + " is a folder, but " + file + " is a file");
        assertThat(imageop("convert", in, out, "--raw", "L:2x2").status()).isEqualTo(2);
    }

    @Test
    void saysOnceThatAFileIsInTheWay() {
        Path within = in.resolve("notes.txt/x/y");
        Run run = imageop("convert", in, within);
        assertThat(run.err())
                .isEqualTo("imageop: " + within + ": cannot be made, " + in.resolve("notes.txt") + " is a file\n");
        assertThat(run.bytes()).isEmpty();
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void aTargetWithASlashIsAFolder() {
        assertThat(imageop("convert", in, out + "/", "--quality", "0.5").out()).startsWith("2 converted");
    }

    @Test
    void showsProgressOnATerminalOnly() throws IOException {
        Files.write(in.resolve("broken.png"), new byte[100]);
        String clear = "\r\u001b[K";
        Run run = Run.onTerminal("convert", in, out);
        String bar = clear + "█".repeat(10) + "░".repeat(20) + " 1/3  marble.png" + clear;
        assertThat(run.err()).startsWith(clear + "░".repeat(30) + " 0/3  broken.png" + clear + "imageop: ");
        assertThat(run.err()).contains(bar + "█".repeat(20) + "░".repeat(10) + " 2/3  sub/headland.tif");
        assertThat(run.err()).endsWith(clear);
        assertThat(imageop("convert", in, out, "--overwrite").err()).doesNotContain("\r", "\u001b", "█");
    }
}
