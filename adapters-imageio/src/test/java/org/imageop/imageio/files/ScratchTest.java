package org.imageop.imageio.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file without a name is a file: a FileChannel does the same. */
class ScratchTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5000, 60_000, Long.MAX_VALUE})
    void doesWhatAFileDoes(long mostInMemory) throws IOException {
        SplittableRandom random = new SplittableRandom(mostInMemory);
        try (Scratch scratch = new Scratch(mostInMemory);
                FileChannel file = FileChannel.open(
                        folder.resolve("file"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            for (int step = 0; step < 2000; step++) {
                int number = random.nextInt(40_000);
                switch (random.nextInt(8)) {
                    case 0, 1 -> {
                        scratch.position(number);
                        file.position(number);
                    }
                    case 2 -> {
                        scratch.truncate(number);
                        file.truncate(number);
                    }
                    case 3, 4, 5 -> {
                        byte[] bytes = new byte[number % 3000];
                        random.nextBytes(bytes);
                        assertThat(scratch.write(ByteBuffer.wrap(bytes))).isEqualTo(file.write(ByteBuffer.wrap(bytes)));
                    }
                    default -> assertThat(read(scratch, number % 3000)).isEqualTo(read(file, number % 3000));
                }
                assertThat(scratch.size()).isEqualTo(file.size());
                assertThat(scratch.position()).isEqualTo(file.position());
            }
            file.position(0);
            byte[] whole = read(file, 1 << 20);
            assertThat(scratch.toByteArray()).isEqualTo(whole);
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            scratch.copyTo(copy);
            assertThat(copy.toByteArray()).isEqualTo(whole);
        }
    }

    private static byte[] read(SeekableByteChannel channel, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        byte[] read = new byte[bytes.position()];
        bytes.flip().get(read);
        return read;
    }

    /** A file of a few GB, of which almost nothing is on the disk. */
    @Test
    void whatNoArrayHoldsIsRefused() throws IOException {
        try (Scratch scratch = new Scratch(10)) {
            scratch.position(Integer.MAX_VALUE).write(ByteBuffer.wrap(new byte[1]));
            assertThat(scratch.size()).isEqualTo(1L << 31);
            assertThatThrownBy(scratch::toByteArray)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has 2147483648 bytes")
                    .hasMessageEndingWith(" [errors.md#file-too-long]");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100})
    void isOfNoUseOnceClosed(long mostInMemory) throws IOException {
        Scratch scratch = new Scratch(mostInMemory);
        scratch.write(ByteBuffer.wrap(new byte[10]));
        scratch.close();
        scratch.close();
        assertThat(scratch.isOpen()).isFalse();
        assertThatThrownBy(() -> read(scratch, 1)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> scratch.write(ByteBuffer.allocate(1))).isInstanceOf(ClosedChannelException.class);
    }
}
