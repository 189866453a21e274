package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.swing.Icon;
import javax.swing.JLabel;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Icons show the protocol's 8-bit colours, as they are when they are painted. */
class IconTest {
    private static final int W = 8;
    private static final int H = 6;

    private static BufferedImage canvas(int scale) {
        return new BufferedImage((W + 4) * scale, (H + 4) * scale, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    private static void fill(StandardImage image, long seed) {
        byte[] bytes = new byte[(int) image.buffer().length()];
        new SplittableRandom(seed).nextBytes(bytes);
        image.buffer().set(0, bytes, 0, bytes.length);
    }

    private static void checkPainted(Icon icon, ImageLike image, int scale) {
        BufferedImage canvas = canvas(scale);
        Graphics2D graphics = canvas.createGraphics();
        graphics.scale(scale, scale);
        icon.paintIcon(new JLabel(), graphics, 2, 3);
        graphics.dispose();
        StandardImage expected = StandardImage.from(image, Mode.RGBA);
        for (int y = 0; y < canvas.getHeight(); y++) {
            for (int x = 0; x < canvas.getWidth(); x++) {
                int column = x / scale - 2;
                int row = y / scale - 3;
                int[] painted = canvas.getRaster().getPixel(x, y, (int[]) null);
                boolean inside = column >= 0 && column < image.width() && row >= 0 && row < image.height();
                int[] rgba = inside ? expected.get(column, row).value() : new int[4];
                for (int c = 0; c < 4; c++) {
                    int value = c == 3 ? rgba[3] : (int) Math.rint(rgba[c] * rgba[3] / 255.0);
                    assertThat(painted[c])
                            .as("component %d at (%d, %d)", c, x, y)
                            .isBetween(value - 1, value + 1);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void paintsEveryModeAndShowsChanges(Mode mode) {
        StandardImage image = StandardImage.of(mode, W, H);
        Icon icon = AwtImages.icon(image);
        assertThat(icon.getIconWidth()).isEqualTo(W);
        assertThat(icon.getIconHeight()).isEqualTo(H);
        for (int seed = 0; seed < 3; seed++) {
            fill(image, seed);
            checkPainted(icon, image, 1);
            checkPainted(icon, image, 2);
            checkPainted(icon, image, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void paintsEveryTypeAndShowsChanges(int type) {
        BufferedImage image = new BufferedImage(W + 3, H + 2, type).getSubimage(2, 1, W, H);
        Icon icon = AwtImages.icon(image);
        for (int seed = 0; seed < 3; seed++) {
            Oracle.of(image.getRaster(), image.isAlphaPremultiplied())
                    .fill(image.getRaster(), new SplittableRandom(seed));
            checkPainted(icon, AwtImages.wrap(image), 1);
            checkPainted(icon, AwtImages.wrap(image), 2);
        }
    }

    @Test
    void paintsAValueRangeAsItReads() {
        BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
        Oracle.of(image.getRaster(), false).fill(image.getRaster(), new SplittableRandom(7));
        ImageLike ranged = AwtImages.wrap(image, new Plane.Range(50, 150));
        checkPainted(AwtImages.icon(ranged), ranged, 1);
    }

    @Test
    void paintsViewsAndComputedImages() {
        StandardImage image = StandardImage.of(Mode.RGBA, W, H);
        fill(image, 1);
        checkPainted(AwtImages.icon(Views.flipLeftRight(image)), Views.flipLeftRight(image), 1);
        ImageLike computed = StandardImage.computed(Mode.L, W, H, (x, y, count, samples, offset) -> {
            for (int i = 0; i < count; i++) {
                samples[offset + i] = 10 * (x + i) + y;
            }
        });
        checkPainted(AwtImages.icon(computed), computed, 2);
    }

    @Test
    void convertsOnlyWhatTheClipShows() {
        List<Integer> rows = new ArrayList<>();
        ImageLike computed = StandardImage.computed(Mode.L, 100, 10_000, (x, y, count, samples, offset) -> {
            rows.add(y);
            java.util.Arrays.fill(samples, offset, offset + count, 200);
        });
        BufferedImage canvas = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setClip(0, 0, 100, 100);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AwtImages.icon(computed).paintIcon(null, graphics, 0, -5000);
        assertThat(rows).hasSizeLessThan(110).allMatch(y -> y >= 4990 && y <= 5110);
        assertThat(canvas.getRGB(50, 0)).isEqualTo(0xffc8c8c8);
        assertThat(canvas.getRGB(50, 99)).isEqualTo(0xffc8c8c8);
        rows.clear();
        AwtImages.icon(computed).paintIcon(null, graphics, 500, 500);
        assertThat(rows).as("out of sight").isEmpty();
        graphics.dispose();
    }
}
