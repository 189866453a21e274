package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks, folders and threads that fail. Nothing is half written, and no file stays open. */
class BadSurroundingsTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    private final StandardImage image = Samples.random(Mode.RGB, 300, 200, 1);

    /** Files of this test that are open. */
    private List<String> open() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        List<String> open = new ArrayList<>();
        if (Files.isDirectory(descriptors)) {
            try (Stream<Path> links = Files.list(descriptors)) {
                for (Path link : links.toList()) {
                    String target = Files.isSymbolicLink(link)
                            ? Files.readSymbolicLink(link).toString()
                            : "";
                    if (target.startsWith(folder.toString()) || target.equals(FULL.toString())) {
                        open.add(target);
                    }
                }
            }
        }
        return open;
    }

    @AfterEach
    void nothingStaysOpen() throws IOException {
        assertThat(open()).isEmpty();
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageFiles.write(image, file);
        return file;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertRefused(ThrowingCallable call, String anchor) {
        assertThatThrownBy(call)
                .isInstanceOf(FileSystemException.class)
                .hasMessageEndingWith("[errors.md#" + anchor + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG", "TIFF", "JPEG", "BMP", "PNM", "GIF"})
    void aFullDiskIsReportedAsTheSystemDoes(String format) {
        assumeTrue(Files.exists(FULL), "no device that is full here");
        assertThatThrownBy(() -> ImageFiles.write(image, FULL, WriteOptions.DEFAULTS.withFormat(format)))
                .isInstanceOf(FileSystemException.class)
                .hasMessage("/dev/full: No space left on device");
    }

    /** Writes an image, and prints what it throws. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            for (String path : args) {
                try {
                    ImageFiles.write(Samples.random(Mode.RGB, 300, 200, 1), Path.of(path));
                } catch (IOException e) {
                    System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
                }
            }
        }
    }

    /** The system lets a process write files of 16 kB. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatBecomesTooLargeIsNamedAndLeavesNothing() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "ulimit -f 32 && exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName()));
        List<String> expected = new ArrayList<>();
        for (String suffix : List.of("bmp", "tif", "png", "ppm", "gif")) {
            Path file = folder.resolve("a." + suffix);
            command.add(file.toString());
            expected.add("FileSystemException " + file + ": File too large");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output.lines()).containsExactlyElementsOf(expected);
        assertThat(names()).isEmpty();
    }

    /** A channel that takes some bytes and then has no place for more. */
    private static final class Small implements SeekableByteChannel {
        private final SeekableByteChannel channel;
        private final long most;

        Small(SeekableByteChannel channel, long most) {
            this.channel = channel;
            this.most = most;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (channel.position() + source.remaining() > most) {
                throw new IOException("No space left on device");
            }
            return channel.write(source);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return channel.read(target);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Test
    void aSinkThatBecomesFullIsReported() throws IOException {
        Path file = folder.resolve("small");
        try (Small small =
                new Small(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1000)) {
            assertThatThrownBy(() -> ImageFiles.write(image, small, WriteOptions.DEFAULTS.withFormat("PNG")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void placesThatCannotBeWrittenAreRefused() throws IOException {
        Path target = Files.createDirectory(folder.resolve("folder.png"));
        assertRefused(() -> ImageFiles.write(image, target), "is-a-folder");
        assertRefused(() -> ImageFiles.write(image, folder.resolve("none").resolve("a.png")), "no-folder");
        Path file = file("a.png");
        assertRefused(() -> ImageFiles.write(image, file.resolve("b.png")), "no-folder");
        Path circle = folder.resolve("circle.png");
        Files.createSymbolicLink(circle, circle);
        assertRefused(() -> ImageFiles.write(image, circle), "symbolic-links");
        assertThat(names()).containsExactly("a.png", "circle.png", "folder.png");
    }

    @Test
    void aLinkStaysALinkAndWhatItLeadsToIsReplaced() throws IOException {
        Path file = file("a.png");
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), file.getFileName());
        ImageFiles.write(StandardImage.filled(Mode.L, 2, 2, 9), link);
        assertThat(link).isSymbolicLink();
        assertThat(ImageFiles.read(file).mode()).isEqualTo(Mode.L);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.png"), Path.of("none.png"));
        assertRefused(() -> ImageFiles.read(dangling), "no-such-file");
        assertThat(names()).containsExactly("a.png", "dangling.png", "link.png");
    }

    /** Of this user: the superuser may do all that. */
    @Test
    void whatMayNotBeReadOrWrittenIsRefused() throws IOException {
        Path file = file("a.png");
        assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file), "this user may write everything");
        assertRefused(() -> ImageFiles.write(image, file), "may-not-write");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "no such permission here");
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(file.toString());
        assertThat(names()).containsExactly("a.png");
    }

    @Test
    void aFileThatBecomesShorterIsNamed() throws IOException {
        Path path = file("a.bmp");
        try (ImageFile file = ImageFiles.open(path)) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(1000);
            }
            for (int round = 0; round < 2; round++) {
                assertThatThrownBy(file::read)
                        .isInstanceOf(IOException.class)
                        .hasMessageEndingWith(" [errors.md#file-changed]");
            }
        }
    }

    /** The file is open, so that its content stays as long as it is needed. */
    @Test
    void aFileThatVanishesIsReadAllTheSame() throws IOException {
        Path path = file("a.png");
        try (ImageFile file = ImageFiles.open(path)) {
            assumeTrue(path.toFile().delete(), "no open file can be deleted here");
            assertThat(Images.sameContent(file.read(), image)).isTrue();
            assertThat(Images.sameContent(file.view(0), image)).isTrue();
        }
    }

    /**
     * An interrupt closes the channel if it comes while a file is searched, as icons are, and the path is opened again; a file there
     * of the same length is another all the same.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatVanishesAfterAnInterruptIsNamed(boolean replaced) throws IOException {
        Path path = folder.resolve("a.icns");
        ImageFiles.write(Samples.random(Mode.RGBA, 32, 32, 1), path);
        try (ImageFile file = ImageFiles.open(path)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(file::read).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            if (replaced) {
                ImageFiles.write(Samples.random(Mode.RGBA, 32, 32, 2), path);
            } else {
                assumeTrue(path.toFile().delete(), "no open file can be deleted here");
            }
            for (int round = 0; round < 2; round++) {
                assertThatThrownBy(file::read)
                        .isInstanceOf(IOException.class)
                        .hasMessage(path + " was deleted or replaced while it was read; open it again"
                                + " [errors.md#file-changed]");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.bmp"})
    void aFileWhoseReadingWasInterruptedIsReadAgain(String name) throws IOException {
        try (ImageFile file = ImageFiles.open(file(name))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(file::read).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(file.read().size()).isEqualTo(image.size());
        }
    }

    @Test
    void aClosedFileSaysSoWhateverItIsAsked() throws IOException {
        Path path = file("a.png");
        ImageFile file = ImageFiles.open(path);
        file.close();
        file.close();
        List<ThrowingCallable> calls = List.of(
                file::read,
                () -> file.read(0),
                () -> file.composed(0),
                () -> file.composed().forEach(ImageLike::size),
                () -> file.view(0),
                () -> file.channels(0),
                () -> file.frame(0),
                () -> file.readInto(0, image));
        for (int i = 0; i < calls.size(); i++) {
            assertThatThrownBy(calls.get(i))
                    .as("call " + i)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(path + " was closed; open it again with ImageFiles.open [errors.md#file-closed]");
        }
        assertThat(file.frames()).isEqualTo(1);
        assertThat(file.info()).isNotEmpty();
    }

    @Test
    void threadsTakeTurnsWithAFile() throws Exception {
        Path path = file("a.png");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ImageFile shared = ImageFiles.open(path)) {
            List<Callable<ImageLike>> reads = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                reads.add(shared::read);
                reads.add(() -> shared.read(0, Slice.ALL, Slice.ALL));
                reads.add(() -> StandardImage.from(shared.view(0)));
                reads.add(() -> ImageFiles.read(path));
            }
            for (Future<ImageLike> read : threads.invokeAll(reads)) {
                assertThat(Images.sameContent(read.get(), image)).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }
}
