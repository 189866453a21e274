package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads files made byte by byte or by the JDK alone. */
class ReadingTest {
    @TempDir
    Path folder;

    @Test
    void aPipeIsNotCalledEmpty() throws Exception {
        Path pipe = Specials.make(folder, "pipe", "mkfifo");
        assertThatThrownBy(() -> ImageFiles.open(pipe))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageStartingWith(pipe + " is a pipe or a device")
                .hasMessageContaining("read it as a stream")
                .hasMessageEndingWith(" [errors.md#no-regular-file]");
    }

    @Test
    void aDeviceIsNotCalledEmpty() throws Exception {
        Path zero = Specials.make(folder, "zero", "mknod", "c", "1", "5");
        assertThatThrownBy(() -> ImageFiles.read(zero))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageStartingWith(zero + " is a pipe or a device");
    }

    @Test
    void anInterruptionEndsOneReadAndNotTheFile() throws IOException {
        Path path = folder.resolve("a.png");
        StandardImage image = Samples.random(Mode.RGB, 300, 200, 1);
        ImageFiles.write(image, path);
        try (ImageFile file = ImageFiles.open(path)) {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(file::read).isInstanceOf(InterruptedIOException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(Images.sameContent(file.read(), image)).isTrue();
        }
    }

    /** A PNG file by the specification. */
    static byte[] png(int width, int height, int depth, int type, byte[] rows, Object... chunks) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) type);
        chunk(out, "IHDR", header.array());
        for (int i = 0; i < chunks.length; i += 2) {
            chunk(out, (String) chunks[i], (byte[]) chunks[i + 1]);
        }
        if (rows.length > 0) {
            chunk(out, "IDAT", deflate(rows));
        }
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"1, 85", "2, 90", "4, 120"})
    void greysOfFewBitsReadAsL(int depth, int packed) throws IOException {
        Path file = file("a.png", png(2, 1, depth, 0, bytes(0, packed)));
        ImageLike image = ImageFiles.read(file);
        int most = (1 << depth) - 1;
        assertThat(image.mode()).isEqualTo(Mode.L);
        assertThat(image.get(0, 0).value()).containsExactly((packed >> 8 - depth & most) * 255 / most);
        assertThat(image.get(1, 0).value()).containsExactly((packed >> 8 - 2 * depth & most) * 255 / most);
    }

    @Test
    void transparentGreyReadsAsGreyWithAlpha() throws IOException {
        Path file = file("a.png", png(2, 1, 8, 0, bytes(0, 77, 78), "tRNS", bytes(0, 77)));
        ImageLike image = ImageFiles.read(file);
        assertThat(image.mode()).isEqualTo(Mode.LA);
        assertThat(image.get(0, 0).value()).containsExactly(77, 0);
        assertThat(image.get(1, 0).value()).containsExactly(78, 255);
    }

    /** Packed pixels, of which the first, whose value is transparent, and what depth scales them to. */
    @ParameterizedTest
    @CsvSource({"1, 240, 0, 0, 255", "2, 27, 1, 0, 85", "4, 60, 3, 51, 204"})
    void transparentGreyOfFewBitsReadsAsGreyWithAlpha(int depth, int packed, int transparent, int first, int second)
            throws IOException {
        byte[] data = png(2, 1, depth, 0, bytes(0, depth == 1 ? 64 : packed), "tRNS", bytes(0, transparent));
        ImageLike image = ImageFiles.read(file("a.png", data));
        assertThat(image.mode()).isEqualTo(Mode.LA);
        assertThat(image.get(0, 0).value()).containsExactly(first, depth == 2 ? 255 : 0);
        assertThat(image.get(1, 0).value()).containsExactly(second, depth == 2 ? 0 : 255);
    }

    @Test
    void aTransparentColourReadsAsAlpha() throws IOException {
        byte[] transparent = bytes(0, 1, 0, 2, 0, 3);
        Path file = file("a.png", png(2, 1, 8, 2, bytes(0, 1, 2, 3, 1, 2, 4), "tRNS", transparent));
        ImageLike image = ImageFiles.read(file);
        assertThat(image.mode()).isEqualTo(Mode.RGBA);
        assertThat(image.get(0, 0).value()).containsExactly(1, 2, 3, 0);
        assertThat(image.get(1, 0).value()).containsExactly(1, 2, 4, 255);
    }

    @Test
    void aPaletteReadsByItsColours() throws IOException {
        byte[] colours = bytes(10, 20, 30, 40, 50, 60);
        ImageLike opaque = ImageFiles.read(file("a.png", png(2, 1, 8, 3, bytes(0, 0, 1), "PLTE", colours)));
        assertThat(opaque.mode()).isEqualTo(Mode.RGB);
        assertThat(opaque.get(1, 0).value()).containsExactly(40, 50, 60);
        ImageLike translucent =
                ImageFiles.read(file("b.png", png(2, 1, 8, 3, bytes(0, 0, 1), "PLTE", colours, "tRNS", bytes(128))));
        assertThat(translucent.mode()).isEqualTo(Mode.RGBA);
        assertThat(translucent.get(0, 0).value()).containsExactly(10, 20, 30, 128);
        assertThat(translucent.get(1, 0).value()).containsExactly(40, 50, 60, 255);
    }

    @Test
    void sixteenBitsStaySixteen() throws IOException {
        Path file = file("a.png", png(1, 1, 16, 4, bytes(0, 0x12, 0x34, 0xab, 0xcd)));
        ImageLike image = ImageFiles.read(file);
        assertThat(image.mode()).isEqualTo(Mode.LA32);
        assertThat(image.get(0, 0).value()).containsExactly(0x1234, 0xabcd);
    }

    @Test
    void damagedMetadataDoNotHideThePixels() throws IOException {
        byte[] whole = png(1, 1, 8, 0, bytes(0, 9), "iCCP", bytes(1, 2, 3), "iTXt", bytes(65));
        ImageLike image = ImageFiles.read(file("a.png", whole));
        assertThat(image.get(0, 0).value()).containsExactly(9);
        assertThat(image.info()).doesNotContainKey(InfoKeys.ICC_PROFILE);
    }

    @Test
    void anImageIsWrappedAroundWhatWasDecoded() throws IOException {
        ImageLike image = ImageFiles.read(file("a.png", png(1, 1, 8, 2, bytes(0, 1, 2, 3))));
        BufferedImage buffered = Images.to(image, BufferedImage.class);
        image.set(0, 0, 7, 8, 9);
        assertThat(buffered.getRaster().getPixel(0, 0, (int[]) null)).containsExactly(7, 8, 9);
    }

    @Test
    void greysBeyondOneAreMeasurements() throws IOException {
        WritableRaster raster =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, 5, 1, 1), null);
        raster.setPixels(0, 0, 5, 1, new float[] {-1, 0, 0.5f, 1, 2});
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, 1, DataBuffer.TYPE_FLOAT);
        Path file = folder.resolve("a.tif");
        write("com.sun.imageio.plugins.tiff.TIFFImageWriterSpi", new BufferedImage(model, raster, false, null), file);
        ImageLike image = ImageFiles.read(file);
        assertThat(image.mode()).isEqualTo(Mode.L16);
        assertThat(image.pixels()).extracting(p -> p.value()[0]).containsExactly(0, 21845, 32768, 43690, 65535);
    }

    @Test
    void radianceIsToned() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 8\n".getBytes(StandardCharsets.US_ASCII));
        // runs of 8: mantissas 128, 64, 32 and the exponent 129 - 128 - 8 are 1, 1/2 and 1/4
        out.writeBytes(bytes(2, 2, 0, 8, 136, 128, 136, 64, 136, 32, 136, 129));
        ImageLike image = ImageFiles.read(file("a.hdr", out.toByteArray()));
        assertThat(image.mode()).isEqualTo(Mode.RGB48);
        double[] light = {1, 0.5, 0.25};
        for (int c = 0; c < 3; c++) {
            assertThat((double) image.get(7, 0).value()[c]).isCloseTo(65535 * light[c] / (light[c] + 0.1), within(1.0));
        }
    }

    private static void write(String writer, BufferedImage image, Path file) throws IOException {
        Iterator<ImageWriterSpi> spis = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageWriterSpi.class, spi -> spi.getClass().getName().equals(writer), false);
        ImageWriter writing = spis.next().createWriterInstance();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writing.setOutput(out);
            writing.write(null, new IIOImage(image, null, null), null);
        } finally {
            writing.dispose();
        }
    }

    /** TGA headers, by the specification of Truevision. */
    private static byte[] tga(int type, int paletteSize, int paletteBits, int bits, int attributes, int... data) {
        ByteBuffer out = ByteBuffer.allocate(18 + data.length + 26).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0).put((byte) (paletteSize > 0 ? 1 : 0)).put((byte) type);
        out.putShort((short) 0).putShort((short) paletteSize).put((byte) paletteBits);
        out.putInt(0).putShort((short) 2).putShort((short) 1).put((byte) bits).put((byte) (attributes | 0x20));
        out.put(bytes(data)).putLong(0).put("TRUEVISION-XFILE.".getBytes(StandardCharsets.US_ASCII));
        return out.array();
    }

    @Test
    void greyWithAlphaOfTgaFilesStaysThat() throws IOException {
        ImageLike image = ImageFiles.read(file("a.tga", tga(3, 0, 0, 16, 8, 10, 200, 11, 201)));
        assertThat(image.mode()).isEqualTo(Mode.LA);
        assertThat(image.get(0, 0).value()).containsExactly(10, 200);
        assertThat(image.get(1, 0).value()).containsExactly(11, 201);
    }

    @Test
    void narrowPalettesOfTgaFilesReachWhite() throws IOException {
        ImageLike image = ImageFiles.read(file("a.tga", tga(1, 2, 16, 8, 0, 0xff, 0x7f, 0x08, 0x00, 0, 1)));
        assertThat(image.mode()).isEqualTo(Mode.RGB);
        assertThat(image.get(0, 0).value()).containsExactly(255, 255, 255);
        assertThat(image.get(1, 0).value()).containsExactly(0, 0, 66);
    }

    @Test
    void inkIsInkWhateverTheFileStores() throws IOException {
        StandardImage inks = Samples.smooth(Mode.CMYK, 40, 24);
        Path file = folder.resolve("a.jpg");
        ImageFiles.write(inks, file, WriteOptions.DEFAULTS.withQuality(1));
        // the JDK's own reader as a witness
        BufferedImage witness = readWithTheJdk(file);
        ImageLike image = ImageFiles.read(file);
        assertThat(image.mode()).isEqualTo(Mode.CMYK);
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 40; x++) {
                assertThat(image.get(x, y).value())
                        .containsExactly(witness.getRaster().getPixel(x, y, (int[]) null));
            }
        }
        assertThat(Samples.meanDistance(inks, image)).isLessThan(1);
    }

    private static BufferedImage readWithTheJdk(Path file) throws IOException {
        var spis = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        javax.imageio.spi.ImageReaderSpi.class,
                        spi -> spi.getClass().getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi"),
                        false);
        var reader = spis.next().createReaderInstance();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void framesAreReadOneByOne() throws IOException {
        Path file = folder.resolve("a.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 1; i <= 3; i++) {
                BufferedImage page = new BufferedImage(i, 2 * i, BufferedImage.TYPE_BYTE_GRAY);
                page.getRaster().setSample(0, 0, 0, 100 + i);
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        ImageFile pages = ImageFiles.open(file);
        try {
            assertThat(pages.frames()).isEqualTo(3);
            assertThat(pages.size()).isEqualTo(new ImageSize(1, 2));
            assertThat(pages.mode()).isEqualTo(Mode.L);
            assertThat(pages.format()).isEqualTo("TIFF");
            assertThat(pages.name()).isEqualTo(file.toString());
            ImageLike last = pages.read(2);
            assertThat(last.size()).isEqualTo(new ImageSize(3, 6));
            assertThat(last.get(0, 0).value()).containsExactly(103);
            assertThat(pages.read().get(0, 0).value()).containsExactly(101);
            assertThatThrownBy(() -> pages.read(3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> pages.read(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        } finally {
            pages.close();
        }
        assertThatThrownBy(pages::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed");
        pages.close();
    }

    @Test
    void theContentCountsAndNotTheSuffix() throws IOException {
        Path file = file("a.jpg", png(1, 1, 8, 0, bytes(0, 9)));
        assertThat(ImageFiles.read(file).info()).containsEntry(InfoKeys.FORMAT, "PNG");
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        Path text = file("a.png", "no image".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> ImageFiles.read(text))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(text.toString())
                .hasMessageContaining("PNG, JPEG");
        Path empty = file("b.png", new byte[0]);
        assertThatThrownBy(() -> ImageFiles.read(empty))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> ImageFiles.read(folder.resolve("c.png"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> ImageFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aDamagedFileIsRefusedWithAllReasons() throws IOException {
        byte[] whole = png(64, 64, 8, 0, new byte[64 * 65]);
        Path file = file("a.png", java.util.Arrays.copyOf(whole, 45));
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(file + " cannot be read as PNG")
                .hasMessageContaining("damaged")
                .satisfies(e -> assertThat(e.getCause()).isNotNull())
                .satisfies(e -> assertThat(e.getSuppressed()).isNotEmpty());
    }

    @Test
    void pluginsAreFoundWhateverTheThreadsClassLoaderSees() throws Exception {
        Path file = folder.resolve("a.tga");
        ImageFiles.write(StandardImage.of(Mode.L, 2, 2), file);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(ImageFiles.read(file).info()).containsEntry(InfoKeys.FORMAT, "TGA");
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
