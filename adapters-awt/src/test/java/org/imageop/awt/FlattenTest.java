package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images on an opaque colour, against Java2D that draws them there. */
class FlattenTest {

    @ParameterizedTest
    @ValueSource(ints = {0xffffff, 0x000000, 0x2060f0})
    void V12_aFlattenedImageIsWhatJava2dDrawsOnTheColour(int background) {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                image.setRGB(x, y, y << 24 | x << 16 | (255 - x) << 8 | (x * 7 & 0xff));
            }
        }
        BufferedImage drawn = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(new Color(background));
        graphics.fillRect(0, 0, 256, 256);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        StandardImage flat =
                Views.flatten(Images.of(image), background >> 16, background >> 8 & 0xff, background & 0xff);

        BufferedImage found = AwtImages.toBufferedImage(flat);

        assertThat(found.getColorModel().hasAlpha()).isFalse();
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                for (int c = 0; c < 3; c++) {
                    int difference = (drawn.getRGB(x, y) >> 8 * c & 0xff) - (found.getRGB(x, y) >> 8 * c & 0xff);
                    assertThat(Math.abs(difference))
                            .as("(%d, %d) on %06x", x, y, background)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }
}
