package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images on an opaque colour, against fractions and Pillow's numbers. */
class FlattenTest {

    /** The nearest integer of (c·a + b·(M − a)) / M, as the floor of the fraction plus a half. */
    private static int nearest(long c, long a, long b, long max) {
        BigInteger m = BigInteger.valueOf(max);
        BigInteger parts = BigInteger.valueOf(c)
                .multiply(BigInteger.valueOf(a))
                .add(BigInteger.valueOf(b).multiply(BigInteger.valueOf(max - a)));
        return parts.shiftLeft(1).add(m).divide(m.shiftLeft(1)).intValueExact();
    }

    @Test
    void V12_allColoursAndAlphasOf8BitsAreExactOnEveryBackground() {
        StandardImage all = StandardImage.computed(Mode.LA, 256, 256, (x, y, count, samples, offset) -> {
            for (int i = 0; i < count; i++) {
                samples[offset + 2 * i] = x + i;
                samples[offset + 2 * i + 1] = y;
            }
        });
        int[] row = new int[256];
        for (int background = 0; background < 256; background++) {
            SampleRows rows = Images.rows(Views.flatten(all, background));
            for (int alpha = 0; alpha < 256; alpha++) {
                rows.read(0, alpha, 256, row, 0);
                for (int color = 0; color < 256; color++) {
                    int sum = color * alpha + background * (255 - alpha);
                    // 2 · 255 · result is within 255 of twice the sum
                    if (Math.abs(2 * 255 * row[color] - 2 * sum) > 255) {
                        assertThat(row[color])
                                .as("%d with alpha %d on %d", color, alpha, background)
                                .isEqualTo(nearest(color, alpha, background, 255));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LA32", "RGBA64"})
    void V12_16BitsAreExact(Mode mode) {
        SplittableRandom random = new SplittableRandom(12);
        int[] ends = {0, 1, 2, 32767, 32768, 65533, 65534, 65535};
        int colors = mode.components() - 1;
        StandardImage image = StandardImage.of(mode, 1, 1);
        for (int i = 0; i < 20_000; i++) {
            int[] pixel = new int[colors + 1];
            int[] background = new int[colors];
            Arrays.setAll(pixel, c -> random.nextBoolean() ? ends[random.nextInt(ends.length)] : random.nextInt(65536));
            Arrays.setAll(
                    background, c -> random.nextBoolean() ? ends[random.nextInt(ends.length)] : random.nextInt(65536));
            image.set(0, 0, pixel);
            int[] expected = new int[colors];
            Arrays.setAll(expected, c -> nearest(pixel[c], pixel[colors], background[c], 65535));
            assertThat(Views.flatten(image, background).get(0, 0).value())
                    .as("%s on %s", Arrays.toString(pixel), Arrays.toString(background))
                    .containsExactly(expected);
        }
    }

    /** Image.alpha_composite of Pillow 9.4 on an opaque image, converted to RGB. */
    @Test
    void V12_8BitsAreAsPillowComposesThem() {
        int[] pixels = {
            244, 26, 19, 102, 52, 243, 142, 69, 171, 234, 196, 58, 51, 215, 172, 214, 246, 6, 121, 243, 69, 68, 251,
            103, 242, 209, 132, 26, 26, 251, 201, 26
        };
        int[] onWhite = {
            251, 163, 161, 200, 252, 224, 236, 250, 242, 84, 221, 185, 246, 18, 127, 180, 179, 253, 254, 250, 242, 232,
            255, 249
        };
        int[] onGreen = {
            105, 130, 67, 23, 212, 111, 48, 208, 121, 45, 213, 160, 235, 15, 120, 35, 147, 160, 35, 201, 102, 13, 205,
            109
        };
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        StandardImage image = StandardImage.wrap(Mode.RGBA, 8, 1, bytes);

        int[] found = new int[24];
        Images.rows(Views.flatten(image, 255, 255, 255)).read(0, 0, 8, found, 0);
        assertThat(found).containsExactly(onWhite);
        Images.rows(Views.flatten(image, 12, 200, 99)).read(0, 0, 8, found, 0);
        assertThat(found).containsExactly(onGreen);
    }

    @Test
    void V12_aCopyOfTheViewIntoItsOwnMemoryReadsFirst() {
        byte[] bytes = {100, 0, (byte) 200, (byte) 255, 50, (byte) 128};
        StandardImage image = StandardImage.wrap(Mode.LA, 3, 1, bytes);
        StandardImage overlapping = StandardImage.wrap(Mode.L, 3, 1, Arrays.copyOf(bytes, 3));
        Images.copy(Views.flatten(image, 255), overlapping);
        StandardImage sameMemory = StandardImage.wrap(
                PixelLayout.of(Mode.L, 3, 1, AlphaType.OPAQUE, Plane.of(java.nio.ByteBuffer.wrap(bytes), 1, 1, 3)));

        Images.copy(Views.flatten(image, 255), sameMemory);

        assertThat(Images.sameContent(sameMemory, overlapping)).isTrue();
        assertThat(overlapping.get(0, 0).value()).containsExactly(255);
        assertThat(overlapping.get(2, 0).value()).containsExactly(nearest(50, 128, 255, 255));
    }
}
