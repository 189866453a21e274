package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.imageop.cli.Run.imageop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imageop.ImagePalette;
import org.imageop.IndexedImage;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.Main;
import org.imageop.cli.Run;
import org.imageop.imageio.ImageFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that cannot write where they should: the file is named, the status is 1, and what was there before stays. */
@DisabledOnOs(OS.WINDOWS)
class BadSurroundingsTest {
    private static final String CONVERT = "convert IN OUT --format BMP --overwrite";
    private static final String BUFFER = "buffer IN -o OUT";
    private static final String PALETTE = "palette IN --save OUT";

    @TempDir
    Path folder;

    private Path in;

    @BeforeEach
    void makeInput() throws IOException {
        in = Files.createDirectory(folder.resolve("in")).resolve("a.png");
        ImageFiles.write(IndexedImage.of(StandardImage.of(Mode.L, 200, 100), ImagePalette.sepia(255, 128, 0)), in);
    }

    private List<String> words(String command, Path out) {
        return Arrays.stream(command.split(" "))
                .map(word -> word.equals("IN") ? in.toString() : word.equals("OUT") ? out.toString() : word)
                .toList();
    }

    private Run run(String command, Path out) {
        return imageop(words(command, out).toArray());
    }

    private static void assertNotWritten(Run run, Path out, String reason) {
        assertThat(run.err()).isEqualTo("imageop: " + out + ": cannot be written, " + reason + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONVERT, BUFFER, PALETTE})
    void aFullDeviceIsNamed(String command) {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        assertNotWritten(run(command, full), full, "No space left on device");
    }

    /** The system lets a process write files of 1 kB. */
    @ParameterizedTest
    @ValueSource(strings = {CONVERT, BUFFER, PALETTE})
    void aFileThatBecomesTooLargeIsNamedAndTheOldOneStays(String command) throws Exception {
        Path out =
                Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("b.bmp"), "old");
        List<String> line = new ArrayList<>(List.of(
                "sh",
                "-c",
                "ulimit -f 2 && exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(words(command, out));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).isEqualTo("imageop: " + out + ": cannot be written, File too large\n");
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(out).hasContent("old");
        assertThat(Run.names(out.getParent())).containsExactly("b.bmp");
    }

    /** Not even root makes files there. */
    @ParameterizedTest
    @ValueSource(strings = {CONVERT, BUFFER, PALETTE})
    void aFolderThatTakesNoFilesIsNoPlace(String command) {
        Path out = Path.of("/proc/imageop-b.bmp");
        assumeThat(out.getParent()).exists();
        Run run = run(command, out);
        assertThat(run.err())
                .startsWith("imageop: " + out + ": cannot be written, ")
                .endsWith("\n");
        assertThat(run.err()).doesNotContain("tmp").hasLineCount(1);
        assertThat(run.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONVERT, BUFFER, PALETTE})
    void aFolderIsNoFile(String command) throws IOException {
        Path out = Files.createDirectory(folder.resolve("b.bmp"));
        Run run = run(command, out);
        assertThat(run.err()).contains(out.toString()).contains("folder");
        assertThat(run.status()).isNotZero();
        assertThat(Run.names(out)).isEmpty();
        assertThat(Run.names(folder)).containsExactly("b.bmp", "in");
    }

    @ParameterizedTest
    @ValueSource(strings = {CONVERT, BUFFER, PALETTE})
    void aFileThatMayNotBeWrittenStays(String command) throws IOException {
        Path out = Files.writeString(folder.resolve("b.bmp"), "old");
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(out)).as("root may write all files").isFalse();
        assertNotWritten(
                run(command, out), out, "the file may not be written; change its permissions, or write another");
        assertThat(out).hasContent("old");
        assertThat(Run.names(folder)).containsExactly("b.bmp", "in");
    }
}
