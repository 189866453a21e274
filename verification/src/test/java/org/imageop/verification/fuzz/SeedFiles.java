package org.imageop.verification.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.imageio.FileFormat;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;

/** A small sound file for each way through a reader: of each format, and of each kind of compression and structure. */
final class SeedFiles {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private SeedFiles() {}

    /** Names, which begin with the format, and files. */
    static Map<String, byte[]> all() throws IOException {
        SeedFiles seeds = new SeedFiles();
        seeds.addWritten();
        seeds.addOfOtherWriters();
        seeds.addRecorded();
        seeds.addPaintFiles();
        seeds.addIcons();
        seeds.files.put("THUMBSDB", thumbs(seeds.files.get("JPEG L")));
        return seeds.files;
    }

    /** At most 4 values for each component, opaque or transparent. */
    private static StandardImage image(Mode mode, int side) {
        SplittableRandom random = new SplittableRandom(side);
        byte[] pixels = new byte[Math.toIntExact(mode.length(side, side))];
        for (int i = 0; i < pixels.length; i++) {
            boolean alpha = mode == Mode.RGBA && i % 4 == 3;
            pixels[i] = (byte) (alpha ? 255 : random.nextInt(4) * 85);
        }
        StandardImage image = StandardImage.ofBytes(mode, side, side, pixels);
        image.info().put(InfoKeys.DPI, List.of(300.0, 300.0));
        image.info().put(InfoKeys.COMMENT, "a comment");
        image.info().put(InfoKeys.ORIENTATION, 6);
        return image;
    }

    private void addWritten() throws IOException {
        for (FileFormat format : ImageFiles.formats()) {
            WriteOptions options = WriteOptions.DEFAULTS.withFormat(format.name());
            for (Mode mode : format.writes()) {
                files.put(format.name() + " " + mode, ImageFiles.encode(image(mode, 32), options));
            }
            if (format.frames()) {
                List<ImageLike> frames = IntStream.range(0, 3)
                        .mapToObj(i -> (ImageLike)
                                image(Mode.RGB, 12 - 2 * (format.name().equals("TIFF") ? i : 0)))
                        .toList();
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ImageFiles.writeFrames(frames, out, options);
                files.put(format.name() + " of frames", out.toByteArray());
            }
        }
    }

    /** Compressions that the library does not write, and formats of which a plugin writes what it reads. */
    private void addOfOtherWriters() throws IOException {
        for (String compression : List.of("LZW", "Deflate", "PackBits", "JPEG")) {
            for (boolean tiled : new boolean[] {false, true}) {
                files.put(
                        "TIFF " + compression + (tiled ? " tiles" : ""),
                        encode("com.sun.imageio.plugins.tiff.TIFF", image(Mode.RGB, 32), compression, tiled));
            }
        }
        BufferedImage bits = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_BINARY);
        bits.createGraphics().drawLine(3, 5, 30, 28);
        for (String compression : List.of("CCITT RLE", "CCITT T.4", "CCITT T.6")) {
            files.put("TIFF " + compression, encode("com.sun.imageio.plugins.tiff.TIFF", bits, compression, false));
        }
        files.put("WBMP", encode("com.sun.imageio.plugins.wbmp.WBMP", bits, "", false));
        files.put("BMP RLE", encode("com.sun.imageio.plugins.bmp.BMP", indexed(), "BI_RLE8", false));
        files.put("PICT", encode("com.twelvemonkeys.imageio.plugins.pict.PICT", image(Mode.RGB, 16), "", false));
        files.put("JPEG progressive", encode("com.sun.imageio.plugins.jpeg.JPEG", image(Mode.RGB, 16), "p", false));
        files.put("PNG interlaced", encode("com.sun.imageio.plugins.png.PNG", image(Mode.RGBA, 16), "p", false));
    }

    private static BufferedImage indexed() {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_INDEXED);
        image.createGraphics().fillRect(2, 2, 9, 9);
        return image;
    }

    /** What the writer of a class without {@code ImageWriterSpi} makes of it; {@code "p"} for progressive. */
    private static byte[] encode(String stem, Object image, String compression, boolean tiled) throws IOException {
        ImageWriter writer = writer(stem + "ImageWriterSpi").createWriterInstance();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (compression.equals("p")) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            } else if (!compression.isEmpty()) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            if (tiled) {
                param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                param.setTiling(16, 16, 0, 0);
            }
            BufferedImage pixels =
                    image instanceof BufferedImage buffered ? buffered : AwtImages.toBufferedImage((ImageLike) image);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static ImageWriterSpi writer(String name) {
        var known = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageWriterSpi.class, spi -> spi.getClass().getName().equals(name), false);
        if (known.hasNext()) {
            return known.next();
        }
        return ServiceLoader.load(ImageWriterSpi.class).stream()
                .filter(provider -> provider.type().getName().equals(name))
                .findFirst()
                .orElseThrow()
                .get();
    }

    /** Files of libwebp 1.2.4, as Pillow 9.4 calls it, and of cjpeg of libjpeg-turbo 2.1.5 with {@code -arithmetic}. */
    private void addRecorded() {
        addRecorded(
                "WEBP lossy",
                "UklGRoYAAABXRUJQVlA4IHoAAAAwAgCdASoQABAAAsBMJbACdAYvDWbbTlTaAAD++KcLkQtvORLQ1X3X3vhzBjAlXH8vmdLZqerr"
                        + "rjecEWYtJDA2w1yrx6UEl+PFyHZ8YjjNFWf7RuVI6rjbyZPi/5oGv2Zy3es0O/WJqKj87vDv5/ph/FDxnUvt1v4AAA==");
        addRecorded(
                "WEBP alpha",
                "UklGRrwAAABXRUJQVlA4WAoAAAAQAAAADwAADwAAQUxQSBkAAAABD/Ce/4iIQBZg8u6cQiqxJZ9BRP9bkFkuAFZQOCB8AAAAMAIA"
                        + "nQEqEAAQAALATCWwAnQGLw1m205UYwAA/vinC5ELbzkS0NV91974cwYwJVx/L5nS2anq6643nBFmLSQwNsNcq8elBJfjxch2nZnP"
                        + "Pj/2jcqSV18fkinZO/xJr+6/aojeOZYW/b3vgbfgkZn+f+fUH8UPGdS+3XuwAA==");
        addRecorded(
                "WEBP lossless",
                "UklGRk4AAABXRUJQVlA4TEIAAAAvD8ADEJmM6H9sIqL/AaVtI0kh6b/m/W7YYbFgivvj2EQIBJLEpl+MbNImabdcQpKFENKr46fL"
                        + "XLrg0ot0wfttIgE=");
        addRecorded(
                "WEBP of frames",
                "UklGRkgBAABXRUJQVlA4WAoAAAASAAAABQAABAAAQU5JTQYAAAAAAAAAAABBTk1GXAAAAAAAAAAAAAUAAAQAADIAAANWUDhMQwAA"
                        + "AC8FAAEQz2CYjeTc4RRnEQbnBmW05j8ODABlACgwQAEYCgB8AACgsG0jNde7e2aGiP4HtM99E0IZhw3qvGIj1lMuNXwAQU5NRlQA"
                        + "AAAAAAAAAAAEAAAEAAAyAAACVlA4TDwAAAAvBAABEK9AFgyaC2c4IYTToIzW/EeQFwALFLAAFAsAPAAAUNi2kZrq8TN/RP9jn/t+"
                        + "H3Mhl4pmjkgEFgVBTk1GXAAAAAAAAAAAAAUAAAQAADIAAAJWUDhMQwAAAC8FAAEQz2CYjeTc4RRnEQbnBmW05j8ODABlACgwQAEY"
                        + "CgB8AACgsG0jNde7e2aGiP7HR0tOvYVo5c4Kw2eUANo9ew0A");
        addRecorded(
                "JPEG arithmetic",
                "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO"
                        + "UlNSMj5aYVpQYEpRUk//yQALCAAQABABAREA/8wABgAQEAX/2gAIAQEAAD8A/wBxRaUIt/aOay0+/wBdmibdnEph5fDWYBVpqbN7"
                        + "YZzsDT+q6ot/JC/w2iSH0KhPWWVMb+nt5nPQ/9k=");
    }

    private void addRecorded(String name, String base64) {
        files.put(name, Base64.getDecoder().decode(base64));
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Bytes that are all below 0xc0, so that run lengths need no escape. */
    private static byte[] pixels(int count) {
        byte[] pixels = new byte[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = (byte) (i * 7 % 0xc0);
        }
        return pixels;
    }

    private static byte[] pcx(int bits, int planes, int width, int height) {
        int lineBytes = (width * bits + 15) / 16 * 2;
        ByteBuffer head = little(128);
        head.put((byte) 10).put((byte) 5).put((byte) 1).put((byte) bits);
        head.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) (width - 1))
                .putShort((short) (height - 1));
        head.putShort((short) 72).putShort((short) 72).put(pixels(48)).put((byte) 0);
        head.put((byte) planes).putShort((short) lineBytes).putShort((short) 1);
        byte[] palette = new byte[bits == 8 && planes == 1 ? 769 : 0];
        if (palette.length > 0) {
            palette[0] = 12;
        }
        return joined(head.array(), pixels(lineBytes * planes * height), palette);
    }

    private static byte[] sgi(boolean packed) {
        int side = 12;
        ByteBuffer file = ByteBuffer.allocate(4000);
        file.putShort((short) 474).put((byte) (packed ? 1 : 0)).put((byte) 1).putShort((short) 3);
        file.putShort((short) side)
                .putShort((short) side)
                .putShort((short) 3)
                .putInt(0)
                .putInt(255);
        file.position(512);
        int rows = side * 3;
        for (int i = 0; packed && i < rows; i++) {
            file.putInt(512 + 4 * i, 512 + 8 * rows + 3 * i).putInt(512 + 4 * (rows + i), 3);
        }
        file.position(packed ? 512 + 8 * rows : 512);
        for (int i = 0; i < rows; i++) {
            file.put(packed ? new byte[] {(byte) side, (byte) (i * 5), 0} : pixels(side));
        }
        return joined(java.util.Arrays.copyOf(file.array(), file.position()));
    }

    private void addPaintFiles() {
        files.put("PCX of 8 bits", pcx(8, 1, 17, 9));
        files.put("PCX of 24 bits", pcx(8, 3, 9, 8));
        files.put("PCX of planes", pcx(1, 4, 20, 10));
        ByteBuffer dcx = little(12).putInt(987654321).putInt(12).putInt(0);
        files.put("DCX", joined(dcx.array(), pcx(8, 1, 10, 6)));
        files.put("SGI", sgi(false));
        files.put("SGI of runs", sgi(true));
        byte[] radiance = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 2 +X 8\n".getBytes(US_ASCII);
        byte[] run = {2, 2, 0, 8, -120, -128, -120, 64, -120, 32, -120, -127};
        files.put("HDR", joined(radiance, run, run));
        files.put("PNM as text", "P3 # a\n2 2 255\n1 2 3 4 5 6\n7 8 9 10 11 12\n".getBytes(US_ASCII));
        files.put("PNM of bits", joined("P4\n9 3\n".getBytes(US_ASCII), pixels(6)));
        ByteArrayOutputStream mac = new ByteArrayOutputStream();
        mac.writeBytes(new byte[512]);
        for (int y = 0; y < 720; y++) {
            mac.writeBytes(new byte[] {(byte) (1 - 72), (byte) y});
        }
        byte[] macBinary = new byte[128];
        macBinary[1] = 1;
        macBinary[2] = 'a';
        System.arraycopy("PNTGMPNT".getBytes(US_ASCII), 0, macBinary, 65, 8);
        ByteBuffer.wrap(macBinary).putInt(83, mac.size());
        files.put("PNTG", joined(macBinary, mac.toByteArray()));
    }

    private void addIcons() {
        int side = 8;
        ByteBuffer bitmap = little(40 + side * side * 4 + side * 4);
        bitmap.putInt(40).putInt(side).putInt(2 * side).putShort((short) 1).putShort((short) 32);
        bitmap.position(40);
        bitmap.put(pixels(side * side * 4));
        byte[] png = files.get("PNG RGBA");
        for (String format : List.of("ICO", "CUR")) {
            ByteBuffer head = little(6 + 2 * 16);
            head.putShort((short) 0)
                    .putShort((short) (format.equals("ICO") ? 1 : 2))
                    .putShort((short) 2);
            int at = head.capacity();
            for (byte[] picture : List.of(bitmap.array(), png)) {
                int size = picture == png ? 32 : side;
                head.put((byte) size)
                        .put((byte) size)
                        .putShort((short) 0)
                        .putShort((short) 1)
                        .putShort((short) 32);
                head.putInt(picture.length).putInt(at);
                at += picture.length;
            }
            files.put(format, joined(head.array(), bitmap.array(), png));
        }
        byte[] runs = new byte[2 * 6]; // 130 and 126 pixels of a value, for each of three channels
        for (int c = 0; c < 3; c++) {
            runs[4 * c] = (byte) (125 + 130);
            runs[4 * c + 1] = (byte) (40 * c);
            runs[4 * c + 2] = (byte) (125 + 126);
        }
        ByteBuffer icon = ByteBuffer.allocate(8 + 8 + runs.length + 8 + 256);
        icon.put("icns".getBytes(US_ASCII)).putInt(icon.capacity());
        icon.put("is32".getBytes(US_ASCII)).putInt(8 + runs.length).put(runs);
        icon.put("s8mk".getBytes(US_ASCII)).putInt(8 + 256).put(pixels(256));
        files.put("ICNS of runs", icon.array());
    }

    /** Windows' thumbnails: a catalogue and a picture, in the sectors of a compound document. */
    private static byte[] thumbs(byte[] jpeg) {
        ByteBuffer catalog = little(16 + 24);
        catalog.putShort((short) 16).putShort((short) 7).putInt(1).putInt(96).putInt(96);
        catalog.putInt(24)
                .putInt(1)
                .putLong(0)
                .put("a.".getBytes(StandardCharsets.UTF_16LE))
                .putInt(0);
        ByteBuffer thumbnail = little(12 + jpeg.length)
                .putInt(12)
                .putInt(1)
                .putInt(jpeg.length)
                .put(jpeg);
        int first = (catalog.capacity() + 63) / 64;
        int second = (thumbnail.capacity() + 63) / 64;
        int sectors = ((first + second) * 64 + 511) / 512;
        ByteBuffer file = little(512 * (4 + sectors));
        file.putLong(0xe11ab1a1e011cfd0L).position(24);
        file.putShort((short) 0x3e)
                .putShort((short) 3)
                .putShort((short) -2)
                .putShort((short) 9)
                .putShort((short) 6);
        file.position(44);
        file.putInt(1)
                .putInt(1)
                .putInt(0)
                .putInt(4096)
                .putInt(2)
                .putInt(1)
                .putInt(-2)
                .putInt(0)
                .putInt(0);
        fill(file, 80, 512, -1);
        file.position(512);
        file.putInt(-3).putInt(-2).putInt(-2);
        chain(file, 3, sectors);
        fill(file, file.position(), 1024, -1);
        entry(file, 1024, "Root Entry", 5, -1, 1, 3, (first + second) * 64);
        entry(file, 1152, "Catalog", 2, 2, -1, 0, catalog.capacity());
        entry(file, 1280, "1", 2, -1, -1, first, thumbnail.capacity());
        file.position(1536);
        chain(file, 0, first);
        chain(file, first, second);
        fill(file, file.position(), 2048, -1);
        file.position(2048);
        file.put(catalog.array()).position(2048 + 64 * first);
        file.put(thumbnail.array());
        return file.array();
    }

    private static void chain(ByteBuffer file, int start, int count) {
        for (int i = 1; i <= count; i++) {
            file.putInt(i == count ? -2 : start + i);
        }
    }

    private static void fill(ByteBuffer file, int from, int to, int value) {
        for (int at = from; at < to; at += 4) {
            file.putInt(at, value);
        }
    }

    private static void entry(
            ByteBuffer file, int at, String name, int type, int next, int child, int start, int length) {
        byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
        file.position(at);
        file.put(letters).position(at + 64);
        file.putShort((short) (letters.length + 2)).put((byte) type).put((byte) 1);
        file.putInt(-1).putInt(next).putInt(child).position(at + 116);
        file.putInt(start).putInt(length);
    }
}
