package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import org.imageop.ImageSize;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.TiffTags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to take memory or time, and class loaders that must not be kept. */
class HostileFilesTest {
    /** 554 bytes that announce 100×100 pixels, in a frame of 32767×32767. */
    private static byte[] pict() {
        ByteBuffer file = ByteBuffer.allocate(554);
        file.position(512);
        file.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        file.putShort((short) 32767).putShort((short) 32767);
        file.put(HexFormat.of().parseHex("001102ff0c00ffffffff"));
        file.putInt(0).putInt(0).putInt(100 << 16).putInt(100 << 16).putInt(0);
        return file.putShort((short) 0xff).array();
    }

    @Test
    void theFrameOfAPictIsItsSize() throws IOException {
        try (ImageFile file = ImageFiles.open(pict())) {
            assertThat(file.size()).isEqualTo(new ImageSize(32767, 32767));
            assertThatThrownBy(file::read)
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("32767×32767")
                    .hasMessageEndingWith(" [errors.md#limit-exceeded]");
        }
    }

    /** Texts that unpack to 300 MB, in a picture of four pixels. */
    @Test
    void textsAreNotUnpackedForPixels() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[100_000]);
        }
        Object[] chunks = new Object[2 * 3000];
        for (int i = 0; i < chunks.length; i += 2) {
            chunks[i] = "zTXt";
            chunks[i + 1] = packed.toByteArray();
        }
        byte[] file = ReadingTest.png(2, 2, 8, 0, new byte[] {0, 1, 2, 0, 3, 4}, chunks);
        assertThat(ImageFiles.read(file).get(1, 1).value()).containsExactly(4);
    }

    @Test
    void tilesLargerThanTheLimitAreRefused() {
        ByteBuffer out = ByteBuffer.allocate(8 + 2 + 9 * 12 + 4 + 1).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 9);
        int[][] fields = {
            {256, 1}, {257, 1}, {258, 8}, {259, 1}, {262, 1}, {322, 1 << 20}, {323, 1 << 20}, {324, 122}, {325, 1}
        };
        for (int[] field : fields) {
            out.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
        }
        assertThatThrownBy(() -> ImageFiles.read(out.array()))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("contains an image of 1048576×1048576");
    }

    /** Bytes that count how often they are asked for. */
    private static final class Counted extends FileBytes {
        private final FileBytes bytes;
        private int calls;

        Counted(byte[] bytes) {
            super("counted", bytes.length);
            this.bytes = FileBytes.of(bytes);
        }

        @Override
        public void fill(long position, ByteBuffer target) throws IOException {
            calls++;
            bytes.fill(position, target);
        }
    }

    /** Each page has a tag of its own; a walk from the first page for each of them would ask millions of times. */
    @Test
    void thePlacesOfPagesAreFoundOnce() throws IOException {
        int pages = 3000;
        // far apart, so that no look-up has two of them
        int step = 9000;
        ByteBuffer out = ByteBuffer.allocate(8 + pages * step).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int i = 0; i < pages; i++) {
            out.position(8 + i * step);
            out.putShort((short) 1)
                    .putShort((short) 274)
                    .putShort((short) 3)
                    .putInt(1)
                    .putInt(1 + i % 8);
            out.putInt(i == pages - 1 ? 0 : 8 + (i + 1) * step);
        }
        Counted file = new Counted(out.array());
        for (int i = 0; i < pages; i++) {
            assertThat(TiffTags.read(file, i).orientation()).isEqualTo(1 + i % 8);
        }
        assertThat(file.calls).isLessThan(10 * pages);
    }

    /** In a process of its own, since the JDK looks for plugins once. */
    @ParameterizedTest
    @ValueSource(strings = {"collected", "without services"})
    void aLoaderOfItsOwnLeavesNoPluginBehindAndNeedsNoServices(String what) throws Exception {
        String classes = HostileFilesTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Djava.awt.headless=true",
                        "-Xmx128m",
                        // the JDK refers softly to types of method handles, and through them to classes of ours
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-cp",
                        classes,
                        LoaderProbe.class.getName(),
                        what,
                        path)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(output.strip()).isEqualTo(what);
    }
}
