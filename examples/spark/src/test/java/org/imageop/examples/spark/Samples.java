package org.imageop.examples.spark;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Row;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;

/** Files of every kind, and what their pixels are: known by construction, or by ImageIO where the format loses something. */
final class Samples {
    static final int WIDTH = 7;
    static final int HEIGHT = 5;

    /** The samples of a pixel in the order of a row: grey, BGR or BGRA. */
    interface Pixels {
        int[] at(int x, int y);
    }

    /** What a row of an image is to hold. */
    record Expected(int type, int width, int height, Pixels pixels) {
        int channels() {
            return (type >> 3) + 1;
        }
    }

    private Samples() {}

    /** Writes all files that are images; what is expected of each, by its name. */
    static Map<String, Expected> images(Path folder) throws IOException {
        Map<String, Expected> images = new LinkedHashMap<>();
        for (int bits : List.of(8, 16)) {
            int depth = bits == 8 ? 0 : 2;
            images.put("grey" + bits + ".png", plain(depth, 1, false));
            images.put("rgb" + bits + ".png", plain(16 + depth, 3, false));
            images.put("rgba" + bits + ".png", plain(24 + depth, 4, true));
            png(folder.resolve("grey" + bits + ".png"), bits, 1, false);
            png(folder.resolve("rgb" + bits + ".png"), bits, 3, false);
            png(folder.resolve("rgba" + bits + ".png"), bits, 4, true);
            png(folder.resolve("la" + bits + ".png"), bits, 2, true);
            images.put("la" + bits + ".png", new Expected(24 + depth, WIDTH, HEIGHT, (x, y) -> {
                int grey = value(bits, x, y, 0);
                return new int[] {grey, grey, grey, value(bits, x, y, 1)};
            }));
        }
        images.put("palette.png", palette(folder.resolve("palette.png")));
        images.put("cmyk.tif", cmyk(folder.resolve("cmyk.tif")));

        Files.write(folder.resolve("inks.jpg"), encoded(StandardImage.filled(Mode.CMYK, 16, 8, 0, 0, 0, 255), "JPEG"));
        images.put("inks.jpg", new Expected(16, 16, 8, (x, y) -> new int[3]));

        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.write(inner.resolve("photo.jpg"), photo());
        BufferedImage photo = ImageIO.read(new ByteArrayInputStream(photo()));
        images.put(
                "inner/photo.jpg",
                new Expected(16, photo.getWidth(), photo.getHeight(), (x, y) -> bgr(photo.getRGB(x, y))));
        Files.write(inner.resolve("turned.jpg"), turned(photo()));
        int last = photo.getHeight() - 1;
        images.put(
                "inner/turned.jpg",
                new Expected(16, photo.getHeight(), photo.getWidth(), (x, y) -> bgr(photo.getRGB(y, last - x))));
        return images;
    }

    /** Writes all files that cannot be read; a part of the error of each, by its name. */
    static Map<String, String> failures(Path folder) throws IOException {
        Map<String, String> failures = new LinkedHashMap<>();
        Path whole = folder.resolve("cut.png");
        png(whole, 8, 3, false);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        failures.put("cut.png", "errors.md#damaged-file");
        Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(photo(), photo().length * 2 / 3));
        failures.put("cut.jpg", "errors.md#damaged-file");
        Files.writeString(folder.resolve("text.png"), "This is not an image.");
        failures.put("text.png", "errors.md#unknown-format");
        Files.createFile(folder.resolve("empty.png")); // of which Spark makes no row, in any source of files
        Files.write(folder.resolve("huge.png"), huge());
        failures.put("huge.png", "errors.md#limit-exceeded");
        FloatBuffer heights = FloatBuffer.wrap(new float[] {-5, 0, 150.5f, 300});
        ImageFiles.write(
                StandardImage.wrap(PixelLayout.ranged(Mode.L16, 2, 2, "L", new Plane.Range(-5, 300), heights, 0, 2)),
                folder.resolve("floats.tif"));
        failures.put("floats.tif", "would cut the numbers of this L16 image");
        return failures;
    }

    /** The sample of a channel of a pixel; as red, green, blue, alpha, or grey, alpha. */
    static int value(int bits, int x, int y, int channel) {
        int value = 29 * x + 47 * y + 83 * channel + 5;
        return bits == 8 ? value & 255 : (value * 523 + 1) & 65535;
    }

    private static Expected plain(int type, int channels, boolean alpha) {
        int bits = (type & 7) == 0 ? 8 : 16;
        return new Expected(type, WIDTH, HEIGHT, (x, y) -> {
            int[] pixel = new int[channels];
            for (int c = 0; c < channels; c++) {
                pixel[c] = value(bits, x, y, channels == 1 || c == 3 ? c : 2 - c);
            }
            return pixel;
        });
    }

    private static void png(Path file, int bits, int channels, boolean alpha) throws IOException {
        int type = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        ColorSpace colors = ColorSpace.getInstance(channels < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel model = new ComponentColorModel(
                colors, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, type);
        WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int c = 0; c < channels; c++) {
                    raster.setSample(x, y, c, value(bits, x, y, c));
                }
            }
        }
        write(new BufferedImage(model, raster, false, null), "png", file);
    }

    private static Expected palette(Path file) throws IOException {
        int[] colors = {0x102030, 0xff8000, 0x0080ff, 0xffffff};
        BufferedImage image = new BufferedImage(
                WIDTH,
                HEIGHT,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, 4, colors, 0, false, -1, DataBuffer.TYPE_BYTE));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, (x + y) % 4);
            }
        }
        write(image, "png", file);
        return new Expected(16, WIDTH, HEIGHT, (x, y) -> bgr(colors[(x + y) % 4]));
    }

    /** Full inks, whose colours are beyond dispute. */
    private static Expected cmyk(Path file) throws IOException {
        int[][] inks = {{0, 0, 0, 0}, {255, 0, 0, 0}, {0, 255, 0, 0}, {0, 0, 255, 0}, {0, 0, 0, 255}};
        int[] colors = {0xffffff, 0x00ffff, 0xff00ff, 0xffff00, 0x000000};
        StandardImage image = StandardImage.of(Mode.CMYK, WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.set(x, y, inks[(x + y) % 5]);
            }
        }
        ImageFiles.write(image, file);
        return new Expected(16, WIDTH, HEIGHT, (x, y) -> bgr(colors[(x + y) % 5]));
    }

    /** A JPEG file in whose picture no two corners are alike. */
    static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, 5 * x << 16 | 7 * y << 8 | (x * y & 255));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "jpeg", bytes)) {
            throw new IOException("JPEG cannot be written");
        }
        return bytes.toByteArray();
    }

    /** The file with the EXIF orientation 6 behind its first marker: to be shown turned clockwise. */
    static byte[] turned(byte[] jpeg) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(jpeg, 0, 2);
        out.writeShort(0xffe1);
        out.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        out.write("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(0x112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(6);
        out.writeShort(0);
        out.writeInt(0);
        out.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A small PNG file that announces 30000×30000 greys. */
    private static byte[] huge() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        fields.writeInt(30000);
        fields.writeInt(30000);
        fields.write(new byte[] {8, 0, 0, 0, 0});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        for (byte[] chunk : List.of(
                header.toByteArray(),
                "IDAT\170\234\3\0\0\0\0\1".getBytes(StandardCharsets.ISO_8859_1),
                "IEND".getBytes(StandardCharsets.US_ASCII))) {
            CRC32 sum = new CRC32();
            sum.update(chunk);
            out.writeInt(chunk.length - 4);
            out.write(chunk);
            out.writeInt((int) sum.getValue());
        }
        return bytes.toByteArray();
    }

    static void write(BufferedImage image, String format, Path file) throws IOException {
        if (!ImageIO.write(image, format, file.toFile())) {
            throw new IOException(format + " cannot be written");
        }
    }

    static byte[] encoded(StandardImage image, String format) throws IOException {
        return ImageFiles.encode(image, WriteOptions.DEFAULTS.withFormat(format));
    }

    static int[] bgr(int rgb) {
        return new int[] {rgb & 255, rgb >> 8 & 255, rgb >> 16 & 255};
    }

    /** A sample of a row, read from its bytes by hand. */
    static int sample(Row image, int x, int y, int channel) {
        byte[] data = image.getAs(5);
        int index = (y * image.getInt(2) + x) * image.getInt(3) + channel;
        return (image.getInt(4) & 7) == 0
                ? data[index] & 255
                : data[2 * index] & 255 | (data[2 * index + 1] & 255) << 8;
    }
}
