package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images into arrays, streams and channels. A file that the same image is written to is the oracle. */
class SinksTest {
    @TempDir
    Path folder;

    private final StandardImage image = Samples.few(Mode.RGB, 40, 30);

    private static WriteOptions format(String name) {
        return WriteOptions.DEFAULTS.withFormat(name);
    }

    /** Knows whether it was closed or flushed. */
    private static final class Watched extends FilterOutputStream {
        private boolean closed;
        private boolean flushed;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void flush() {
            flushed = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "tiff", "bmp", "psd", "pnm", "pam", "iff", "tga"})
    void writesTheSameIntoEverySink(String name) throws IOException {
        image.info().put(InfoKeys.DPI, List.of(300.0, 300.0));
        image.info().put("mood", "good");
        Path file = folder.resolve("a");
        WriteResult expected = ImageFiles.write(image, file, format(name));
        byte[] bytes = Files.readAllBytes(file);

        assertThat(ImageFiles.encode(image, format(name))).isEqualTo(bytes);

        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        Watched stream = new Watched(taken);
        assertThat(ImageFiles.write(image, stream, format(name))).isEqualTo(expected);
        assertThat(taken.toByteArray()).isEqualTo(bytes);
        assertThat(stream.flushed).isTrue();
        assertThat(stream.closed).isFalse();

        ByteArrayOutputStream through = new ByteArrayOutputStream();
        WritableByteChannel channel = Channels.newChannel(through);
        assertThat(ImageFiles.write(image, channel, format(name))).isEqualTo(expected);
        assertThat(through.toByteArray()).isEqualTo(bytes);
        assertThat(channel.isOpen()).isTrue();

        ByteArrayOutputStream cached = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(cached)) {
            output.write(7);
            assertThat(ImageFiles.write(image, output, format(name))).isEqualTo(expected);
            assertThat(output.getStreamPosition()).isEqualTo(1 + bytes.length);
        }
        assertThat(cached.toByteArray()).startsWith(7).endsWith(bytes).hasSize(1 + bytes.length);
    }

    @Test
    void aFormatMustBeNamed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> ImageFiles.write(image, out, WriteOptions.DEFAULTS))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageStartingWith("The stream cannot be written: it has no suffix, and no format was named")
                .hasMessageContaining("WriteOptions.withFormat; these can be written: PNG (.png)")
                .hasMessageEndingWith(" [errors.md#no-writer]");
        assertThatThrownBy(() -> ImageFiles.encode(image, WriteOptions.DEFAULTS))
                .hasMessageStartingWith("The array cannot be written");
        assertThatThrownBy(() -> ImageFiles.write(image, out, format("WEBP")))
                .hasMessageStartingWith("The stream cannot be written: there is no writer for WEBP");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp", "jpeg"})
    void aFailureLeavesTheSinkUntouched(String name) {
        SampleRows rows = (x, y, count, samples, offset) -> {
            if (y == 900) {
                throw new IllegalStateException("no row 900");
            }
        };
        StandardImage failing = StandardImage.computed(Mode.L, 1000, 1000, rows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> ImageFiles.write(failing, out, format(name))).hasMessageContaining("no row 900");
        assertThatThrownBy(() -> ImageFiles.write(failing, Channels.newChannel(out), format(name)))
                .hasMessageContaining("no row 900");
        assertThat(out.size()).isZero();
    }

    @Test
    void aFailureOfTheSinkIsNotChanged() {
        IOException full = new IOException("full");
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };
        assertThatThrownBy(() -> ImageFiles.write(image, failing, format("PNG")))
                .isSameAs(full);
        WritableByteChannel closed = Channels.newChannel(new ByteArrayOutputStream());
        assertThatThrownBy(() -> {
                    closed.close();
                    ImageFiles.write(image, closed, format("PNG"));
                })
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aChannelThatDoesNotBlockIsRefused() throws IOException {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel sink = pipe.sink()) {
            sink.configureBlocking(false);
            ByteBuffer rest = ByteBuffer.allocate(1 << 20);
            while (sink.write(rest) > 0) {
                continue; // until the pipe is full
            }
            assertThatThrownBy(() -> ImageFiles.write(image, sink, format("BMP")))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The channel moved no byte")
                    .hasMessageEndingWith(" [errors.md#moves-no-byte]");
            assertThat(source.isOpen()).isTrue();
        }
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> ImageFiles.write(image, (OutputStream) null, format("PNG")))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("stream");
        assertThatThrownBy(() -> ImageFiles.write(image, (WritableByteChannel) null, format("PNG")))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("channel");
        assertThatThrownBy(() -> ImageFiles.encode(null, format("PNG"))).isInstanceOf(NullPointerException.class);
    }
}
