package org.imageop.imageio.formats.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.imageop.imageio.input.FileBytes;
import org.junit.jupiter.api.Test;

/** Headers of damaged files are read in bounded time. */
class JpegHeaderTest {
    /** Start of image, junk, and a frame header of four components, which stands alone. */
    private static FileBytes jpeg(int junk, byte[] pattern) {
        ByteBuffer out = ByteBuffer.allocate(2 + junk + 12).putShort((short) 0xffd8);
        while (out.position() < 2 + junk) {
            out.put(pattern, 0, Math.min(pattern.length, 2 + junk - out.position()));
        }
        out.putShort((short) 0xffc0)
                .putShort((short) 10)
                .put((byte) 8)
                .putInt(0)
                .put((byte) 4);
        return FileBytes.of(out.array());
    }

    @Test
    void junkBetweenSegmentsIsPassedOver() throws IOException {
        for (int junk : new int[] {0, 1, 4094, 4095, 4096, 4097, 5_000_000}) {
            assertThat(JpegHeader.read(jpeg(junk, new byte[1])).components()).isEqualTo(4);
        }
        byte[] stuffed = {(byte) 0xff, 0};
        byte[] fill = {(byte) 0xff};
        assertThat(JpegHeader.read(jpeg(8191, fill)).components()).isEqualTo(4);
        assertThat(JpegHeader.read(jpeg(8192, stuffed)).components()).isEqualTo(4);
    }

    @Test
    void junkIsReadByBlocksAndNotWithoutAnEnd() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        FileBytes zeros = new FileBytes("zeros", 1L << 28) {
            @Override
            public void fill(long position, ByteBuffer target) {
                reads.incrementAndGet();
                target.position(target.limit());
            }
        };
        assertThat(JpegHeader.read(zeros).components()).isZero();
        assertThat(reads).hasValueLessThan(10_000);
    }

    @Test
    void segmentsWithoutAnEndAreLeft() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(1 << 22).putShort((short) 0xffd8);
        while (out.remaining() >= 16) {
            out.putInt(0xffe5_0002);
        }
        out.putShort((short) 0xffc0)
                .putShort((short) 10)
                .put((byte) 8)
                .putInt(0)
                .put((byte) 4);
        assertThat(JpegHeader.read(FileBytes.of(out.array())).components()).isZero();
    }
}
