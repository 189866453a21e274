package org.imageop.cli.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

class GrayScottTest {
    private static final int SIDE = 64;

    private final StandardImage canvas = StandardImage.canvas(SIDE, SIDE);
    private final BufferedImage swing = SwingCanvas.pixelsOf(canvas);
    private final GrayScott process = new GrayScott(canvas);
    private final int nothing = swing.getRGB(0, 0);

    @Test
    void nothingComesOfNothing() {
        process.advance(50);
        assertThat(pixels()).containsOnly(nothing);
        assertThat(nothing >>> 24).isEqualTo(255);
    }

    @Test
    void whatSwingDrawsGrows() {
        draw(Color.WHITE, 28, 28, 8, 8);
        process.advance(0);
        assertThat(count(swing.getRGB(31, 31))).as("cells that were drawn").isEqualTo(64);
        process.advance(600);
        assertThat(SIDE * SIDE - count(nothing)).as("cells that react").isGreaterThan(200);
        assertThat(Arrays.stream(pixels())).allMatch(pixel -> pixel >>> 24 == 255);
    }

    @Test
    void growsAlikeToTheLeftAndToTheRight() {
        draw(Color.WHITE, 28, 28, 8, 8);
        process.advance(300);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE / 2; x++) {
                assertThat(swing.getRGB(x, y)).isEqualTo(swing.getRGB(SIDE - 1 - x, y));
            }
        }
    }

    @Test
    void thereIsNoEdge() {
        GrayScott other = new GrayScott(canvas);
        draw(Color.WHITE, 28, 28, 8, 8);
        other.advance(300);
        int[] inTheMiddle = pixels();
        GrayScott again = new GrayScott(canvas);
        for (int x : new int[] {0, SIDE - 4}) {
            for (int y : new int[] {0, SIDE - 4}) {
                draw(Color.WHITE, x, y, 4, 4);
            }
        }
        again.advance(300);
        int[] atTheCorners = pixels();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int shifted = (y + SIDE / 2) % SIDE * SIDE + (x + SIDE / 2) % SIDE;
                assertThat(atTheCorners[shifted]).isEqualTo(inTheMiddle[y * SIDE + x]);
            }
        }
    }

    @Test
    void blackWipesOut() {
        draw(Color.WHITE, 20, 20, 24, 24);
        process.advance(100);
        assertThat(count(nothing)).isLessThan(SIDE * SIDE);
        draw(Color.BLACK, 0, 0, SIDE, SIDE);
        process.advance(0);
        process.advance(100);
        assertThat(pixels()).containsOnly(nothing);
    }

    private void draw(Color color, int x, int y, int width, int height) {
        Graphics2D graphics = swing.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
    }

    private int[] pixels() {
        return swing.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
    }

    private int count(int color) {
        return (int) Arrays.stream(pixels()).filter(pixel -> pixel == color).count();
    }
}
