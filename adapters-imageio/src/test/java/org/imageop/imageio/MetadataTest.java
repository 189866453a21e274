package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata in files made byte by byte, and metadata through files of each format. */
class MetadataTest {
    private static final String XMP = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
            + " xmlns:t=\"http://ns.adobe.com/tiff/1.0/\" xmlns:d=\"http://example.org/d/\" t:Orientation=\"6\""
            + " d:kept=\"yes\"><t:ImageWidth>9</t:ImageWidth></rdf:Description></rdf:RDF></x:xmpmeta>";

    @TempDir
    Path folder;

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** A directory with one tag: an orientation as a number of a type. */
    private static byte[] exif(int type, byte[] value) {
        ByteBuffer out = ByteBuffer.allocate(26).order(ByteOrder.BIG_ENDIAN);
        out.put(latin("MM\0*")).putInt(8).putShort((short) 1);
        return out.putShort((short) 274)
                .putShort((short) type)
                .putInt(1)
                .put(Arrays.copyOf(value, 4))
                .array();
    }

    /** A directory with an orientation and the maker of a camera. */
    private static byte[] camera() {
        ByteBuffer out = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("II*\0")).putInt(8).putShort((short) 2);
        out.putShort((short) 271).putShort((short) 2).putInt(4).put(latin("abc\0"));
        out.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) 6);
        return out.array();
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(latin(type));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(latin(type))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    /** A grey pixel, with more chunks before it. */
    private Path png(byte[]... chunks) throws IOException {
        byte[] header = {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0};
        return Files.write(
                folder.resolve("a.png"),
                join(
                        latin("\u0089PNG\r\n\u001a\n"),
                        chunk("IHDR", header),
                        join(chunks),
                        chunk("IDAT", deflated(new byte[2])),
                        chunk("IEND", new byte[0])));
    }

    private Path jpeg(byte[]... segments) throws IOException {
        byte[] plain = ImageFiles.encode(StandardImage.of(Mode.RGB, 8, 8), WriteOptions.DEFAULTS.withFormat("JPEG"));
        return Files.write(
                folder.resolve("a.jpg"),
                join(Arrays.copyOf(plain, 2), join(segments), Arrays.copyOfRange(plain, 2, plain.length)));
    }

    private static byte[] segment(int marker, byte[]... parts) {
        byte[] data = join(parts);
        return join(
                new byte[] {(byte) 0xff, (byte) marker},
                new byte[] {(byte) (data.length + 2 >> 8), (byte) (data.length + 2)},
                data);
    }

    private static Map<String, Object> info(Path file) throws IOException {
        try (ImageFile open = ImageFiles.open(file)) {
            return open.info();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 06", "3, 0006", "4, 00000006", "6, 06", "8, 0006", "9, 00000006"})
    void D10_anOrientationIsOfAnyWholeType(int type, String value) throws IOException {
        byte[] block = exif(type, HexFormat.of().parseHex(value));
        assertThat(info(jpeg(segment(0xe1, latin("Exif\0\0"), block)))).containsEntry(InfoKeys.ORIENTATION, 6);
    }

    @Test
    void D10_aNegativeOrientationIsNone() throws IOException {
        byte[] block = exif(9, new byte[] {-1, -1, -1, -6});
        assertThat(info(jpeg(segment(0xe1, latin("Exif\0\0"), block)))).doesNotContainKey(InfoKeys.ORIENTATION);
    }

    @ParameterizedTest
    @CsvSource({"tEXt, exif", "zTXt, exif", "tEXt, APP1"})
    void D10_imageMagicksProfileHasAnOrientation(String type, String kind) throws IOException {
        byte[] bytes = join(latin("Exif\0\0"), exif(3, new byte[] {0, 6}));
        String hex = HexFormat.of().formatHex(bytes);
        byte[] text = latin("\n" + kind + "\n      " + bytes.length + "\n" + hex.substring(0, 30) + "\n"
                + hex.substring(30) + "\n");
        byte[] keyword = latin("Raw profile type " + kind + "\0");
        Path file = png(
                chunk(type, type.equals("tEXt") ? join(keyword, text) : join(keyword, new byte[1], deflated(text))));
        assertThat(info(file))
                .containsEntry(InfoKeys.ORIENTATION, 6)
                .containsEntry(InfoKeys.EXIF, exif(3, new byte[] {0, 6}))
                .doesNotContainKey(InfoKeys.TEXT);
    }

    @Test
    void D10_xmpHasAnOrientationUnlessExifHas() throws IOException {
        byte[] xmp = segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0"), latin(XMP));
        byte[] exif = segment(0xe1, latin("Exif\0\0"), exif(3, new byte[] {0, 8}));
        assertThat(info(jpeg(xmp))).containsEntry(InfoKeys.ORIENTATION, 6).containsEntry(InfoKeys.XMP, latin(XMP));
        assertThat(info(jpeg(xmp, exif))).containsEntry(InfoKeys.ORIENTATION, 8);
        assertThat(info(jpeg(exif, xmp))).containsEntry(InfoKeys.ORIENTATION, 8);
        assertThat(info(png(chunk("iTXt", join(latin("XML:com.adobe.xmp\0\0\0\0\0"), latin(XMP))))))
                .containsEntry(InfoKeys.ORIENTATION, 6);
    }

    /** Otherwise a program that goes by XMP turns upright pixels once more. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "psd", "gif"})
    void xmpIsWrittenWithTheOrientationOfThePixels(String suffix) throws IOException {
        StandardImage image = StandardImage.of(Mode.L, 2, 2);
        image.info().put(InfoKeys.XMP, latin(XMP));
        image.info().put(InfoKeys.ORIENTATION, 1);
        Path file = folder.resolve("a." + suffix);
        ImageFiles.write(image, file);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("t:Orientation=\"1\"").doesNotContain("t:Orientation=\"6\"");
    }

    /** What an image lacks is lost for good in a file, which has no word for it. */
    @Test
    void whatIsMissingIsNamedAsLost() throws IOException {
        StandardImage image = StandardImage.of(Mode.L, 2, 2);
        image.info().put(InfoKeys.MISSING, List.of("its last pixels: the file was cut off"));
        assertThat(ImageFiles.write(image, folder.resolve("a.png")).losses())
                .containsExactly("its last pixels: the file was cut off");
    }

    @Test
    void extendedXmpIsJoined() throws IOException {
        String digest = "0123456789ABCDEF0123456789ABCDEF";
        byte[] first = latin(XMP.replace(
                "d:kept", "xmlns:n=\"http://ns.adobe.com/xmp/note/\" n:HasExtendedXMP=\"" + digest + "\" d:kept"));
        byte[] second = latin(XMP.replace("t:Orientation=\"6\"", "d:more=\"too\""));
        byte[] half = Arrays.copyOf(second, 100);
        byte[] rest = Arrays.copyOfRange(second, 100, second.length);
        byte[] name = latin("http://ns.adobe.com/xmp/extension/\0" + digest);
        byte[] length = ByteBuffer.allocate(4).putInt(second.length).array();
        byte[] main = segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0"), first);
        byte[] a = segment(0xe1, name, length, new byte[4], half);
        byte[] b = segment(0xe1, name, length, new byte[] {0, 0, 0, 100}, rest);
        String joined = new String((byte[]) info(jpeg(main, b, a)).get(InfoKeys.XMP), StandardCharsets.UTF_8);
        assertThat(joined).contains("d:kept=\"yes\"", "d:more=\"too\"").doesNotContain("HasExtendedXMP");
        assertThat(info(jpeg(main, a)).get(InfoKeys.XMP))
                .as("a part is missing")
                .isEqualTo(first);
    }

    /** A packet of 300 kB, with a property that is larger than a segment, and many small ones. */
    static byte[] longXmp() {
        StringBuilder packet = new StringBuilder("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>"
                + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:p='urn:p' xmlns:dc='http://purl.org/dc/elements/1.1/'"
                + " dc:source='small &amp; first'><p:large>" + "ö".repeat(100_000) + "</p:large>");
        for (int i = 0; i < 2000; i++) {
            packet.append("<p:n%d><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></p:n%d>".formatted(i, "v" + i, i));
        }
        packet.append("</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>");
        return packet.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** By Adobe's specification, part 3, 1.1.3.1: the first packet fits a segment, and names the digest of all further parts. */
    @Test
    void longXmpIsWrittenIntoSeveralSegmentsOfJpeg() throws IOException, NoSuchAlgorithmException {
        StandardImage image = StandardImage.of(Mode.L, 2, 2);
        image.info().put(InfoKeys.XMP, longXmp());
        Path file = folder.resolve("long.jpg");
        assertThat(ImageFiles.write(image, file).losses()).containsExactly("lossy compression");

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).position(2);
        String main = "";
        String digest = "";
        ByteArrayOutputStream extension = new ByteArrayOutputStream();
        int length = -1;
        while (bytes.getShort() != (short) 0xffda) {
            byte[] segment = new byte[Short.toUnsignedInt(bytes.getShort()) - 2];
            bytes.get(segment);
            String text = new String(segment, StandardCharsets.UTF_8);
            if (text.startsWith("http://ns.adobe.com/xap/1.0/\0")) {
                main = text.substring(29);
            } else if (text.startsWith("http://ns.adobe.com/xmp/extension/\0")) {
                ByteBuffer head = ByteBuffer.wrap(segment, 67, 8);
                digest = text.substring(35, 67);
                length = head.getInt();
                assertThat(head.getInt()).isEqualTo(extension.size());
                extension.write(segment, 75, segment.length - 75);
            }
        }
        byte[] md5 = MessageDigest.getInstance("MD5").digest(extension.toByteArray());
        assertThat(extension.size()).isEqualTo(length);
        assertThat(digest).isEqualTo(HexFormat.of().withUpperCase().formatHex(md5));
        assertThat(main)
                .contains("HasExtendedXMP=\"" + digest + "\"", "small &amp; first", "<p:n1999>")
                .doesNotContain("öö");
        assertThat(extension.toString(StandardCharsets.UTF_8))
                .contains("ö".repeat(100_000))
                .doesNotContain("xpacket", "small &amp; first", "<p:n1999>");

        Map<String, Object> read =
                MetadataTags.xmp((byte[]) ImageFiles.read(file).info().get(InfoKeys.XMP));
        assertThat(read).isEqualTo(MetadataTags.xmp(longXmp())).hasSize(2002);
    }

    @Test
    void anXmpPacketWithEntitiesIsNotRead() throws IOException {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"6\">]>" + XMP.replace("\"6\"", "\"&a;\"");
        assertThat(info(jpeg(segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0"), latin(laughs)))))
                .containsKey(InfoKeys.XMP)
                .doesNotContainKey(InfoKeys.ORIENTATION);
    }

    @Test
    void chunksOfPngHaveTypedValues() throws IOException {
        ByteBuffer places = ByteBuffer.allocate(32);
        List.of(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000).forEach(places::putInt);
        Path file = png(
                chunk("gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f}),
                chunk("cHRM", places.array()),
                chunk("tRNS", new byte[] {0, 7}),
                chunk("bKGD", new byte[] {0, 9}),
                chunk("tEXt", latin("Author\0Zo\u00eb")),
                chunk("tEXt", latin("Comment\0first")),
                chunk("zTXt", join(latin("Title\0\0"), deflated(latin("packed")))),
                chunk(
                        "iTXt",
                        join(latin("Source\0\1\0en\0Quelle\0"), deflated("日本".getBytes(StandardCharsets.UTF_8)))));
        assertThat(info(file))
                .containsEntry(InfoKeys.GAMMA, 0.45455)
                .containsEntry(InfoKeys.CHROMATICITY, List.of(0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06))
                .containsEntry(InfoKeys.TRANSPARENCY, 7)
                .containsEntry(InfoKeys.BACKGROUND, 9)
                .containsEntry(InfoKeys.COMMENT, "first")
                .containsEntry(InfoKeys.TEXT, Map.of("Author", "Zoë", "Title", "packed", "Source", "日本"));
    }

    @Test
    void packedTextDoesNotGrowBeyondALimit() throws IOException {
        byte[] text = deflated(new byte[100_000_000]);
        assertThat(text.length).isLessThan(100_000);
        Map<String, Object> info =
                info(png(chunk("tEXt", latin("Author\0me")), chunk("zTXt", join(latin("Title\0\0"), text))));
        assertThat(info).containsEntry(InfoKeys.TEXT, Map.of("Author", "me"));
    }

    @Test
    void gifHasACommentAProfileAndXmp() throws IOException {
        byte[] plain = ImageFiles.encode(StandardImage.of(Mode.L, 2, 2), WriteOptions.DEFAULTS.withFormat("GIF"));
        int table = 13 + ((plain[10] & 0x80) == 0 ? 0 : 6 << (plain[10] & 7));
        byte[] trailer = new byte[258];
        trailer[0] = 1;
        for (int i = 0; i < 256; i++) {
            trailer[1 + i] = (byte) (255 - i);
        }
        byte[] blocks = join(
                latin("!\u00fe\3abc\2de\0"),
                latin("!\u00ff\13ICCRGBG1012\4prof\3ile\0"),
                latin("!\u00ff\13XMP DataXMP"),
                latin(XMP),
                trailer);
        Path file = Files.write(
                folder.resolve("a.gif"),
                join(Arrays.copyOf(plain, table), blocks, Arrays.copyOfRange(plain, table, plain.length)));
        assertThat(info(file))
                .containsEntry(InfoKeys.COMMENT, "abcde")
                .containsEntry(InfoKeys.ICC_PROFILE, latin("profile"))
                .containsEntry(InfoKeys.XMP, latin(XMP))
                .containsEntry(InfoKeys.ORIENTATION, 6);
    }

    @Test
    void bmpHasAProfile() throws IOException {
        byte[] plain = ImageFiles.encode(StandardImage.of(Mode.RGB, 1, 1), WriteOptions.DEFAULTS.withFormat("BMP"));
        byte[] profile = latin("any profile");
        ByteBuffer header = ByteBuffer.allocate(14 + 124).order(ByteOrder.LITTLE_ENDIAN);
        header.put(plain, 0, 54);
        header.putInt(2, 14 + 124 + 4 + profile.length).putInt(10, 14 + 124).putInt(14, 124);
        header.putInt(38, 11811)
                .putInt(42, 11811)
                .putInt(70, 0x4d424544)
                .putInt(126, 124 + 4)
                .putInt(130, profile.length);
        Path file =
                Files.write(folder.resolve("a.bmp"), join(header.array(), Arrays.copyOfRange(plain, 54, 58), profile));
        assertThat(info(file)).containsEntry(InfoKeys.ICC_PROFILE, profile).containsEntry(InfoKeys.COMPRESSION, "raw");
    }

    /** A BMP file of 1 pixel per metre. */
    @Test
    void D10_aResolutionWithoutSenseIsNone() throws IOException {
        byte[] bmp = ImageFiles.encode(StandardImage.of(Mode.RGB, 1, 1), WriteOptions.DEFAULTS.withFormat("BMP"));
        bmp[38] = 1;
        bmp[42] = 1;
        assertThat(info(Files.write(folder.resolve("a.bmp"), bmp))).doesNotContainKey(InfoKeys.DPI);
    }

    @ParameterizedTest
    @CsvSource({
        "png, 'dpi exif xmp comment text gamma chromaticity background orientation icc_profile'",
        "jpg, 'dpi exif xmp comment orientation icc_profile'",
        "tif, 'dpi exif xmp comment orientation icc_profile'",
        "psd, 'dpi exif xmp orientation icc_profile'",
        "gif, 'xmp comment'",
        "bmp, 'dpi'",
        "ppm, ''"
    })
    void whatAFormatHoldsIsKept(String suffix, String kept) throws IOException {
        StandardImage image = StandardImage.of(Mode.RGB, 9, 5);
        image.info().put(InfoKeys.DPI, List.of(300.0, 150.0));
        image.info().put(InfoKeys.EXIF, camera());
        image.info().put(InfoKeys.XMP, latin(XMP));
        image.info().put(InfoKeys.COMMENT, "für die Katz");
        image.info().put(InfoKeys.TEXT, Map.of("Author", "Zoë", "Own", "日本"));
        image.info().put(InfoKeys.GAMMA, 0.45455);
        image.info().put(InfoKeys.CHROMATICITY, List.of(0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06));
        image.info().put(InfoKeys.BACKGROUND, List.of(1, 2, 3));
        image.info().put(InfoKeys.ORIENTATION, 6);
        image.info().put(InfoKeys.ICC_PROFILE, OwnProfiles.RGB);
        Path file = folder.resolve("a." + suffix);
        List<String> losses = ImageFiles.write(image, file).losses();
        Map<String, Object> read = ImageFiles.read(file).info();
        for (String key : image.info().keySet()) {
            if (List.of(kept.split(" ")).contains(key)) {
                assertThat(losses).as(key).noneMatch(loss -> loss.startsWith("info " + key));
                assertThat(read).containsKey(key);
            } else if (!key.equals(InfoKeys.ICC_PROFILE)
                    && !(key.equals(InfoKeys.ORIENTATION) && suffix.equals("gif"))) {
                assertThat(losses).as(key).anyMatch(loss -> loss.startsWith("info " + key));
            }
        }
        if (kept.contains("comment")) {
            assertThat(read).containsEntry(InfoKeys.COMMENT, "für die Katz");
        }
        if (kept.contains("exif")) {
            assertThat(losses).noneMatch(loss -> loss.contains("Author"));
            assertThat(((Map<?, ?>) read.get(InfoKeys.TEXT)).get("Author")).isEqualTo("Zoë");
        }
    }

    @Test
    void theColourThatIsTransparentIsKept() throws IOException {
        StandardImage image = StandardImage.of(Mode.RGB48, 1, 1);
        image.info().put(InfoKeys.TRANSPARENCY, List.of(1, 500, 65535));
        Path file = folder.resolve("a.png");
        assertThat(ImageFiles.write(image, file).losses()).isEmpty();
        assertThat(info(file)).containsEntry(InfoKeys.TRANSPARENCY, List.of(1, 500, 65535));
    }

    @ParameterizedTest
    @CsvSource({"tiff_lzw", "tiff_adobe_deflate", "packbits"})
    void tiffKeepsALosslessCompression(String name) throws IOException {
        for (Mode mode : ImageFiles.formats().stream()
                .filter(f -> f.name().equals("TIFF"))
                .findFirst()
                .orElseThrow()
                .writes()) {
            StandardImage image = Samples.random(mode, 31, 40, 30);
            image.info().put(InfoKeys.COMPRESSION, name);
            Path file = folder.resolve("a.tif");
            ImageFiles.write(image, file);
            var read = ImageFiles.read(file);
            assertThat(org.imageop.Images.sameContent(image, read))
                    .as("%s", mode)
                    .isTrue();
            assertThat(read.info()).containsEntry(InfoKeys.COMPRESSION, name);
        }
    }
}
