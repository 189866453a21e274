package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.imageop.cli.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -} stands for standard input and output. Plain ImageIO reads and writes what passes through. */
class StandardStreamsTest {
    private static final int[] COLORS = {0xffff0000, 0xff00ff00, 0xff0000ff, 0x40102030};

    @TempDir
    Path folder;

    private final InputStream before = System.in;
    private byte[] png;

    @BeforeEach
    void makePicture() throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 2, 2, COLORS, 0, 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        png = out.toByteArray();
        System.setIn(new ByteArrayInputStream(png));
    }

    @AfterEach
    void restore() {
        System.setIn(before);
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void convertsFromInputToOutput() throws IOException {
        Run run = imageop("convert", "-", "-", "--format", "tiff");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(pixels(run.bytes())).isEqualTo(COLORS);
    }

    @Test
    void lossesAreOnStandardErrorAlone() throws IOException {
        Run run = imageop("convert", "-", "-", "--format", "jpeg", "--mode", "RGB");
        assertThat(run.status()).isZero();
        assertThat(run.bytes()).startsWith(0xff, 0xd8).endsWith(0xff, 0xd9);
        assertThat(run.err())
                .startsWith("imageop: standard output: lost: alpha (dropped")
                .hasLineCount(1);
    }

    @Test
    void convertsFromInputToAFileAndBack() throws IOException {
        Path out = folder.resolve("a.bmp");
        Run run = imageop("convert", "-", out, "--background", "white");
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith(out + ": BMP, 2×2 RGB, ");
        Run back = imageop("convert", out, "-", "--format", "png");
        assertThat(pixels(back.bytes())).isEqualTo(pixels(Files.readAllBytes(out)));
        assertThat(Run.names(folder)).containsExactly("a.bmp");
    }

    @Test
    void describesAndBuffersInput() {
        Run text = imageop("info", "-");
        assertThat(text.status()).isZero();
        assertThat(text.out()).startsWith("standard input").contains("PNG", "RGBA", "2×2");
        System.setIn(new ByteArrayInputStream(png));
        assertThat(imageop("info", "--json", "-").out()).contains("\"file\" : \"-\"", "\"format\" : \"PNG\"");
        System.setIn(new ByteArrayInputStream(png));
        byte[] expected = new byte[16];
        for (int i = 0; i < 4; i++) {
            int argb = COLORS[i];
            byte[] rgba = {(byte) (argb >> 16), (byte) (argb >> 8), (byte) argb, (byte) (argb >> 24)};
            System.arraycopy(rgba, 0, expected, 4 * i, 4);
        }
        assertThat(imageop("buffer", "-", "-o", "-").bytes()).isEqualTo(expected);
    }

    @Test
    void whatIsNotAnImageIsNamedAndNothingComesOut() {
        System.setIn(new ByteArrayInputStream(new byte[50]));
        Run junk = imageop("convert", "-", "-", "--format", "png");
        assertThat(junk.status()).isEqualTo(1);
        assertThat(junk.bytes()).isEmpty();
        assertThat(junk.err())
                .startsWith("imageop: Standard input is not an image")
                .hasLineCount(1);

        System.setIn(InputStream.nullInputStream());
        assertThat(imageop("info", "-").err()).startsWith("imageop: Standard input is empty");

        System.setIn(new ByteArrayInputStream(Arrays.copyOf(png, png.length - 30)));
        Run cut = imageop("convert", "-", "-", "--format", "png");
        assertThat(cut.bytes()).isEmpty();
        assertThat(cut.err()).startsWith("imageop: Standard input cannot be read as PNG");

        System.setIn(new ByteArrayInputStream(png));
        Run refused = imageop("convert", "-", "-", "--format", "jpeg");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.bytes()).isEmpty();
        assertThat(refused.err())
                .startsWith("imageop: standard output: cannot be written: JPEG files cannot hold alpha")
                .contains("--background white");
    }

    @Test
    void aFolderIsNotPoured() {
        Run run = imageop("convert", folder, "-", "--format", "png");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(folder + " is a folder, but - is standard output; name a folder for OUT");
    }
}
