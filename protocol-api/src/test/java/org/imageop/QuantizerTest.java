package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How good few colours are, against Pillow 9.4.0's of the same picture. */
class QuantizerTest {
    private static final int SIDE = 96;

    private static StandardImage picture() {
        StandardImage image = StandardImage.of(Mode.RGB, SIDE, SIDE);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int noise = (x * 73856093 ^ y * 19349663) >> 7 & 15;
                image.set(
                        x,
                        y,
                        x * x / 40 + noise & 255,
                        y * 5 / 2 + noise & 255,
                        Math.floorDiv((x + y) * (x - y), 30) + 128 & 255);
            }
        }
        return image;
    }

    /** The mean squared difference of samples: the least of quantize(n, MEDIANCUT) and quantize(n, FASTOCTREE). */
    @ParameterizedTest
    @CsvSource({"256, 37.036", "64, 186.503", "16, 861.087", "4, 2985.769"})
    void D15_theErrorIsNotLargerThanPillows(int colors, double pillow) {
        StandardImage image = picture();
        IndexedImage indexed =
                Quantizer.DEFAULT.withColors(colors).withDither(false).quantize(image);
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                for (int c = 0; c < 3; c++) {
                    double d = image.get(x, y).get(c) - indexed.get(x, y).get(c);
                    sum += d * d;
                }
            }
        }

        assertThat(sum / (SIDE * SIDE * 3)).isLessThan(pillow);
    }

    /**
     * The mean difference of 4×4 squares, which is what one sees of dithering: the least of quantize(palette=p,
     * dither=FLOYDSTEINBERG) with the palettes of both methods.
     */
    @ParameterizedTest
    @CsvSource({"256, 1.035", "64, 2.611", "16, 10.902", "4, 31.191"})
    void D15_theErrorOfDitheredAreasIsNotLargerThanPillows(int colors, double pillow) {
        StandardImage image = picture();
        IndexedImage indexed = Quantizer.DEFAULT.withColors(colors).quantize(image);
        double sum = 0;
        for (int y = 0; y < SIDE; y += 4) {
            for (int x = 0; x < SIDE; x += 4) {
                for (int c = 0; c < 3; c++) {
                    int difference = 0;
                    for (int i = 0; i < 16; i++) {
                        difference += image.get(x + i % 4, y + i / 4).get(c)
                                - indexed.get(x + i % 4, y + i / 4).get(c);
                    }
                    sum += Math.abs(difference / 16.0);
                }
            }
        }

        assertThat(sum / (SIDE * SIDE / 16 * 3)).isLessThan(pillow);
    }

    @Test
    void D15_aPaletteOfManyNearColoursIsSearchedAsOneByOne() {
        ImagePalette palette = ImagePalette.random(Mode.RGBA, 4);
        ImagePalette asked = ImagePalette.random(Mode.RGBA, 5);
        for (int i = 0; i < 256; i++) {
            int[] color = asked.get(i);
            long least = Long.MAX_VALUE;
            int best = -1;
            for (int k = 0; k < 256; k++) {
                long distance = 0;
                for (int c = 0; c < 4; c++) {
                    long d = palette.get(k)[c] - color[c];
                    distance += d * d;
                }
                if (distance < least) {
                    least = distance;
                    best = k;
                }
            }
            assertThat(palette.nearest(color)).isEqualTo(best);
        }
    }
}
