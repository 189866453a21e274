package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images from arrays, streams and channels. A file of the same bytes is the oracle. */
class SourcesTest {
    private static final ReadOptions ON_DISK = ReadOptions.DEFAULTS.withMaxStreamMemory(0);

    @TempDir
    Path folder;

    private final StandardImage image = Samples.few(Mode.RGB, 40, 30);

    /** Files that are there before a test; other processes may leave theirs at any time. */
    private List<String> temporaryBefore = List.of();

    @BeforeEach
    void lookAround() throws IOException {
        temporaryBefore = temporary();
    }

    /** Names of files, and of those without a name that this process has open. */
    private static List<String> temporary() throws IOException {
        Pattern ours = Pattern.compile("imageop\\d+\\.tmp.*");
        List<String> found = new ArrayList<>();
        String[] names = new File(System.getProperty("java.io.tmpdir"))
                .list((at, name) -> ours.matcher(name).matches());
        found.addAll(names == null ? List.of() : List.of(names));
        Path descriptors = Path.of("/proc/self/fd");
        if (Files.isDirectory(descriptors)) {
            try (Stream<Path> links = Files.list(descriptors)) {
                links.filter(Files::isSymbolicLink)
                        .map(SourcesTest::target)
                        .filter(target -> ours.matcher(target.substring(target.lastIndexOf('/') + 1))
                                .matches())
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed in the meantime
        }
    }

    private byte[] bytes(String suffix) throws IOException {
        Path file = folder.resolve("a." + suffix);
        ImageFiles.write(image, file);
        return Files.readAllBytes(file);
    }

    /** Knows whether it was closed, and gives one to seven bytes at once. */
    private static final class Reluctant extends FilterInputStream {
        private boolean closed;
        private int calls;

        Reluctant(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            calls++;
            return super.read(target, offset, Math.min(count, 1 + calls % 7));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "tif", "bmp", "psd", "ppm", "pam", "iff", "tga"})
    void readsTheSameFromEverySource(String suffix) throws IOException {
        byte[] bytes = bytes(suffix);
        ImageLike expected = ImageFiles.read(folder.resolve("a." + suffix));
        List<ImageLike> read = new ArrayList<>();

        read.add(ImageFiles.read(bytes));
        for (ReadOptions options : List.of(ReadOptions.DEFAULTS, ON_DISK, ON_DISK.withMaxStreamMemory(100))) {
            Reluctant stream = new Reluctant(new ByteArrayInputStream(bytes));
            read.add(ImageFiles.read(stream, options));
            assertThat(stream.closed).isFalse();
            assertThat(stream.read()).isEqualTo(-1);

            ReadableByteChannel channel = Channels.newChannel(new Reluctant(new ByteArrayInputStream(bytes)));
            read.add(ImageFiles.read(channel, options));
            assertThat(channel.isOpen()).isTrue();

            ImageInputStream unknownEnd = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
            read.add(ImageFiles.read(unknownEnd, options));
            assertThat(unknownEnd.getStreamPosition()).isEqualTo(bytes.length);
        }
        try (ImageInputStream stream =
                new FileImageInputStream(folder.resolve("a." + suffix).toFile())) {
            read.add(ImageFiles.read(stream));
            assertThat(stream.getStreamPosition()).isEqualTo(bytes.length);
        }
        try (FileChannel channel = FileChannel.open(folder.resolve("a." + suffix))) {
            read.add(ImageFiles.read(channel));
            assertThat(channel.position()).isEqualTo(bytes.length);
        }

        for (ImageLike each : read) {
            assertThat(Images.sameContent(each, expected)).isTrue();
            assertThat(each.info().keySet()).isEqualTo(expected.info().keySet());
        }
        assertThat(temporary()).isSubsetOf(temporaryBefore);
    }

    @Test
    void whatStandsBeforeThePositionIsNotRead() throws IOException {
        byte[] png = bytes("png");
        // readers have no reason to look at what is behind the image
        byte[] both = new byte[11 + png.length + 200_000];
        System.arraycopy(png, 0, both, 11, png.length);
        Path file = Files.write(folder.resolve("both"), both);

        try (ImageInputStream stream = new FileImageInputStream(file.toFile());
                FileChannel channel = FileChannel.open(file);
                InputStream in = Files.newInputStream(file)) {
            stream.seek(11);
            channel.position(11);
            in.skipNBytes(11);
            assertThat(Images.sameContent(image, ImageFiles.read(stream))).isTrue();
            assertThat(Images.sameContent(image, ImageFiles.read(channel))).isTrue();
            assertThat(Images.sameContent(image, ImageFiles.read(in))).isTrue();
            assertThat(stream.getStreamPosition()).isEqualTo(both.length);
            assertThat(channel.position()).isEqualTo(both.length);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void messagesNameTheSource() throws IOException {
        byte[] junk = new byte[120];
        assertThatThrownBy(() -> ImageFiles.read(junk))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageStartingWith("The array of 120 bytes is not an image");
        assertThatThrownBy(() -> ImageFiles.read(new ByteArrayInputStream(junk)))
                .hasMessageStartingWith("The stream is not an image");
        assertThatThrownBy(() -> ImageFiles.read(Channels.newChannel(new ByteArrayInputStream(junk))))
                .hasMessageStartingWith("The channel is not an image");
        ImageFile file = ImageFiles.open(new ByteArrayInputStream(bytes("png")));
        try (file) {
            assertThat(file.name()).isEqualTo("the stream");
            assertThatThrownBy(() -> file.read(1))
                    .hasMessage(
                            "There is no frame 1 in the stream, which has 1; indices count from 0 [errors.md#no-such-index]");
        }
        assertThatThrownBy(file::read).hasMessageStartingWith("The stream was closed");
        byte[] half = Arrays.copyOf(bytes("png"), 200);
        assertThatThrownBy(() -> ImageFiles.read(half))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageStartingWith("The array of 200 bytes cannot be read as PNG: ");
    }

    @Test
    void emptySourcesAreRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        try (FileImageInputStream stream = new FileImageInputStream(empty.toFile())) {
            assertThatThrownBy(() -> ImageFiles.read(stream))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageStartingWith("The stream is empty")
                    .hasMessageEndingWith(" [errors.md#empty-file]");
        }
        assertThatThrownBy(() -> ImageFiles.read(new byte[0])).hasMessageStartingWith("The array of 0 bytes is empty");
        assertThatThrownBy(() -> ImageFiles.read(InputStream.nullInputStream()))
                .hasMessageStartingWith("The stream is empty");
    }

    /** Always the same byte, up to the day of judgement. */
    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 20, Long.MAX_VALUE})
    void aStreamThatNeverEndsStopsAtTheLimit(long inMemory) throws IOException {
        ReadOptions options = ReadOptions.DEFAULTS.withMaxStreamBytes(3_000_000).withMaxStreamMemory(inMemory);
        assertThatThrownBy(() -> ImageFiles.read(endless(), options))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageStartingWith("The stream has more bytes than the limit of 3000000")
                .hasMessageContaining("ReadOptions.withMaxStreamBytes")
                .hasMessageEndingWith(" [errors.md#limit-exceeded]");
        assertThat(temporary()).isSubsetOf(temporaryBefore);
    }

    @Test
    void limitsOfStreamsHoldToTheByte() throws IOException {
        byte[] bytes = bytes("png");
        ReadOptions exact = ReadOptions.DEFAULTS.withMaxStreamBytes(bytes.length);
        assertThat(Images.sameContent(image, ImageFiles.read(new ByteArrayInputStream(bytes), exact)))
                .isTrue();
        assertThatThrownBy(() ->
                        ImageFiles.read(new ByteArrayInputStream(bytes), exact.withMaxStreamBytes(bytes.length - 1)))
                .isInstanceOf(ImageFormatException.class);
        // arrays are there already
        assertThat(ImageFiles.read(bytes, exact.withMaxStreamBytes(1)).width()).isEqualTo(40);
        assertThatThrownBy(() -> exact.withMaxStreamBytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exact.withMaxStreamMemory(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void aFailureOfTheStreamIsNotChanged(long inMemory) throws IOException {
        byte[] bytes = bytes("png");
        IOException broken = new IOException("the line is dead");
        InputStream failing = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == bytes.length / 2) {
                    throw broken;
                }
                return bytes[at++] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> ImageFiles.read(failing, ReadOptions.DEFAULTS.withMaxStreamMemory(inMemory)))
                .isSameAs(broken);
        assertThat(temporary()).isSubsetOf(temporaryBefore);
    }

    @Test
    void closedSourcesAreRefusedAsTheyDo() throws IOException {
        Path file = folder.resolve("a.png");
        bytes("png");
        FileChannel channel = FileChannel.open(file);
        channel.close();
        assertThatThrownBy(() -> ImageFiles.read(channel)).isInstanceOf(ClosedChannelException.class);
        InputStream stream = InputStream.nullInputStream();
        stream.close();
        assertThatThrownBy(() -> ImageFiles.read(stream))
                .isInstanceOf(IOException.class)
                .hasMessage("Stream closed");
        FileImageInputStream closed = new FileImageInputStream(file.toFile());
        closed.close();
        assertThatThrownBy(() -> ImageFiles.read(closed))
                .isInstanceOf(IOException.class)
                .hasMessage("closed");
    }

    @Test
    void aChannelThatDoesNotBlockIsRefused() throws IOException {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel sink = pipe.sink()) {
            source.configureBlocking(false);
            sink.write(ByteBuffer.wrap(bytes("png"), 0, 100));
            assertThatThrownBy(() -> ImageFiles.read(source))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The channel moved no byte")
                    .hasMessageEndingWith(" [errors.md#moves-no-byte]");
        }
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> ImageFiles.read((byte[]) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ImageFiles.read((InputStream) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ImageFiles.read(new byte[1], null)).isInstanceOf(NullPointerException.class);
    }
}
