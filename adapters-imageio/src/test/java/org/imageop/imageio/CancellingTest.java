package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Progress, and what ends reading and writing: a listener, what it throws, an interrupt. */
class CancellingTest {
    private static final DoublePredicate STOP = fraction -> false;
    private static final DoublePredicate FAIL = fraction -> {
        throw new CancellationException("enough");
    };

    @TempDir
    Path folder;

    private final StandardImage image = Samples.few(Mode.RGB, 320, 240);

    private int afterTheInterrupt;

    private final DoublePredicate interrupt = fraction -> {
        afterTheInterrupt += Thread.currentThread().isInterrupted() ? 1 : 0;
        Thread.currentThread().interrupt();
        return true;
    };

    @AfterEach
    void clearTheMark() {
        Thread.interrupted();
        assertThat(afterTheInterrupt).as("reports of work that went on").isZero();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private Path file(String suffix) throws IOException {
        Path file = folder.resolve("a." + suffix);
        ImageFiles.write(image, file);
        return file;
    }

    private static void assertInterrupted(ThrowingCallable call, String start) {
        assertThatThrownBy(call)
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage(
                        start + ": its thread was interrupted, and is still marked so; end it, or clear the mark with"
                                + " Thread.interrupted() and start again [errors.md#cancelled]");
        assertThat(Thread.interrupted()).as("the mark").isTrue();
    }

    private static void assertStopped(ThrowingCallable call, String start) {
        assertThatThrownBy(call)
                .isInstanceOf(InterruptedIOException.class)
                .hasMessageStartingWith(start + ": its progress listener cancelled it at ")
                .hasMessageEndingWith(" %; start again to have all of it [errors.md#cancelled]");
        assertThat(Thread.interrupted()).as("a mark").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "tif", "bmp", "psd", "ppm", "pam", "iff", "tga"})
    void readingReportsAndEndsWhenAsked(String suffix) throws IOException {
        Path path = file(suffix);
        ImageLike expected = ImageFiles.read(path);
        List<Double> reported = new ArrayList<>();
        ReadOptions noting = ReadOptions.DEFAULTS.withProgress(reported::add);

        assertThat(Images.sameContent(ImageFiles.read(path, noting), expected)).isTrue();

        assertThat(reported).isSorted().doesNotHaveDuplicates().endsWith(1.0).allMatch(f -> f > 0 && f <= 1);

        assertStopped(() -> ImageFiles.read(path, noting.withProgress(STOP)), path + " was not read");
        assertInterrupted(() -> ImageFiles.read(path, noting.withProgress(interrupt)), path + " was not read");
        assertThatThrownBy(() -> ImageFiles.read(path, noting.withProgress(FAIL)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "tif", "bmp", "psd", "ppm", "pam", "iff", "tga"})
    void writingReportsAndEndsWhenAskedAndLeavesNothing(String suffix) throws IOException {
        Path path = folder.resolve("a." + suffix);
        List<Double> reported = new ArrayList<>();
        WriteOptions noting = WriteOptions.DEFAULTS.withProgress(reported::add);

        ImageFiles.write(image, path, noting);

        assertThat(reported).isSorted().doesNotHaveDuplicates().endsWith(1.0).allMatch(f -> f > 0 && f <= 1);

        byte[] written = Files.readAllBytes(path);
        Files.writeString(path, "old");
        assertStopped(() -> ImageFiles.write(image, path, noting.withProgress(STOP)), path + " was not written");
        assertInterrupted(
                () -> ImageFiles.write(image, path, noting.withProgress(interrupt)), path + " was not written");
        assertThatThrownBy(() -> ImageFiles.write(image, path, noting.withProgress(FAIL)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
        assertThat(path).hasContent("old");
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        WriteOptions named =
                noting.withFormat(ImageFiles.read(written).info().get("format").toString());
        assertStopped(() -> ImageFiles.write(image, sink, named.withProgress(STOP)), "The stream was not written");
        assertThat(sink.size()).isZero();
        assertThat(names()).containsExactly("a." + suffix);
        ImageFiles.write(image, path, noting);
        assertThat(path).hasBinaryContent(written);
    }

    @Test
    void anInterruptedThreadReadsNothing() throws IOException {
        Path path = file("png");
        byte[] bytes = Files.readAllBytes(path);
        ReadOptions onDisk = ReadOptions.DEFAULTS.withMaxStreamMemory(0);
        for (int round = 0; round < 2; round++) {
            Thread.currentThread().interrupt();
            assertInterrupted(() -> ImageFiles.read(path), path + " was not read");
            Thread.currentThread().interrupt();
            assertInterrupted(() -> ImageFiles.read(bytes), "The array of " + bytes.length + " bytes was not read");
            Thread.currentThread().interrupt();
            assertInterrupted(
                    () -> ImageFiles.read(new ByteArrayInputStream(bytes), onDisk), "The stream was not read");
        }
        assertThat(Images.sameContent(ImageFiles.read(path), image)).isTrue();
    }

    @Test
    void aStreamThatNeverEndsIsLeftByAnInterrupt() {
        InputStream endless = new InputStream() {
            private int given;

            @Override
            public int read() {
                if (++given == 1_000_000) {
                    Thread.currentThread().interrupt();
                }
                assertThat(given).isLessThan(2_000_000);
                return 'x';
            }
        };
        assertInterrupted(
                () -> ImageFiles.read(endless, ReadOptions.DEFAULTS.withMaxStreamBytes(Long.MAX_VALUE)),
                "The stream was not read");
    }

    @Test
    void anInterruptedThreadWritesNothing() throws IOException {
        Path path = Files.writeString(folder.resolve("a.png"), "old");
        Thread.currentThread().interrupt();
        assertInterrupted(() -> ImageFiles.write(image, path), path + " was not written");
        Thread.currentThread().interrupt();
        assertInterrupted(
                () -> ImageFiles.encode(image, WriteOptions.DEFAULTS.withFormat("PNG")), "The array was not written");
        assertThat(path).hasContent("old");
        assertThat(names()).containsExactly("a.png");
    }

    @Test
    void anOpenFileIsReadAgainAfterAnInterrupt() throws IOException {
        Path path = file("png");
        boolean[] interrupts = {false};
        ReadOptions options = ReadOptions.DEFAULTS.withProgress(fraction -> {
            if (interrupts[0]) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        byte[] bytes = Files.readAllBytes(path);
        for (ImageFile opened : List.of(
                ImageFiles.open(path, options),
                ImageFiles.open(new ByteArrayInputStream(bytes), options.withMaxStreamMemory(0)))) {
            try (ImageFile file = opened) {
                interrupts[0] = true;
                assertThatThrownBy(file::read).isInstanceOf(InterruptedIOException.class);
                assertThat(Thread.interrupted()).isTrue();
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> file.read(0, Slice.to(3), Slice.ALL))
                        .isInstanceOf(InterruptedIOException.class);
                assertThat(Thread.interrupted()).isTrue();
                interrupts[0] = false;
                assertThat(Images.sameContent(file.read(), image)).isTrue();
            }
        }
    }

    @Test
    void aViewIsCancelledWhileItIsWritten() throws IOException {
        StandardImage large = Samples.random(Mode.RGB, 3000, 1000, 1);
        Path from = folder.resolve("a.ppm");
        ImageFiles.write(large, from);
        Path to = folder.resolve("b.png");
        try (ImageFile file = ImageFiles.open(from, ReadOptions.DEFAULTS.withProgress(fraction -> fraction < 0.9))) {
            assertStopped(() -> ImageFiles.write(file.view(0), to), from + " was not read");
        }
        try (ImageFile file = ImageFiles.open(from)) {
            assertStopped(
                    () -> ImageFiles.write(file.view(0), to, WriteOptions.DEFAULTS.withProgress(STOP)),
                    to + " was not written");
            ImageFiles.write(file.view(0), to);
        }
        assertThat(Images.sameContent(ImageFiles.read(to), large)).isTrue();
        assertThat(names()).containsExactly("a.ppm", "b.png");
    }
}
