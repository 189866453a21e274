package org.imageop.internal.colors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pixels in ints have each colour and alpha multiplied and divided to the nearest integer. */
class PremultiplicationTest {

    @Test
    void dividesEachColorByEachAlpha() {
        for (int alpha = 0; alpha < 256; alpha++) {
            for (int color = 0; color < 256; color++) {
                int other = color * 7 & 0xff;
                int pixel = alpha << 24 | color << 16 | other << 8 | 255 - color;
                int expected = alpha << 24
                        | quotient(color, alpha) << 16
                        | quotient(other, alpha) << 8
                        | quotient(255 - color, alpha);
                int[] pixels = {pixel, 0};
                int[] factors = new int[2];
                Premultiplication.factors(pixels, factors, 0, 1);
                Premultiplication.divide(pixels, factors, 0, 1);
                assertThat(pixels).as("%08x", pixel).containsExactly(expected, 0);
                assertThat(Premultiplication.divide(pixel)).as("%08x", pixel).isEqualTo(expected);
            }
        }
    }

    /** Ties go up; colours beyond alpha are white. */
    private static int quotient(int color, int alpha) {
        return alpha == 0 ? 0 : Math.min(255, (2 * 255 * color + alpha) / (2 * alpha));
    }

    @Test
    void multipliesEachColorByEachAlpha() {
        for (int alpha = 0; alpha < 256; alpha++) {
            for (int color = 0; color < 256; color++) {
                int other = color * 7 & 0xff;
                int[] pixels = {alpha << 24 | color << 16 | other << 8 | 255 - color, 1};
                Premultiplication.multiply(pixels, 0, 1);
                assertThat(pixels)
                        .as("%d × %d", color, alpha)
                        .containsExactly(
                                alpha << 24
                                        | product(color, alpha) << 16
                                        | product(other, alpha) << 8
                                        | product(255 - color, alpha),
                                1);
            }
        }
    }

    @Test
    void limitsEachColorAsDividingAndMultiplyingDoes() {
        for (int alpha = 0; alpha < 256; alpha++) {
            for (int color = 0; color < 256; color++) {
                int other = color * 7 & 0xff;
                int[] pixels = {alpha << 24 | color << 16 | other << 8 | 255 - color, 1};
                Premultiplication.limit(pixels, 0, 1);
                assertThat(pixels)
                        .as("%d under %d", color, alpha)
                        .containsExactly(
                                alpha << 24
                                        | product(quotient(color, alpha), alpha) << 16
                                        | product(quotient(other, alpha), alpha) << 8
                                        | product(quotient(255 - color, alpha), alpha),
                                1);
            }
        }
    }

    private static int product(int color, int alpha) {
        return (2 * color * alpha + 255) / (2 * 255);
    }
}
