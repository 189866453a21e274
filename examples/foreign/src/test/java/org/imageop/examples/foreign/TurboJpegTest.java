package org.imageop.examples.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program djpeg is the oracle. */
class TurboJpegTest {
    @TempDir
    static Path folder;

    private static byte[] file;

    @BeforeAll
    static void need() throws IOException {
        Required.library("libturbojpeg.so.0");
        Required.program("djpeg");
        BufferedImage photo = new BufferedImage(333, 221, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 221; y++) {
            for (int x = 0; x < 333; x++) {
                photo.setRGB(x, y, (x * x / 7 & 255) << 16 | (x + 2 * y & 255) << 8 | (y * y / 5 & 255));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", bytes);
        file = bytes.toByteArray();
        Files.write(folder.resolve("photo.jpg"), file);
    }

    @ParameterizedTest
    @CsvSource({"8, 5", "8, 1", "8, 4", "4, 5", "2, 6", "1, 5", "1, 1", "1, 2"})
    void decodesIntoABufferedImage(int eighths, int type) throws IOException, InterruptedException {
        byte[] ppm = Required.run("djpeg", "-scale", eighths + "/8", "-ppm", folder.resolve("photo.jpg"));
        ImageSize size = TurboJpeg.size(file, eighths);
        BufferedImage image = new BufferedImage(size.width(), size.height(), type);

        TurboJpeg.decode(file, AwtImages.wrap(image));

        String head = "P6\n" + size.width() + " " + size.height() + "\n255\n";
        assertThat(new String(ppm, 0, head.length())).isEqualTo(head);
        for (int k = 0; k < size.width() * size.height(); k++) {
            int at = head.length() + 3 * k;
            int expected = 0xff << 24 | (ppm[at] & 255) << 16 | (ppm[at + 1] & 255) << 8 | ppm[at + 2] & 255;
            assertThat(image.getRGB(k % size.width(), k / size.width())).isEqualTo(expected);
        }
    }

    @Test
    void whatIsNotAJpegFileIsRefused() throws IOException {
        byte[] text = "a text, not a file of pixels".getBytes();
        ImageLike image = StandardImage.of(Mode.RGB, 333, 221);

        assertThatThrownBy(() -> TurboJpeg.size(text, 8))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("libturbojpeg reports: ");
        assertThatThrownBy(() -> TurboJpeg.decode(text, image)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TurboJpeg.decode(Arrays.copyOf(file, file.length / 2), image))
                .isInstanceOf(IOException.class);
    }
}
