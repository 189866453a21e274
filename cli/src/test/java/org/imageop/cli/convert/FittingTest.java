package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.imageop.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --fit}, {@code --cover} and {@code --pad}, looked at by plain ImageIO. */
class FittingTest {
    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int BLUE = 0xff0000ff;

    @TempDir
    Path folder;

    /** Red, green and blue thirds, side by side or one below the other. */
    private Path thirds(int width, int height, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int third = width > height ? 3 * x / width : 3 * y / height;
                image.setRGB(x, y, new int[] {RED, GREEN, BLUE}[third]);
            }
        }
        Path file = folder.resolve("thirds.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private BufferedImage converted(Path in, String... options) throws IOException {
        Path out = folder.resolve("out.png");
        Object[] args = new Object[options.length + 4];
        args[0] = "convert";
        args[1] = in;
        args[2] = out;
        args[3] = "--overwrite";
        System.arraycopy(options, 0, args, 4, options.length);
        Run run = imageop(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return ImageIO.read(out.toFile());
    }

    /** The sizes are ImageOps.contain of Pillow 9.4, which refuses the sixth, of no width. */
    @ParameterizedTest
    @CsvSource({
        "600, 400, 100x100, 100, 67",
        "400, 600, 100x100, 67, 100",
        "600, 400, 64x48, 64, 43",
        "37, 53, 64x48, 34, 48",
        "37, 53, 100x100, 70, 100",
        "3, 900, 100x100, 1, 100",
        "30, 20, 30x20, 30, 20"
    })
    void fitKeepsTheShape(int width, int height, String box, int newWidth, int newHeight) throws IOException {
        BufferedImage fitted = converted(thirds(width, height, BufferedImage.TYPE_INT_RGB), "--fit", box);
        assertThat(fitted.getWidth()).isEqualTo(newWidth);
        assertThat(fitted.getHeight()).isEqualTo(newHeight);
    }

    @ParameterizedTest
    @CsvSource({"300, 100", "100, 300", "30, 10", "10, 30"})
    void coverKeepsTheMiddle(int width, int height) throws IOException {
        BufferedImage covered = converted(
                thirds(width, height, BufferedImage.TYPE_INT_RGB), "--cover", "100x100", "--filter", "nearest");
        assertThat(covered.getWidth()).isEqualTo(100);
        assertThat(covered.getHeight()).isEqualTo(100);
        for (int at : new int[] {0, 50, 99}) {
            assertThat(covered.getRGB(at, at)).isEqualTo(GREEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', ffffffff", "red, ffff0000", "128, ff808080"})
    void padPutsTheImageInTheMiddle(String background, String around) throws IOException {
        Path in = thirds(300, 100, BufferedImage.TYPE_INT_RGB);
        BufferedImage padded = background.isEmpty()
                ? converted(in, "--pad", "90x50", "--filter", "nearest")
                : converted(in, "--pad", "90x50", "--filter", "nearest", "--background", background);
        assertThat(padded.getWidth()).isEqualTo(90);
        assertThat(padded.getHeight()).isEqualTo(50);
        int color = (int) Long.parseLong(around, 16);
        for (int y = 0; y < 50; y++) {
            boolean within = y >= 10 && y < 40;
            assertThat(padded.getRGB(0, y)).isEqualTo(within ? RED : color);
            assertThat(padded.getRGB(45, y)).isEqualTo(within ? GREEN : color);
            assertThat(padded.getRGB(89, y)).isEqualTo(within ? BLUE : color);
        }
    }

    @Test
    void padOfAnImageWithAlphaIsTransparent() throws IOException {
        Path in = thirds(100, 300, BufferedImage.TYPE_INT_ARGB);
        BufferedImage clear = converted(in, "--pad", "50x90", "--filter", "nearest");
        assertThat(clear.getRGB(0, 0)).isZero();
        assertThat(clear.getRGB(25, 0)).isEqualTo(RED);
        BufferedImage flat = converted(in, "--pad", "50x90", "--background", "blue", "--filter", "nearest");
        assertThat(flat.getColorModel().hasAlpha()).isFalse();
        assertThat(flat.getRGB(0, 0)).isEqualTo(BLUE);
        assertThat(flat.getRGB(25, 0)).isEqualTo(RED);
    }

    @Test
    void aGreyImageStaysGreyOnAGreyAndBecomesRgbOnAColour() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 1000);
        image.getRaster().setSample(1, 0, 0, 65535);
        Path in = folder.resolve("grey.png");
        ImageIO.write(image, "png", in.toFile());

        BufferedImage grey = converted(in, "--pad", "2x3", "--background", "128");
        assertThat(grey.getRaster().getNumBands()).isEqualTo(1);
        assertThat(grey.getRaster().getSample(0, 0, 0)).isEqualTo(128 * 257);
        assertThat(grey.getRaster().getSample(0, 1, 0)).isEqualTo(1000);

        BufferedImage red = converted(in, "--pad", "2x3", "--background", "red");
        assertThat(red.getRaster().getNumBands()).isEqualTo(3);
        assertThat(red.getRaster().getPixel(0, 0, (int[]) null)).containsExactly(65535, 0, 0);
        assertThat(red.getRaster().getPixel(0, 1, (int[]) null)).containsExactly(1000, 1000, 1000);
    }
}
