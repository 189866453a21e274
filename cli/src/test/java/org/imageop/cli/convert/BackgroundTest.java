package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.Run;
import org.imageop.imageio.ImageFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images with alpha on a colour, written and read by plain ImageIO. */
class BackgroundTest {
    private static final String DROPPED = "alpha (dropped without blending; --background COLOR blends it)";

    @TempDir
    Path folder;

    private Path logo;
    private Path out;

    /** Transparent black, transparent green, half transparent red, an opaque colour. */
    @BeforeEach
    void writeLogo() throws IOException {
        logo = folder.resolve("logo.png");
        out = folder.resolve("out.png");
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 4, 1, new int[] {0, 0x0000ff00, 0x80ff0000, 0xff0a141e}, 0, 4);
        ImageIO.write(image, "png", logo.toFile());
    }

    private static int[] pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "white ffffff",
                "WHITE ffffff",
                "green 008000",
                "grey 808080",
                "#ff8800 ff8800",
                "#F80 ff8800",
                "128 808080",
                "0 000000",
                "1,2,3 010203",
                "'255, 0, 7' ff0007"
            })
    void laysTheImageOnTheColour(String color, String rgb) throws IOException {
        Run run = imageop("convert", logo, out, "--background", color);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("4×1 RGB,").doesNotContain("lost");
        int behind = 0xff000000 | Integer.parseInt(rgb, 16);
        assertThat(ImageIO.read(out.toFile()).getColorModel().hasAlpha()).isFalse();
        int half = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int over = 0x80ff0000 >> shift & 0xff;
            half |= (int) Math.rint((over * 128 + (behind >> shift & 0xff) * 127) / 255.0) << shift;
        }
        assertThat(pixels(out)).containsExactly(behind, behind, half, 0xff0a141e);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "whit; did you mean white?",
                "ffffff; did you mean '#ffffff'?",
                "#ffff; a background is opaque; expected 3 digits",
                "#12345678; a background is opaque; expected 6 digits",
                "#12; expected 3 or 6 hexadecimal digits",
                "#ggg; is not a colour",
                "transparent; a background is opaque",
                "256; 256 in \"256\" is too large; colours are numbers from 0 to 255",
                "1,2,999; 999 in",
                "1,2; red,green,blue",
                "-5; is not a colour",
                "''; is not a colour"
            })
    void refusesWhatIsNotAnOpaqueColour(String color, String message) {
        Run run = imageop("convert", logo, out, "--background=" + color);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("imageop: --background: ").contains(message);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.jpg", "out.bmp", "out.ppm", "out.gif", "out.tif"})
    void everyFormatTakesTheResult(String name) throws IOException {
        Path file = folder.resolve(name);

        assertThat(imageop("convert", logo, file, "--background", "white").err())
                .isEmpty();

        assertThat(ImageFiles.read(file).mode()).isEqualTo(Mode.RGB);
        assertThat(ImageFiles.read(file).get(3, 0).value()[2]).isBetween(0, 90);
    }

    @Test
    void anImageWithoutAlphaStaysAsItIs() throws IOException {
        Path opaque = folder.resolve("opaque.png");
        ImageFiles.write(StandardImage.filled(Mode.RGB48, 2, 2, 1, 2, 3), opaque);

        assertThat(imageop("convert", opaque, out, "--background", "red").err()).isEmpty();

        assertThat(ImageFiles.read(out).mode()).isEqualTo(Mode.RGB48);
        assertThat(ImageFiles.read(out).get(1, 1).value()).containsExactly(1, 2, 3);
    }

    @Test
    void colorsHave8BitsWhateverTheImage() throws IOException {
        ImageFiles.write(StandardImage.filled(Mode.RGBA64, 2, 2, 9, 9, 9, 0), folder.resolve("deep.png"));

        assertThat(imageop("convert", folder.resolve("deep.png"), out, "--background", "1,128,255")
                        .err())
                .isEmpty();

        assertThat(ImageFiles.read(out).mode()).isEqualTo(Mode.RGB48);
        assertThat(ImageFiles.read(out).get(0, 0).value()).containsExactly(0x0101, 0x8080, 0xffff);
    }

    @Test
    void aGreyImageOnAColourBecomesRgb() throws IOException {
        ImageFiles.write(StandardImage.filled(Mode.LA, 1, 1, 200, 128), folder.resolve("grey.png"));

        assertThat(imageop("convert", folder.resolve("grey.png"), out, "--background", "red")
                        .err())
                .isEmpty();
        // (200·128 + 255·127) / 255 = 227.39, (200·128) / 255 = 100.39
        assertThat(ImageFiles.read(out).get(0, 0).value()).containsExactly(227, 100, 100);

        Path grey = folder.resolve("on-grey.png");
        assertThat(imageop("convert", folder.resolve("grey.png"), grey, "--background", "100")
                        .err())
                .isEmpty();
        assertThat(ImageFiles.read(grey).mode()).isEqualTo(Mode.L);
        assertThat(ImageFiles.read(grey).get(0, 0).value()).containsExactly(150);
    }

    /** A grey square in transparent green: dropping alpha first gives it a green rim; the other order differs where a filter overshoots. */
    @Test
    void resizesWithAlphaAndThenLaysItOnTheColour() throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                boolean square = x >= 20 && x < 43 && y >= 20 && y < 43;
                image.setRGB(x, y, square ? 0xff969696 : 0x0000ff00);
            }
        }
        ImageIO.write(image, "png", logo.toFile());

        assertThat(imageop("convert", logo, out, "--size", "13x13", "--background", "100", "--mode", "RGB48")
                        .err())
                .isEmpty();

        BufferedImage found = ImageIO.read(out.toFile());
        StandardImage sized = StandardImage.from(ImageFiles.read(logo), 13, 13);
        for (int y = 0; y < 13; y++) {
            for (int x = 0; x < 13; x++) {
                int alpha = sized.get(x, y).value()[3];
                int grey = (int) Math.rint((sized.get(x, y).value()[0] * alpha + 100 * (255 - alpha)) / 255.0);
                assertThat(found.getRaster().getPixel(x, y, (int[]) null))
                        .as("(%d, %d)", x, y)
                        .containsExactly(257 * grey, 257 * grey, 257 * grey);
            }
        }
    }

    @Test
    void aModeThatDropsAlphaNamesTheLoss() throws IOException {
        Run dropped = imageop("convert", logo, out, "--mode", "RGB");
        assertThat(dropped.out()).doesNotContain("lost");
        assertThat(dropped.err()).isEqualTo("imageop: " + out + ": lost: " + DROPPED + "\n");
        assertThat(pixels(out)).containsExactly(0xff000000, 0xff00ff00, 0xffff0000, 0xff0a141e);

        assertThat(imageop("convert", logo, out, "--overwrite", "--mode", "LA").err())
                .isEmpty();
        assertThat(imageop("convert", logo, out, "--overwrite", "--mode", "L", "--background", "0")
                        .err())
                .isEmpty();
        Run rgba = imageop("convert", logo, out, "--overwrite", "--mode", "RGBA", "--background", "0");
        assertThat(rgba.out()).contains("RGBA");
        assertThat(rgba.err()).isEmpty();
    }

    @Test
    void theBytesOfABufferAreLaidOnTheColourToo() {
        Run dropped = imageop("buffer", logo, "-o", "-", "--mode", "RGB");
        assertThat(dropped.bytes()).containsExactly(0, 0, 0, 0, 255, 0, 255, 0, 0, 10, 20, 30);
        assertThat(dropped.err()).isEqualTo("imageop: " + logo + ": lost: " + DROPPED + "\n");

        Run flat = imageop("buffer", logo, "-o", "-", "--background", "#0f0");
        assertThat(flat.bytes()).containsExactly(0, 255, 0, 0, 255, 0, 128, 127, 0, 10, 20, 30);
        assertThat(flat.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "out.jpg; RGBA; with --background white, or; with --mode RGB,",
                "out.bmp; RGBA; with --background white, or; with --mode RGB,",
                "out.jpg; RGBA64; with --background white --mode RGB, or; with --mode RGB,",
                "out.pgm; RGBA; with --background white --mode L, or; with --mode L,",
                "out.jpg; LA; with --background white, or; with --mode L,"
            })
    void whatHoldsNoAlphaAdvisesABackground(String name, Mode mode, String first, String second) throws IOException {
        ImageFiles.write(StandardImage.of(mode, 2, 2), out);

        Run run = imageop("convert", out, folder.resolve(name));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("cannot hold alpha")
                .contains(first, second)
                .doesNotContain("StandardImage", "Views");
    }

    @Test
    void aGifOfTranslucentPixelsAdvisesABackground() {
        assertThat(imageop("convert", logo, folder.resolve("out.gif")).err())
                .contains("translucent", "--background white")
                .doesNotContain("Views");
    }
}
