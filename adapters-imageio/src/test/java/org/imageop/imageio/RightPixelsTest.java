package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.junit.jupiter.api.Test;

/** Files that readers get wrong, or read although something is missing. */
class RightPixelsTest {
    private static final ReadOptions TOLERANT = ReadOptions.DEFAULTS.withTolerant(true);

    /** Written by Pillow 9.4: {@code Image.new("RGB", (256, 256), (10, 200, 30)).save(f, lossless=True)}. */
    private static final String SOLID_WEBP =
            "5249464624000000574542505650384c180000002fffc03f000750e42ad4a3ff010045faff9f22fa9ffadf7f";

    @Test
    void smallLosslessWebpFilesAreNotTakenForHostile() throws IOException {
        ImageLike image = ImageFiles.read(HexFormat.of().parseHex(SOLID_WEBP));
        assertThat(image.size()).isEqualTo(new org.imageop.ImageSize(256, 256));
        assertThat(image.get(255, 255).value()).containsExactly(10, 200, 30);
        assertThatThrownBy(() ->
                        ImageFiles.read(HexFormat.of().parseHex(SOLID_WEBP), ReadOptions.DEFAULTS.withMaxPixels(65535)))
                .hasMessageEndingWith(" [errors.md#limit-exceeded]");
    }

    /** Four planes of a bit, with rows padded to an even number of bytes, and a palette of 16 greys. */
    @Test
    void planesOfBitsAreNotShifted() throws IOException {
        int width = 20;
        int height = 5;
        ByteBuffer file = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 10).put((byte) 5).put((byte) 1).put((byte) 1);
        file.putInt(0)
                .putShort((short) (width - 1))
                .putShort((short) (height - 1))
                .putInt(0);
        for (int i = 0; i < 16; i++) {
            file.put((byte) (17 * i)).put((byte) (17 * i)).put((byte) (255 - i));
        }
        file.put(65, (byte) 4).putShort(66, (short) 4).position(128);
        for (int y = 0; y < height; y++) {
            for (int plane = 0; plane < 4; plane++) {
                for (int b = 0; b < 4; b++) {
                    int bits = 0;
                    for (int x = 8 * b; x < 8 * b + 8; x++) {
                        bits = bits << 1 | (x < width ? (x + y) % 16 >> plane & 1 : 1);
                    }
                    file.put((byte) 0xc1).put((byte) bits);
                }
            }
        }
        ImageLike image = ImageFiles.read(Arrays.copyOf(file.array(), file.position()));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int index = (x + y) % 16;
                assertThat(image.get(x, y).value()).containsExactly(17 * index, 17 * index, 255 - index);
            }
        }
    }

    @Test
    void theSmallestTgaFilesAreRead() throws IOException {
        byte[] file = new byte[18 + 3];
        file[2] = 2;
        file[12] = 1;
        file[14] = 1;
        file[16] = 24;
        file[18] = 30;
        file[19] = 20;
        file[20] = 10;
        assertThat(ImageFiles.read(file).get(0, 0).value()).containsExactly(10, 20, 30);
    }

    @Test
    void alphaOfBmpHeadersOfVersion3IsKept() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(14 + 56 + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(78).putInt(0).putInt(70);
        file.putInt(56)
                .putInt(2)
                .putInt(1)
                .putShort((short) 1)
                .putShort((short) 32)
                .putInt(3)
                .putInt(8);
        file.putInt(0).putInt(0).putInt(0).putInt(0);
        file.putInt(0xff0000).putInt(0xff00).putInt(0xff).putInt(0xff000000);
        file.putInt(0x800a141e).putInt(0x01020304);
        ImageLike image = ImageFiles.read(file.array());
        assertThat(image.mode()).isEqualTo(Mode.RGBA);
        assertThat(image.get(0, 0).value()).containsExactly(10, 20, 30, 128);
        assertThat(image.get(1, 0).value()).containsExactly(2, 3, 4, 1);
    }

    /** An icon of 1024 pixels whose data begin as JPEG 2000 does. */
    @Test
    void anIconThatNoReaderKnowsIsRefusedOrNamed() throws IOException {
        byte[] jp2 = HexFormat.of().parseHex("0000000c6a5020200d0a870a0000001466747970");
        ByteBuffer file = ByteBuffer.allocate(16 + jp2.length);
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity());
        file.put("ic09".getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + jp2.length)
                .put(jp2);
        assertThatThrownBy(() -> ImageFiles.read(file.array()))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("lacks all pixels")
                .hasMessageContaining("JPEG 2000");
        ImageLike empty = ImageFiles.read(file.array(), TOLERANT);
        assertThat((List<?>) empty.info().get(InfoKeys.MISSING)).hasSize(1);
    }

    private static byte[] progressiveJpeg() throws IOException {
        BufferedImage image = Images.to(Samples.smooth(Mode.RGB, 40, 30), BufferedImage.class);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    @Test
    void aProgressiveJpegThatLacksScansIsRefusedOrNamed() throws IOException {
        byte[] whole = progressiveJpeg();
        int[] scans = java.util.stream.IntStream.range(0, whole.length - 1)
                .filter(i -> whole[i] == (byte) 0xff && whole[i + 1] == (byte) 0xda)
                .toArray();
        assertThat(scans).hasSizeGreaterThan(4);
        assertThat(ImageFiles.read(whole).info()).doesNotContainKey(InfoKeys.MISSING);
        // the end mark alone spoils nothing
        assertThat(ImageFiles.read(Arrays.copyOf(whole, whole.length - 2)).info())
                .doesNotContainKey(InfoKeys.MISSING);
        for (int i = 1; i < scans.length; i++) {
            byte[] cut = Arrays.copyOf(whole, scans[i]);
            assertThatThrownBy(() -> ImageFiles.read(cut))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("was cut off")
                    .hasMessageContaining("withTolerant(true)");
            assertThat(ImageFiles.read(cut, TOLERANT).info())
                    .containsEntry(InfoKeys.MISSING, List.of("its last pixels: the file was cut off"));
        }
    }

    @Test
    void passesOverAllPixelsAreCounted() throws IOException {
        byte[] whole = progressiveJpeg();
        assertThat(ImageFiles.read(whole, ReadOptions.DEFAULTS.withMaxWork(40 * 30 * 20))
                        .width())
                .isEqualTo(40);
        assertThatThrownBy(() -> ImageFiles.read(whole, ReadOptions.DEFAULTS.withMaxWork(40 * 30 * 4)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("passes over its 1200 pixels")
                .hasMessageEndingWith(" [errors.md#limit-exceeded]");
    }

    /** A PSD file of one pixel; its channels are stored inverted if they are inks. */
    private static byte[] psd(int colors, int bits, int... samples) {
        ByteBuffer file = ByteBuffer.allocate(26 + 12 + 2 + samples.length * bits / 8);
        file.put("8BPS".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1).position(12);
        file.putShort((short) samples.length)
                .putInt(1)
                .putInt(1)
                .putShort((short) bits)
                .putShort((short) colors);
        file.position(26 + 12 + 2);
        for (int sample : samples) {
            if (bits == 8) {
                file.put((byte) sample);
            } else {
                file.putShort((short) sample);
            }
        }
        return file.array();
    }

    @Test
    void furtherChannelsOfPsdFilesAreRefusedOrNamed() throws IOException {
        byte[] file = psd(3, 16, 1000, 2000, 3000, 4000);
        assertThatThrownBy(() -> ImageFiles.read(file)).hasMessageEndingWith(" [errors.md#channels-left-out]");
        ImageLike image = ImageFiles.read(file, TOLERANT);
        assertThat(image.get(0, 0).value()).containsExactly(1000, 2000, 3000);
        assertThat(image.info()).containsEntry(InfoKeys.MISSING, List.of("1 channel that is not a colour"));
        try (ImageFile open = ImageFiles.open(file)) {
            assertThat(open.channels(0))
                    .extracting(c -> c.get(0, 0).value()[0])
                    .containsExactly(1000, 2000, 3000, 4000);
        }
        try (ImageFile open = ImageFiles.open(psd(4, 8, 255, 155, 55, 0, 77))) {
            assertThat(open.channels(0)).extracting(c -> c.get(0, 0).value()[0]).containsExactly(0, 100, 200, 255, 77);
        }
    }

    @Test
    void theComponentsOfOtherFilesAreTheirChannels() throws IOException {
        byte[] file = ImageFiles.encode(Samples.random(Mode.RGBA, 3, 2, 1), WriteOptions.DEFAULTS.withFormat("PNG"));
        try (ImageFile open = ImageFiles.open(file)) {
            assertThat(open.channels(0)).hasSize(4).allMatch(channel -> channel.mode() == Mode.L);
            assertThat(open.channels(0).get(3).get(1, 1).value()[0])
                    .isEqualTo(open.read().get(1, 1).value()[3]);
        }
    }
}
