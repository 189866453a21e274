package org.imageop.imageio.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code WritingTest} cannot see from outside. */
class AtomicFileTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFailureWhileWritingLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        AtomicFile atomic = AtomicFile.at(file, true);
        assertThatThrownBy(() -> atomic.write(channel -> {
                    channel.write(ByteBuffer.wrap("half".getBytes(StandardCharsets.US_ASCII)));
                    assertThat(names()).hasSize(2);
                    assertThat(file).hasContent("old");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.png");
    }

    @Test
    void theOldFileIsThereUntilTheNewOneIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        long length = AtomicFile.at(file, true).write(channel -> {
            channel.write(ByteBuffer.wrap("new".getBytes(StandardCharsets.US_ASCII)));
            assertThat(file).hasContent("old");
        });
        assertThat(length).isEqualTo(3);
        assertThat(file).hasContent("new");
    }

    @Test
    void aFileThatAppearsInTheMeantimeIsKept() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile atomic = AtomicFile.at(file, false);
        assertThatThrownBy(() -> atomic.write(channel -> Files.writeString(file, "other")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("other");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void permissionsAreThoseOfTheOldFileWhileItIsWritten() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        for (String secret : List.of("rw-------", "rw-r-----")) {
            Set<PosixFilePermission> own = PosixFilePermissions.fromString(secret);
            Files.setPosixFilePermissions(file, own);
            AtomicFile.at(file, true).write(channel -> {
                channel.write(ByteBuffer.wrap("new".getBytes(StandardCharsets.US_ASCII)));
                Path hidden = folder.resolve(names().get(0));
                assertThat(hidden.toString()).endsWith(".part");
                assertThat(own).containsAll(Files.getPosixFilePermissions(hidden));
            });
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(own);
        }
        assertThat(file).hasContent("new");
    }

    @Test
    void anInterruptedThreadLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFile atomic = AtomicFile.at(file, true);
        assertThatThrownBy(() -> atomic.write(channel -> {
                    Thread.currentThread().interrupt();
                    channel.write(ByteBuffer.wrap(new byte[] {1}));
                }))
                .isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeWithoutAPathIsWrittenInto() throws Exception {
        Process reader = new ProcessBuilder("sleep", "60").start();
        try {
            // as a shell's >(wc -c) and /dev/stdout are
            Path pipe = Files.createSymbolicLink(folder.resolve("pipe"), Path.of("/proc/" + reader.pid() + "/fd/1"));
            AtomicFile.at(pipe, true).writeInOrder(out -> {
                out.write('A');
                assertThat(reader.getInputStream().read())
                        .as("while it is written")
                        .isEqualTo('A');
            });
            AtomicFile.at(pipe, true).write(channel -> {
                channel.write(ByteBuffer.wrap(new byte[] {'x', 'C'}));
                channel.position(0);
                channel.write(ByteBuffer.wrap(new byte[] {'B'}));
            });
            assertThat(reader.getInputStream().readNBytes(2)).containsExactly('B', 'C');
            assertThatThrownBy(() -> AtomicFile.at(pipe, false)).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(pipe).isSymbolicLink();
            assertThat(names()).containsExactly("pipe");
        } finally {
            reader.destroy();
        }
    }

    /** A process that writes for a long time. */
    static final class Slow {
        private Slow() {}

        public static void main(String[] args) throws IOException {
            AtomicFile.at(Path.of(args[0]), true).writeInOrder(out -> {
                out.write('A');
                System.out.write('A');
                System.out.flush();
                try {
                    TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "ends processes without asking them")
    void nothingIsLeftBehindWhenTheProcessIsAskedToEnd() throws Exception {
        Path out = Files.writeString(folder.resolve("out"), "before");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Slow.class.getName(),
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('A');
            assertThat(names()).hasSize(2);
            process.destroy();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(names()).containsExactly("out");
        assertThat(out).hasContent("before");
    }
}
