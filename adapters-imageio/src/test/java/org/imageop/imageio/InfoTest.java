package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.spi.Losses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of files. */
class InfoTest {
    @TempDir
    Path folder;

    /** An EXIF block with an orientation and 150 by 300 pixels per inch. */
    private static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer out = ByteBuffer.allocate(8 + 2 + 4 * 12 + 4 + 16).order(order);
        String mark = order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM";
        out.put(mark.getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        out.putShort((short) 4);
        out.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        out.putShort((short) 282).putShort((short) 5).putInt(1).putInt(62);
        out.putShort((short) 283).putShort((short) 5).putInt(1).putInt(70);
        out.putShort((short) 296)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 2)
                .putShort((short) 0);
        return out.putInt(0).putInt(300).putInt(2).putInt(300).putInt(1).array();
    }

    private Path jpeg(byte[]... segments) throws IOException {
        Path file = folder.resolve("a.jpg");
        ImageFiles.write(StandardImage.of(Mode.RGB, 8, 8), file);
        byte[] plain = Files.readAllBytes(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        for (byte[] segment : segments) {
            out.writeBytes(segment);
        }
        out.write(plain, 2, plain.length - 2);
        return Files.write(file, out.toByteArray());
    }

    private static byte[] segment(int marker, String name, byte[] data) {
        byte[] prefix = name.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(4 + prefix.length + data.length)
                .putShort((short) (0xff00 | marker))
                .putShort((short) (2 + prefix.length + data.length))
                .put(prefix)
                .put(data)
                .array();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationIsReportedAndNotApplied(int orientation) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            byte[] exif = exif(orientation, order);
            var ofJpeg = ImageFiles.read(jpeg(segment(0xe1, "Exif\0\0", exif)));
            assertThat(ofJpeg.info())
                    .containsEntry(InfoKeys.ORIENTATION, orientation)
                    .containsEntry(InfoKeys.DPI, List.of(150.0, 300.0))
                    .containsEntry(InfoKeys.EXIF, exif);
            Path png = Files.write(folder.resolve("a.png"), ReadingTest.png(3, 1, 8, 0, new byte[4], "eXIf", exif));
            var ofPng = ImageFiles.read(png);
            assertThat(ofPng.width()).isEqualTo(3);
            assertThat(ofPng.info()).containsEntry(InfoKeys.ORIENTATION, orientation);
        }
    }

    @Test
    void anOrientationWithoutSenseIsNone() throws IOException {
        var image = ImageFiles.read(jpeg(segment(0xe1, "Exif\0\0", exif(9, ByteOrder.BIG_ENDIAN))));
        assertThat(image.info()).doesNotContainKey(InfoKeys.ORIENTATION).containsKey(InfoKeys.DPI);
    }

    @Test
    void aCutExifBlockIsNoObstacle() throws IOException {
        byte[] exif = exif(6, ByteOrder.LITTLE_ENDIAN);
        for (int length = 0; length < exif.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(exif, length);
            assertThat(ImageFiles.read(jpeg(segment(0xe1, "Exif\0\0", cut))).width())
                    .isEqualTo(8);
        }
    }

    @Test
    void profilesOfSeveralSegmentsAreJoined() throws IOException {
        byte[] first = segment(0xe2, "ICC_PROFILE\0\1\2", new byte[] {1, 2, 3});
        byte[] second = segment(0xe2, "ICC_PROFILE\0\2\2", new byte[] {4, 5});
        Path file = jpeg(second, first);
        try (ImageFile open = ImageFiles.open(file)) {
            assertThat(open.info().get(InfoKeys.ICC_PROFILE)).isEqualTo(new byte[] {1, 2, 3, 4, 5});
        }
        try (ImageFile open = ImageFiles.open(jpeg(first))) {
            assertThat(open.info()).doesNotContainKey(InfoKeys.ICC_PROFILE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "bmp"})
    void resolutionSurvives(String suffix) throws IOException {
        StandardImage image = StandardImage.of(Mode.RGB, 5, 5);
        image.info().put(InfoKeys.DPI, List.of(300.0, 150.0));
        Path file = folder.resolve("a." + suffix);
        WriteResult written = ImageFiles.write(image, file);
        assertThat(written.losses()).doesNotContain("info dpi");
        List<?> dpi = (List<?>) ImageFiles.read(file).info().get(InfoKeys.DPI);
        assertThat((Double) dpi.get(0)).isCloseTo(300, within(0.02));
        assertThat((Double) dpi.get(1)).isCloseTo(150, within(0.02));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"YV12", "JPEG_YV12"},
            mode = EnumSource.Mode.EXCLUDE)
    void resolutionDoesNotHarmPixelsOfAnyMode(Mode mode) throws IOException {
        StandardImage image = Samples.random(mode, 11, 6, 5);
        image.info().put(InfoKeys.DPI, List.of(72.0, 72.0));
        Path file = folder.resolve("a.tif");
        assertThat(ImageFiles.write(image, file).losses()).isEmpty();
        var read = ImageFiles.read(file);
        assertThat(org.imageop.Images.sameContent(image, read)).isTrue();
        assertThat(read.info()).containsEntry(InfoKeys.DPI, List.of(72.0, 72.0));
    }

    /** A file of unsigned samples keeps the position in the range alone. */
    @Test
    void C3_numbersOfARangeAreNamed() throws IOException {
        float[] measured = {-1000, 0, 10.5f, 2000, 3999, 4000, 5000, Float.NaN};
        Plane.Range range = new Plane.Range(0, 4000);
        for (Mode mode : new Mode[] {Mode.L, Mode.L16, Mode.L32}) {
            StandardImage image =
                    StandardImage.wrap(PixelLayout.ranged(mode, 8, 1, "L", range, FloatBuffer.wrap(measured), 0, 8));
            // TIFF files hold floats, which read as 16 bits
            String name = mode == Mode.L16 ? "w.png" : "w.tif";
            assertThat(ImageFiles.write(image, folder.resolve(name)).losses())
                    .containsExactly(Losses.range(mode.bitsPerComponent()));
        }
    }

    @Test
    void whatIsNotKeptIsSaid() throws IOException {
        StandardImage image = StandardImage.of(Mode.RGB, 5, 5);
        image.info().put(InfoKeys.FORMAT, "JPEG");
        image.info().put(InfoKeys.DPI, List.of(300.0, 300.0));
        image.info().put(InfoKeys.ORIENTATION, 6);
        image.info().put("own", new byte[3]);
        assertThat(ImageFiles.write(image, folder.resolve("a.ppm")).losses())
                .containsExactlyInAnyOrder("info dpi", "info orientation", "info own");
        image.info().put(InfoKeys.ORIENTATION, 1);
        assertThat(ImageFiles.write(image, folder.resolve("a.png")).losses()).containsExactly("info own");
    }

    @Test
    void aResolutionWithoutSenseIsALoss() throws IOException {
        StandardImage image = StandardImage.of(Mode.RGB, 5, 5);
        for (Object value : List.of("300", List.of(300.0), List.of(0.0, 0.0), List.of(-1.0, 5.0), List.of(1e9, 1e9))) {
            image.info().put(InfoKeys.DPI, value);
            assertThat(ImageFiles.write(image, folder.resolve("a.png")).losses())
                    .containsExactly("info dpi");
        }
    }

    @Test
    void infoIsKnownWithoutDecoding() throws IOException {
        try (ImageFile file = ImageFiles.open(jpeg(segment(0xe1, "Exif\0\0", exif(6, ByteOrder.BIG_ENDIAN))))) {
            assertThat(file.info()).containsEntry(InfoKeys.ORIENTATION, 6).containsEntry(InfoKeys.FORMAT, "JPEG");
            file.info().clear();
            assertThat(file.info()).isNotEmpty();
            assertThat(file.read().info()).containsKeys(InfoKeys.ORIENTATION, InfoKeys.FORMAT, InfoKeys.EXIF);
        }
    }
}
