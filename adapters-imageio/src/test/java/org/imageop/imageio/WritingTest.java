package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files appear at once or not at all. */
class WritingTest {
    private static final WriteOptions KEEP = WriteOptions.DEFAULTS.withOverwrite(false);

    @TempDir
    Path folder;

    private final StandardImage image = Samples.random(Mode.RGB, 9, 7, 1);

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesAnExistingFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        ImageFiles.write(image, file);
        assertThat(Images.sameContent(image, ImageFiles.read(file))).isTrue();
        assertThat(names()).containsExactly("a.png");
    }

    @Test
    void keepsAnExistingFileIfToldTo() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        assertThatThrownBy(() -> ImageFiles.write(image, file, KEEP))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.png");
        ImageFiles.write(image, folder.resolve("b.png"), KEEP);
        assertThat(Images.sameContent(image, ImageFiles.read(folder.resolve("b.png"))))
                .isTrue();
        assertThat(names()).containsExactly("a.png", "b.png");
    }

    /** An image that fails in the middle. */
    private static ImageLike failing() {
        SampleRows rows = (x, y, count, samples, offset) -> {
            if (y == 30) {
                throw new IllegalStateException("no row 30");
            }
        };
        return StandardImage.computed(Mode.L, 40, 40, rows);
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        assertThatThrownBy(() -> ImageFiles.write(failing(), file)).hasMessageContaining("no row 30");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.png");
    }

    @Test
    void oneOfManyWinsAndTheOthersAreTold() throws Exception {
        Path file = folder.resolve("a.png");
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            writers.add(() -> {
                try {
                    ImageFiles.write(image, file, KEEP);
                    return true;
                } catch (FileAlreadyExistsException e) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int won = 0;
            for (Future<Boolean> result : threads.invokeAll(writers)) {
                won += result.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(Images.sameContent(image, ImageFiles.read(file))).isTrue();
        assertThat(names()).containsExactly("a.png");
    }

    @Test
    void followsSymbolicLinks() throws IOException {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Path target = Files.writeString(sub.resolve("target.png"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), Path.of("sub", "target.png"));
        ImageFiles.write(image, link);
        assertThat(link).isSymbolicLink();
        assertThat(Images.sameContent(image, ImageFiles.read(target))).isTrue();
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.png"), Path.of("sub", "new.png"));
        ImageFiles.write(image, dangling);
        assertThat(dangling).isSymbolicLink();
        assertThat(sub.resolve("new.png")).isRegularFile();
        Path circle = Files.createSymbolicLink(folder.resolve("circle.png"), Path.of("circle.png"));
        assertThatThrownBy(() -> ImageFiles.write(image, circle))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("in a circle");
    }

    @Test
    void placesThatCannotBeAreRefused() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("folder.png"));
        assertThatThrownBy(() -> ImageFiles.write(image, taken))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(
                        () -> ImageFiles.write(image, folder.resolve("missing").resolve("a.png")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("create it first");
        assertThat(folder.resolve("missing")).doesNotExist();
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThatThrownBy(() -> ImageFiles.write(image, file.resolve("a.png")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(file + " is a file, not a folder");
    }

    @Test
    void permissionsAreThoseOfANewFileOrOfTheOldOne() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        Path fresh = folder.resolve("fresh.png");
        ImageFiles.write(image, fresh);
        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(usual);
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rw-rw-rw-");
        Files.setPosixFilePermissions(fresh, own);
        ImageFiles.write(image, fresh);
        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(own);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeTrue(!Files.isWritable(closed), "this user may write everywhere");
            assertThatThrownBy(() -> ImageFiles.write(image, closed.resolve("a.png")))
                    .isInstanceOf(java.nio.file.AccessDeniedException.class)
                    .hasMessageContaining("the folder " + closed)
                    .hasMessageEndingWith(" [errors.md#may-not-write]");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {244, 251, 31, 32, 33})
    void anyNameThatTheFileSystemAllowsIsWritten(int length) throws IOException {
        // beside ASCII, names whose cut is within a character, if such can be here
        List<String> starts = new ArrayList<>(List.of("a".repeat(length)));
        if (Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII")).equals(StandardCharsets.UTF_8)) {
            starts.add("\ud83d\ude00".repeat(20));
            starts.add("x" + "\ud83d\ude00".repeat(20));
        }
        for (String start : starts) {
            Path file = folder.resolve(start + ".png");
            for (WriteOptions options : List.of(KEEP, WriteOptions.DEFAULTS)) {
                ImageFiles.write(image, file, options);
            }
            assertThat(Images.sameContent(image, ImageFiles.read(file))).isTrue();
        }
        assertThat(names()).hasSameSizeAs(starts);
    }

    @Test
    void aDeviceStaysADevice() throws Exception {
        Path sink = Specials.make(folder, "sink.png", "mknod", "c", "1", "3");
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), sink);
        for (Path path : List.of(sink, link)) {
            WriteResult written = ImageFiles.write(image, path);
            Path file = folder.resolve("plain.png");
            assertThat(written.bytes()).isEqualTo(ImageFiles.write(image, file).bytes());
            assertThat(Files.readAttributes(sink, BasicFileAttributes.class).isOther())
                    .isTrue();
            assertThatThrownBy(() -> ImageFiles.write(image, path, KEEP))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(names()).containsExactly("link.png", "plain.png", "sink.png");
    }

    @Test
    void aDeviceThatIsFullSaysSoAndStaysADevice() throws Exception {
        Path full = Specials.make(folder, "full.png", "mknod", "c", "1", "7");
        assertThatThrownBy(() -> ImageFiles.write(image, full)).isInstanceOf(IOException.class);
        assertThat(Files.readAttributes(full, BasicFileAttributes.class).isOther())
                .isTrue();
        assertThat(names()).containsExactly("full.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tif"})
    void aPipeIsWrittenInto(String suffix) throws Exception {
        StandardImage colours = Samples.few(Mode.RGB, 40, 30);
        colours.info().put(InfoKeys.DPI, List.of(300.0, 300.0));
        Path pipe = Specials.make(folder, "pipe." + suffix, "mkfifo");
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<byte[]> read = reader.submit(() -> Files.readAllBytes(pipe));
            WriteResult written = ImageFiles.write(colours, pipe);
            Path file = folder.resolve("plain." + suffix);
            ImageFiles.write(colours, file);
            assertThat(read.get(20, TimeUnit.SECONDS))
                    .hasSize((int) written.bytes())
                    .isEqualTo(Files.readAllBytes(file));
            assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                    .isTrue();
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void manyThreadsReadAndWriteAtOnce() throws Exception {
        String[] suffixes = {"png", "tif", "bmp", "ppm", "pam", "tga", "iff", "psd", "gif"};
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                int seed = i;
                results.add(threads.submit(() -> {
                    StandardImage mine = seed % 9 == 8
                            ? Samples.few(Mode.RGB, 20 + seed, 15)
                            : Samples.random(Mode.RGB, 20 + seed, 15, seed);
                    Path file = folder.resolve(seed + "." + suffixes[seed % 9]);
                    ImageFiles.write(mine, file);
                    return Images.sameContent(mine, ImageFiles.read(file));
                }));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(names()).hasSize(90);
    }

    @Test
    void lengthIsThatOfTheFile() throws IOException {
        Path file = folder.resolve("a.png");
        assertThat(ImageFiles.write(image, file).bytes()).isEqualTo(Files.size(file));
        ImageBuffer buffer = ImageFiles.read(file).buffer();
        assertThat(buffer.length()).isEqualTo(9 * 7 * 3);
    }
}
