package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.imageio.metadata.TiffTags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to take memory or time, and class loaders that must not be kept. */
class HostileFilesTest {
    @TempDir
    Path folder;

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

    /** A progressive grey JPEG of one block row of coefficients, whose scans of AC say of all blocks that they are empty. */
    static byte[] scans(int width, int height, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HexFormat hex = HexFormat.of();
        out.writeBytes(hex.parseHex("ffd8ffdb004300" + "01".repeat(64)));
        out.writeBytes(hex.parseHex(String.format("ffc2000b08%04x%04x01011100", height, width)));
        // a code of one bit: the difference 0 of DC, and the longest run of empty blocks of AC
        out.writeBytes(hex.parseHex("ffc4001400" + "01" + "00".repeat(15) + "00"));
        out.writeBytes(hex.parseHex("ffc4001410" + "01" + "00".repeat(15) + "e0"));
        out.writeBytes(hex.parseHex("ffda0008010100000000"));
        out.writeBytes(new byte[(width + 7) / 8 * ((height + 7) / 8) / 8 + 1]);
        for (int i = 0; i < count; i++) {
            out.writeBytes(hex.parseHex("ffda00080101000101000000000000"));
        }
        out.writeBytes(hex.parseHex("ffd9"));
        return out.toByteArray();
    }

    @Test
    void scansBeyondTheLimitOfWorkAreRefused() {
        assertThatThrownBy(() -> ImageFiles.read(scans(4000, 4000, 2000)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(
                        "asks for 2001 passes over its 16000000 pixels, and the limit is 4294967296 samples")
                .hasMessageEndingWith(" [errors.md#limit-exceeded]");
    }

    /** A gigabyte of text in a megabyte, which this virtual machine could not hold. */
    @Test
    void aGigabyteOfTextIsLeftOut() throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        byte[] text = new byte[1 << 20];
        Arrays.fill(text, (byte) 'a');
        byte[] block = new byte[1 << 16];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        byte[] repeated = {};
        for (int i = 0; i < 3; i++) {
            deflater.setInput(text);
            repeated = Arrays.copyOf(block, deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH));
            packed.writeBytes(repeated);
        }
        deflater.end();
        for (int i = 3; i < 1024; i++) {
            packed.writeBytes(repeated);
        }
        byte[] file = ReadingTest.png(1, 1, 8, 0, new byte[] {0, 7}, "zTXt", packed.toByteArray());
        ImageLike image = ImageFiles.read(file);
        assertThat(image.get(0, 0).value()).containsExactly(7);
        assertThat(image.info())
                .doesNotContainKey(InfoKeys.COMMENT)
                .containsEntry(InfoKeys.MISSING, List.of("metadata beyond the limit of 67108864 bytes"));
    }

    /** A lossless WebP file of libwebp 1.2.4, of one colour. */
    @Test
    void zerosBehindAWebpAreNotLookedAt() throws IOException {
        byte[] webp = Base64.getDecoder()
                .decode(
                        "UklGRk4AAABXRUJQVlA4TEIAAAAvD8ADEJmM6H9sIqL/AaVtI0kh6b/m/W7YYbFgivvj2EQIBJLEpl+MbNImabdcQpKFENKr46fLXLrg"
                                + "0ot0wfttIgE=");
        CountedBytes counted = new CountedBytes(Arrays.copyOf(webp, 20_000_000));
        try (ImageFile file = ImageFile.open(counted, ReadOptions.DEFAULTS)) {
            assertThat(Images.sameContent(file.read(), ImageFiles.read(webp))).isTrue();
        }
        assertThat(counted.count()).isLessThan(1 << 20);
        for (int length : new int[] {webp.length - 1, webp.length - 20, 40}) {
            assertThatThrownBy(() -> ImageFiles.read(Arrays.copyOf(webp, length)))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageEndingWith(" [errors.md#damaged-file]");
        }
    }

    /**
     * Made by cjpeg of libjpeg-turbo 2.1.5, 16×16, grey, {@code -arithmetic -quality 60}. The libjpeg that some JDKs come with
     * decodes no such files.
     */
    @Test
    void arithmeticCodeThatIsCutIsRefusedOrNamed() throws IOException {
        byte[] jpeg = Base64.getDecoder()
                .decode("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNy"
                        + "wtQFdBRkxOUlNSMj5aYVpQYEpRUk//yQALCAAQABABAREA/8wABgAQEAX/2gAIAQEAAD8A/wBxRaUIt/aOay0+/wBd"
                        + "mibdnEph5fDWYBVpqbN7YZzsDT+q6ot/JC/w2iSH0KhPWWVMb+nt5nPQ/9k=");
        ReadOptions tolerant = ReadOptions.DEFAULTS.withTolerant(true);
        try {
            assertThat(ImageFiles.read(jpeg).info()).doesNotContainKey(InfoKeys.MISSING);
        } catch (ImageFormatException unknownToTheJdk) {
            assertThat(unknownToTheJdk).hasMessageContaining("arithmetic coding");
            assertThatThrownBy(() -> ImageFiles.read(Arrays.copyOf(jpeg, jpeg.length - 9), tolerant))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageEndingWith(" [errors.md#damaged-file]");
            return;
        }
        for (int length = jpeg.length - 1; length > jpeg.length - 50; length--) {
            byte[] cut = Arrays.copyOf(jpeg, length);
            assertThatThrownBy(() -> ImageFiles.read(cut))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageEndingWith(" [errors.md#damaged-file]");
            assertThat(ImageFiles.read(cut, tolerant).info())
                    .as("of %d bytes", length)
                    .containsEntry(InfoKeys.MISSING, List.of("its last pixels: the file was cut off"));
        }
    }

    /** An animation of empty frames on a large canvas. */
    @Test
    void aGifOfManyFramesOrALargeCanvasIsRefused() throws IOException {
        HexFormat hex = HexFormat.of();
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes(hex.parseHex("474946383961ffffffff800000000000ffffff"));
        byte[] frame = hex.parseHex("2c00000000010001000002024401003b");
        gif.write(frame, 0, frame.length - 1);
        gif.write(frame, 0, frame.length - 1);
        try (ImageFile file = ImageFiles.open(gif.toByteArray())) {
            assertThat(file.frames()).isEqualTo(2);
            assertThatThrownBy(file::read)
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("65535×65535")
                    .hasMessageEndingWith(" [errors.md#limit-exceeded]");
            assertThat(file.read(1).size()).isEqualTo(new ImageSize(1, 1));
        }
        for (int i = 0; i < 70_000; i++) {
            gif.write(frame, 0, frame.length - 1);
        }
        assertThatThrownBy(() -> ImageFiles.open(gif.toByteArray()).close())
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("has more images than the limit of 65536")
                .hasMessageEndingWith(" [errors.md#limit-exceeded]");
    }

    /** Where each format has its width and height, how long they are, and in which order. */
    @ParameterizedTest
    @CsvSource({
        "png, 16, 20, 4, true",
        "gif, 6, 8, 2, false",
        "bmp, 18, 22, 4, false",
        "psd, 18, 14, 4, true",
        "tga, 12, 14, 2, false"
    })
    void extremeSizesAreRefused(String suffix, int width, int height, int bytes, boolean big) throws IOException {
        Path path = folder.resolve("a." + suffix);
        ImageFiles.write(Samples.few(Mode.RGB, 12, 10), path);
        byte[] file = Files.readAllBytes(path);
        for (long side : new long[] {0, 30_000, (1L << 8 * bytes - 1) - 1, (1L << 8 * bytes) - 1}) {
            for (int at : new int[] {width, height}) {
                for (int i = 0; i < bytes; i++) {
                    file[at + i] = (byte) (side >> 8 * (big ? bytes - 1 - i : i));
                }
            }
            if (side == 0 && suffix.equals("gif")) {
                continue; // the frame is there all the same
            }
            try {
                ImageLike image = ImageFiles.read(file);
                fail("%s of %d was read as %s", suffix, side, image.size());
            } catch (ImageFormatException e) {
                assertThat(e).hasMessageContaining("[errors.md#");
            }
        }
    }

    /** Headers alone, whose sizes no file has pixels for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "P6 30000 30000 255\n",
                "P4\n2147483647 2147483647\n",
                "P5 99999999999 1 255\n",
                "P6 0 0 255\n",
                "P7\nWIDTH 30000\nHEIGHT 30000\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n",
                "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 2147483647 +X 2147483647\n"
            })
    void extremeSizesInWordsAreRefused(String header) {
        byte[] file = Arrays.copyOf(header.getBytes(StandardCharsets.US_ASCII), header.length() + 100);
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("[errors.md#");
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
        CountedBytes file = new CountedBytes(out.array());
        for (int i = 0; i < pages; i++) {
            assertThat(TiffTags.read(file, i).orientation()).isEqualTo(1 + i % 8);
        }
        assertThat(file.calls()).isLessThan(10 * pages);
    }

    /** A bitmap or an icon of 16×16 or 256×256 that wraps a JPEG file. */
    private static byte[] wrapped(String format, byte[] jpeg) {
        if (format.equals("ICNS")) {
            return ByteBuffer.allocate(16 + jpeg.length)
                    .put("icns".getBytes(StandardCharsets.US_ASCII))
                    .putInt(16 + jpeg.length)
                    .put("ic08".getBytes(StandardCharsets.US_ASCII))
                    .putInt(8 + jpeg.length)
                    .put(jpeg)
                    .array();
        }
        ByteBuffer bmp = ByteBuffer.allocate(54 + jpeg.length).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(54);
        bmp.putInt(40).putInt(16).putInt(16).putShort((short) 1).putShort((short) 0);
        int asJpeg = 4;
        return bmp.putInt(asJpeg).putInt(jpeg.length).put(54, jpeg).array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BMP", "ICNS"})
    void aJpegWithinAnotherFileIsCounted(String format) {
        byte[] large = wrapped(format, scans(60_000, 60_000, 1));
        assertThatThrownBy(() -> ImageFiles.read(large))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("contains an image of 60000×60000")
                .hasMessageEndingWith(" [errors.md#limit-exceeded]");
        byte[] slow = wrapped(format, scans(16, 16, 2000));
        assertThatThrownBy(() -> ImageFiles.read(slow, ReadOptions.DEFAULTS.withMaxWork(400_000)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("would pass for 512256 samples in all, and the limit is 400000 samples")
                .hasMessageEndingWith(" [errors.md#limit-exceeded]");
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
