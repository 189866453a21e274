package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uncommon kinds of common formats, of which readers return wrong pixels. docs/evidence/read.md has all kinds. */
class UncommonKindsTest {
    private static byte[] file(String head, int... bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        for (int b : bytes) {
            out.write(b);
        }
        return out.toByteArray();
    }

    private static List<List<Integer>> pixels(ImageLike image) {
        List<List<Integer>> pixels = new ArrayList<>();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                List<Integer> pixel = new ArrayList<>();
                for (int value : image.get(x, y).value()) {
                    pixel.add(value);
                }
                pixels.add(pixel);
            }
        }
        return pixels;
    }

    private static List<List<Integer>> pixels(byte[] file) throws IOException {
        ImageLike image = ImageFiles.read(file);
        try (ImageFile open = ImageFiles.open(file)) {
            assertThat(open.mode()).isEqualTo(image.mode());
        }
        return pixels(image);
    }

    /** Pillow 9.4 and ImageMagick round to these too. */
    @Test
    void samplesOfNetpbmFilesAreStretchedToTheNearest() throws IOException {
        assertThat(pixels(file("P5\n3 1\n100\n", 100, 69, 30)))
                .containsExactly(List.of(255), List.of(176), List.of(77));
        assertThat(pixels(file("P2\n# 7\n3 1\n1\n1 0 1\n"))).containsExactly(List.of(255), List.of(0), List.of(255));
        assertThat(pixels(file("P5\n2 1\n1000\n", 0, 132, 3, 232))).containsExactly(List.of(8651), List.of(65535));
        assertThat(pixels(file("P7\nWIDTH 1\nHEIGHT 1\nDEPTH 4\nMAXVAL 15\nTUPLTYPE RGB_ALPHA\nENDHDR\n", 1, 2, 3, 15)))
                .containsExactly(List.of(17, 34, 51, 255));
        assertThat(pixels(file("P7\nWIDTH 2\nHEIGHT 1\nDEPTH 1\nMAXVAL 1\nTUPLTYPE BLACKANDWHITE\nENDHDR\n", 1, 0)))
                .containsExactly(List.of(255), List.of(0));
        try (ImageFile open = ImageFiles.open(file("P5\n1 2\n100\n", 100, 30))) {
            assertThat(pixels(open.view(0))).containsExactly(List.of(255), List.of(77));
        }
    }

    @Test
    void floatsOfPfmFilesAreKept() throws IOException {
        ByteBuffer floats = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        floats.putFloat(0.5f).putFloat(19.375f).putFloat(-4.5f);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(file("Pf\n1 3\n-1.0\n"));
        out.writeBytes(floats.array());
        ImageLike image = ImageFiles.read(out.toByteArray());
        assertThat(image.mode()).isEqualTo(Mode.L16);
        assertThat(Images.rows(image).ranges()).containsExactly(new Plane.Range(-4.5, 19.375));
        double[] numbers = new double[3];
        for (int y = 0; y < 3; y++) {
            Images.rows(image).readNumbers(0, y, 1, numbers, y);
        }
        assertThat(numbers).containsExactly(-4.5, 19.375, 0.5);
    }

    private static byte[] tga(int type, int first, int entries, int entryBits, int descriptor, int... data) {
        byte[] head = new byte[18];
        head[1] = (byte) (entries > 0 ? 1 : 0);
        head[2] = (byte) type;
        head[3] = (byte) first;
        head[5] = (byte) entries;
        head[7] = (byte) entryBits;
        head[12] = 2;
        head[14] = 1;
        head[16] = (byte) (type == 1 ? 8 : 24);
        head[17] = (byte) descriptor;
        return file(new String(head, StandardCharsets.ISO_8859_1), data);
    }

    @Test
    void tgaRowsMayBeginAtTheRight() throws IOException {
        assertThat(pixels(tga(2, 0, 0, 0, 0x10, 3, 2, 1, 6, 5, 4))).containsExactly(List.of(4, 5, 6), List.of(1, 2, 3));
        assertThat(pixels(tga(2, 0, 0, 0, 0x20, 3, 2, 1, 6, 5, 4))).containsExactly(List.of(1, 2, 3), List.of(4, 5, 6));
    }

    @Test
    void tgaPalettesMayBeginAtAnotherIndexAndHave15Bits() throws IOException {
        assertThat(pixels(tga(1, 1, 2, 24, 0x20, 3, 2, 1, 6, 5, 4, 2, 1)))
                .containsExactly(List.of(4, 5, 6), List.of(1, 2, 3));
        assertThat(pixels(tga(1, 0, 2, 15, 0x20, 0xff, 0x7f, 0x1f, 0, 1, 0)))
                .containsExactly(List.of(0, 0, 255), List.of(255, 255, 255));
    }

    /** A run of three, and two samples as they are; the lower row first. */
    @Test
    void sgiRunsOfTwoBytesAreUnpacked() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(512 + 16 + 14 + 6);
        file.putShort((short) 474).put((byte) 1).put((byte) 2).putShort((short) 2);
        file.putShort((short) 5)
                .putShort((short) 2)
                .putShort((short) 1)
                .putInt(0)
                .putInt(65535);
        file.position(512).putInt(528).putInt(542).putInt(14).putInt(6);
        file.putShort((short) 3).putShort((short) 1000);
        file.putShort((short) 0x82)
                .putShort((short) 7)
                .putShort((short) 65535)
                .putShort((short) 0)
                .putShort((short) 0);
        file.putShort((short) 5).putShort((short) 300).putShort((short) 0);
        assertThat(pixels(file.array()).stream().map(pixel -> pixel.get(0)))
                .containsExactly(300, 300, 300, 300, 300, 1000, 1000, 1000, 7, 65535);
    }

    private static byte[] iff(String kind, int width, int planes, int masking, int mode, String palette, int... body) {
        ByteBuffer out = ByteBuffer.allocate(400);
        out.put(file("FORM")).putInt(0).put(file(kind)).put(file("BMHD")).putInt(20);
        out.putShort((short) width)
                .putShort((short) 1)
                .putInt(0)
                .put((byte) planes)
                .put((byte) masking);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0x101);
        out.putShort((short) width).putShort((short) 1);
        byte[] colors = HexFormat.of().parseHex(palette);
        out.put(file("CMAP")).putInt(colors.length).put(colors);
        out.put(file("CAMG")).putInt(4).putInt(mode);
        out.put(file("BODY")).putInt(body.length).put(file("", body));
        out.putInt(4, out.position() - 8);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** Two codes: the first colour, and green from its four bits, all of which count (15 is 255, as ilbmtoppm reads it). */
    @Test
    void holdAndModifyChangesAllBits() throws IOException {
        byte[] file = iff("ILBM", 2, 6, 0, 0x800, "114477001122", 0x40, 0, 0x40, 0, 0x40, 0, 0x40, 0, 0x40, 0, 0x40, 0);
        assertThat(pixels(file)).containsExactly(List.of(0x11, 0x44, 0x77), List.of(0x11, 255, 0x77));
    }

    @Test
    void masksOfIlbmPicturesAreAlpha() throws IOException {
        byte[] file = iff("ILBM", 3, 1, 1, 0, "0a0b0c1e1f20", 0xa0, 0, 0x60, 0);
        assertThat(pixels(file))
                .containsExactly(List.of(30, 31, 32, 0), List.of(10, 11, 12, 255), List.of(30, 31, 32, 255));
    }

    @Test
    void rowsOfPbmPicturesEndAtTheNextWord() throws IOException {
        byte[] file = iff("PBM ", 3, 8, 0, 0, "0a0b0c1e1f20", 1, 0, 1, 0);
        assertThat(pixels(file)).containsExactly(List.of(30, 31, 32), List.of(10, 11, 12), List.of(30, 31, 32));
    }

    /** An icon of two pixels and a mask that hides the first. */
    private static byte[] icon(int bits, int... colors) {
        ByteBuffer out = ByteBuffer.allocate(22 + 40 + colors.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        out.put((byte) 2).put((byte) 1).putShort((short) 0).putShort((short) 1).putShort((short) bits);
        out.putInt(44 + colors.length).putInt(22);
        out.putInt(40).putInt(2).putInt(2).putShort((short) 1).putShort((short) bits);
        out.position(62);
        out.put(file("", colors)).put((byte) 0x80);
        return out.array();
    }

    @ParameterizedTest
    @CsvSource({"16", "32"})
    void masksOfIconsHide(int bits) throws IOException {
        byte[] file = bits == 16 ? icon(16, 0x1f, 0, 0, 0x7c) : icon(32, 255, 0, 0, 0, 0, 0, 255, 0);
        assertThat(pixels(file)).containsExactly(List.of(0, 0, 255, 0), List.of(255, 0, 0, 255));
        byte[] own = icon(32, 255, 0, 0, 0, 0, 0, 255, 1);
        assertThat(pixels(own)).containsExactly(List.of(0, 0, 255, 0), List.of(255, 0, 0, 1));
    }

    /** libjpeg, and so Pillow and ImageMagick, heed JFIF. */
    @Test
    void jfifOverrulesAnAdobeSegmentThatSaysRgb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(Images.to(Samples.smooth(Mode.RGB, 16, 16), BufferedImage.class), "jpg", out);
        byte[] plain = out.toByteArray();
        int behind = 2 + 18;
        assertThat(new String(plain, 6, 4, StandardCharsets.US_ASCII)).isEqualTo("JFIF");
        ByteBuffer both = ByteBuffer.allocate(plain.length + 16);
        both.put(plain, 0, behind).put(HexFormat.of().parseHex("ffee000e41646f626500640000000000"));
        both.put(plain, behind, plain.length - behind);
        assertThat(pixels(both.array())).isEqualTo(pixels(plain));
    }

    /** Written by cwebp of libwebp 1.2.4 with {@code -alpha_method 0}: 4×3 pixels, alpha as it is from byte 39 on. */
    private static final String WEBP =
            "524946465800000057454250565038580a00000010000000030000020000414c50480d00000000fffa0a00"
                    + "8082812807ff00420056503820240000007001009d012a0400030007409625a0027401400000fccaeb8b9b230d7a95843764c80000";

    /** The numbers are those of dwebp for each filter of alpha. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "0 : 255 250 10 0 128 130 129 40 7 255 0 66",
                "1 : 255 249 3 3 127 1 130 170 134 133 133 199",
                "2 : 255 249 3 3 127 123 132 43 134 122 132 109",
                "3 : 255 249 3 3 127 251 134 174 134 254 137 243"
            })
    void alphaOfWebpFilesThatIsNotPackedIsRead(int filter, String expected) throws IOException {
        byte[] file = HexFormat.of().parseHex(WEBP);
        file[38] = (byte) (filter << 2);
        assertThat(pixels(file).stream().map(pixel -> pixel.get(3).toString()).toList())
                .containsExactly(expected.split(" "));
    }

    /** A merged picture of a pixel on white, with a count of layers below 0, which makes the further channel alpha. */
    private static byte[] psd(int mode, int bits, int... channels) {
        ByteBuffer out = ByteBuffer.allocate(200);
        out.put(file("8BPS")).putShort((short) 1).position(12);
        out.putShort((short) channels.length)
                .putInt(1)
                .putInt(1)
                .putShort((short) bits)
                .putShort((short) mode);
        out.putInt(0).putInt(0).putInt(4 + 50 + 4).putInt(50);
        out.putShort((short) -1).putInt(0).putInt(0).putInt(0).putInt(0).putShort((short) 0);
        out.put(file("8BIMnorm"))
                .putInt(0xff000000)
                .putInt(12)
                .putInt(0)
                .putInt(0)
                .putInt(0);
        out.putShort((short) 0).putInt(0).position(26 + 8 + 4 + 58);
        out.putShort((short) 0);
        for (int channel : channels) {
            if (bits == 8) {
                out.put((byte) channel);
            } else {
                out.putShort((short) channel);
            }
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** 40 at 20 % on white: 0.2 · 40 + 0.8 · 255 = 212. */
    @Test
    void coloursOfPsdFilesAreTakenOffTheWhite() throws IOException {
        assertThat(pixels(psd(3, 8, 212, 255, 204, 51))).containsExactly(List.of(40, 255, 0, 51));
        assertThat(pixels(psd(1, 8, 212, 51))).containsExactly(List.of(40, 51));
        int most = 65535;
        int white = most * 4 / 5;
        assertThat(pixels(psd(3, 16, white + 2000, most, white, most / 5)))
                .containsExactly(List.of(10000, most, 0, most / 5));
        assertThat(pixels(psd(3, 8, 9, 8, 7, 0))).containsExactly(List.of(9, 8, 7, 0));
    }
}
