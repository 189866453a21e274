package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.imageop.color.Profiles;
import org.imageop.spi.Losses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours on their way through files. The oracle is ColorConvertOp, on the numbers that a file has. */
class ProfilesInFilesTest {
    @TempDir
    Path folder;

    private static StandardImage image(Mode mode) {
        StandardImage image = Samples.smooth(mode, 9, 5);
        image.info().put(InfoKeys.ICC_PROFILE, OwnProfiles.of(mode));
        return image;
    }

    /** What 8-bit numbers of a profile are in sRGB. */
    private static BufferedImage oracle(ImageLike numbers, byte[] profile) {
        ColorModel model = new ComponentColorModel(
                new ICC_ColorSpace(ICC_Profile.getInstance(profile)),
                numbers.mode().hasAlpha(),
                false,
                numbers.mode().hasAlpha() ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE,
                DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(
                model, model.createCompatibleWritableRaster(numbers.width(), numbers.height()), false, null);
        for (int y = 0; y < numbers.height(); y++) {
            for (int x = 0; x < numbers.width(); x++) {
                image.getRaster().setPixel(x, y, samples(numbers, x, y));
            }
        }
        BufferedImage srgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(image, srgb);
    }

    private static int[] samples(ImageLike image, int x, int y) {
        int[] row = new int[image.components()];
        Images.rows(image).read(x, y, 1, row, 0);
        return row;
    }

    /** Compares an image, taken as sRGB, with the oracle. */
    private static void assertColors(ImageLike srgb, BufferedImage expected, int tolerance) {
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int[] found = samples(srgb, x, y);
                int argb = expected.getRGB(x, y);
                for (int c = 0; c < 3; c++) {
                    int value = found[found.length < 3 ? 0 : c];
                    assertThat(Math.abs(value - (argb >> 16 - 8 * c & 255)))
                            .as("component %s of (%s, %s): %s, %08x", c, x, y, Arrays.toString(found), argb)
                            .isLessThanOrEqualTo(tolerance);
                }
            }
        }
    }

    private static void assertShown(BufferedImage image, BufferedImage expected, int tolerance) {
        BufferedImage shown = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        shown.createGraphics().drawImage(image, 0, 0, null);
        assertColors(AwtImages.wrap(shown), expected, tolerance);
    }

    private static byte[] iccp(byte[] profile) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("name\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream out = new DeflaterOutputStream(chunk)) {
            out.write(profile);
        }
        return chunk.toByteArray();
    }

    /** Puts the parts of a profile behind the first two bytes of a JPEG file. */
    private static void addToJpeg(Path file, byte[] profile) throws IOException {
        byte[] plain = Files.readAllBytes(file);
        byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer whole = ByteBuffer.allocate(plain.length + 4 + name.length + profile.length);
        whole.put(plain, 0, 2).putShort((short) 0xffe2).putShort((short) (2 + name.length + profile.length));
        Files.write(
                file,
                whole.put(name).put(profile).put(plain, 2, plain.length - 2).array());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 3", "4, 2", "6, 4"})
    void K1_aPngHasTheColoursOfItsProfile(int type, int components) throws IOException {
        byte[] line = {0, 90, 55, 100, 10};
        byte[] data = Arrays.copyOf(line, 1 + components);
        data[components] = type >= 4 ? (byte) 255 : data[components];
        byte[] profile = type == 0 || type == 4 ? OwnProfiles.GREY : OwnProfiles.RGB;
        Path png = Files.write(folder.resolve("a.png"), ReadingTest.png(1, 1, 8, type, data, "iCCP", iccp(profile)));
        ImageLike read = ImageFiles.read(png);

        assertThat(samples(read, 0, 0)[0]).isEqualTo(90);
        assertThat(read.info()).containsEntry(InfoKeys.ICC_PROFILE, profile);
        BufferedImage expected = oracle(read, profile);
        assertColors(Profiles.toSrgb(read), expected, 1);
        var transfer = Images.transfer(read, BufferedImage.class, org.imageop.Copy.IF_NEEDED);
        assertThat(transfer.losses()).isEmpty();
        assertThat(transfer.shared()).isTrue();
        assertShown(transfer.image(), expected, 1);
    }

    @Test
    void K1_aPaletteHasTheColoursOfTheProfile() throws IOException {
        Path gif = folder.resolve("a.png");
        BufferedImage indexed = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.setRGB(0, 0, 0xffff0000);
        indexed.setRGB(1, 0, 0xff00ff00);
        indexed.setRGB(2, 0, 0xff336699);
        ImageIO.write(indexed, "png", gif.toFile());
        byte[] plain = Files.readAllBytes(gif);
        byte[] chunk = iccp(OwnProfiles.RGB);
        ByteBuffer whole = ByteBuffer.allocate(plain.length + 12 + chunk.length);
        whole.put(plain, 0, 33)
                .putInt(chunk.length)
                .put("iCCP".getBytes(StandardCharsets.US_ASCII))
                .put(chunk);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(whole.array(), 37, 4 + chunk.length);
        Files.write(
                gif,
                whole.putInt((int) crc.getValue())
                        .put(plain, 33, plain.length - 33)
                        .array());
        ImageLike read = ImageFiles.read(gif);

        BufferedImage expected = oracle(StandardImage.from(read, Mode.RGB), OwnProfiles.RGB);
        assertColors(Profiles.toSrgb(read), expected, 1);
        assertShown(Images.to(read, BufferedImage.class), expected, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif"})
    void K1_greyWithoutAProfileHasTheCurveOfSrgb(String suffix) throws IOException {
        Path file = folder.resolve("a." + suffix);
        ImageFiles.write(StandardImage.filled(Mode.LA, 2, 2, 100, 255), file);
        BufferedImage image = Images.to(ImageFiles.read(file), BufferedImage.class);
        assertThat(image.getRGB(1, 1)).isEqualTo(0xff646464);
    }

    @ParameterizedTest
    @CsvSource({"jpg,RGB", "jpg,L", "jpg,CMYK", "tif,RGB", "tif,L", "tif,CMYK", "psd,RGB", "psd,L", "psd,CMYK"})
    void K1_readersAndImageIoMeanTheSameColours(String suffix, Mode mode) throws IOException {
        Path file = folder.resolve("a." + suffix);
        StandardImage plain = Samples.smooth(mode, 9, 5);
        if (suffix.equals("jpg")) {
            ImageFiles.write(plain, file, WriteOptions.DEFAULTS.withQuality(1));
            addToJpeg(file, OwnProfiles.of(mode));
        } else {
            ImageFiles.write(image(mode), file);
        }
        ImageLike read = ImageFiles.read(file);
        assertThat(read.mode()).isEqualTo(mode);
        assertThat(Samples.meanDistance(read, plain)).isLessThan(2);
        assertThat(read.info()).containsEntry(InfoKeys.ICC_PROFILE, OwnProfiles.of(mode));
        BufferedImage expected = oracle(read, OwnProfiles.of(mode));
        assertColors(Profiles.toSrgb(read), expected, 1);
        boolean converted = mode == Mode.CMYK || suffix.equals("psd") && mode == Mode.L;
        if (!converted) {
            // other inks, and greys of PSD, become colours of AWT's own spaces in ImageIO, which are then all that is
            // known
            assertColors(Profiles.toSrgb(Images.of(ImageIO.read(file.toFile()))), expected, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "psd"})
    void K2_filesKeepTheProfileOfAnyImage(String suffix) throws IOException {
        for (Mode mode : format(suffix).writes()) {
            StandardImage image = image(mode);
            BufferedImage ofToolkit = Images.to(image, BufferedImage.class);
            for (ImageLike each : List.of(
                    image,
                    StandardImage.from(image, 20, 7),
                    Views.rotate90(Views.crop(image, 1, 1, 3, 2)),
                    Images.of(ofToolkit))) {
                Path file = folder.resolve(mode + "." + suffix);
                WriteResult written = ImageFiles.write(each, file, WriteOptions.DEFAULTS.withOverwrite(true));
                assertThat(written.losses())
                        .filteredOn(loss -> !loss.startsWith("lossy"))
                        .isEmpty();
                ImageLike read = ImageFiles.read(file);
                assertThat(read.info()).containsEntry(InfoKeys.ICC_PROFILE, OwnProfiles.of(mode));
                assertThat(read.mode()).isEqualTo(mode);
                if (!suffix.equals("jpg")) {
                    assertThat(Images.sameContent(read, each)).isTrue();
                }
            }
        }
    }

    private static FileFormat format(String suffix) {
        return ImageFiles.formats().stream()
                .filter(format -> format.suffixes().contains(suffix))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "psd"})
    void K1_filesOfNumbersWithoutAProfileHaveNone(String suffix) throws IOException {
        for (Mode mode : format(suffix).writes()) {
            Path file = folder.resolve(mode + "." + suffix);
            StandardImage plain = Samples.smooth(mode, 9, 5);
            for (ImageLike each : List.of(plain, Images.of(AwtImages.toBufferedImage(plain)))) {
                ImageFiles.write(each, file, WriteOptions.DEFAULTS.withOverwrite(true));
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("acsp", "iCCP");
                assertThat(ImageFiles.read(file).info()).doesNotContainKey(InfoKeys.ICC_PROFILE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "psd"})
    void K2_filesKeepLongProfiles(String suffix) throws IOException {
        byte[] profile = OwnProfiles.longer(OwnProfiles.RGB, 200_000);
        StandardImage image = Samples.smooth(Mode.RGB, 9, 5);
        image.info().put(InfoKeys.ICC_PROFILE, profile);
        image.info().put(InfoKeys.DPI, List.of(72.0, 72.0));
        Path file = folder.resolve("a." + suffix);
        assertThat(ImageFiles.write(image, file).losses()).doesNotContain(Losses.PROFILE);
        ImageLike read = ImageFiles.read(file);
        assertThat(read.info()).containsEntry(InfoKeys.ICC_PROFILE, profile);
        assertColors(
                read, oracle(image, ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()), 4);
        assertThat(ImageIO.read(file.toFile())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "gif", "ppm", "pgm", "pam", "tga", "iff"})
    void K4_formatsWithoutProfilesGetSrgb(String suffix) throws IOException {
        for (Mode mode : List.of(Mode.L, Mode.RGB)) {
            FileFormat format = format(suffix);
            boolean other = suffix.equals("pgm") && mode == Mode.RGB || suffix.equals("ppm") && mode == Mode.L;
            if (other || !format.writes().contains(mode)) {
                continue;
            }
            StandardImage image = image(mode);
            Path file = folder.resolve(mode + "." + suffix);
            assertThat(ImageFiles.write(image, file).losses())
                    .contains(Losses.TO_SRGB)
                    .doesNotContain(Losses.PROFILE);
            ImageLike read = ImageFiles.read(file);
            assertThat(read.info()).doesNotContainKey(InfoKeys.ICC_PROFILE);
            assertColors(read, oracle(image, OwnProfiles.of(mode)), 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif", "psd", "bmp", "tga"})
    void K6_theNumbersOfADamagedProfileAreWritten(String suffix) throws IOException {
        for (byte[] damaged : List.of(new byte[] {1, 2, 3}, Arrays.copyOf(OwnProfiles.RGB, 200))) {
            StandardImage image = image(Mode.RGB);
            image.info().put(InfoKeys.ICC_PROFILE, damaged);
            Path file = folder.resolve("a." + suffix);
            assertThat(ImageFiles.write(image, file, WriteOptions.DEFAULTS.withOverwrite(true))
                            .losses())
                    .containsExactly(Losses.PROFILE);
            ImageLike read = ImageFiles.read(file);
            assertThat(Images.sameContent(read, image)).isTrue();
            assertThat(read.info()).doesNotContainKey(InfoKeys.ICC_PROFILE);
        }
    }

    @Test
    void K5_aProfileOfSrgbIsNotALoss() throws IOException {
        StandardImage image = image(Mode.RGB);
        image.info()
                .put(
                        InfoKeys.ICC_PROFILE,
                        ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        assertThat(ImageFiles.write(image, folder.resolve("a.bmp")).losses()).isEmpty();
        assertThat(Images.sameContent(ImageFiles.read(folder.resolve("a.bmp")), image))
                .isTrue();
    }

    @Test
    void K5_inksWithoutTheirProfileKeepTheirNumbers() throws IOException {
        StandardImage image = image(Mode.CMYK);
        Path file = folder.resolve("a.pam");
        assertThat(ImageFiles.write(image, file).losses()).containsExactly(Losses.PROFILE);
    }

    /** A profile that only leads from inks to colours is all that a printed picture needs; PSD's reader refuses it. */
    @ParameterizedTest
    @ValueSource(strings = {"psd", "tif", "jpg"})
    void K2_inksKeepAProfileThatLeadsOneWay(String suffix) throws IOException {
        byte[] profile = OwnProfiles.CMYK.clone();
        ByteBuffer.wrap(profile).putInt(144, 0x7a7a7a30); // not B2A0
        StandardImage image = StandardImage.filled(Mode.CMYK, 8, 8, 10, 20, 30, 40);
        image.info().put(InfoKeys.ICC_PROFILE, profile);
        Path file = folder.resolve("inks." + suffix);
        assertThat(ImageFiles.write(image, file).losses()).doesNotContain(Losses.PROFILE);
        ImageLike read = ImageFiles.read(file);
        assertThat(read.mode()).isEqualTo(Mode.CMYK);
        assertThat((byte[]) read.info().get(InfoKeys.ICC_PROFILE)).isEqualTo(profile);
        for (int c = 0; c < 4; c++) {
            assertThat(read.get(3, 4).get(c)).isCloseTo(10 * (c + 1), Offset.offset(suffix.equals("jpg") ? 2 : 0));
        }
    }

    @Test
    void K2_inksGoFromJpegToTiff() throws IOException {
        Path jpeg = folder.resolve("a.jpg");
        ImageFiles.write(Samples.smooth(Mode.CMYK, 9, 5), jpeg);
        addToJpeg(jpeg, OwnProfiles.CMYK);
        ImageLike read = ImageFiles.read(jpeg);
        Path tiff = folder.resolve("a.tif");
        assertThat(ImageFiles.write(read, tiff).losses()).isEmpty();
        assertThat(Images.sameContent(ImageFiles.read(tiff), read)).isTrue();
        assertThat(ImageFiles.read(tiff).info()).containsEntry(InfoKeys.ICC_PROFILE, OwnProfiles.CMYK);
    }

    @Test
    void aProfileForOtherColoursIsAnEntryOfInfoThatIsLost() throws IOException {
        StandardImage image = Samples.smooth(Mode.L, 9, 5);
        image.info().put(InfoKeys.ICC_PROFILE, OwnProfiles.RGB);
        assertThat(ImageFiles.write(image, folder.resolve("a.png")).losses()).containsExactly("info icc_profile");
    }
}
