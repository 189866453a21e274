package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where chroma is shared and neighbours matter: averaging downwards, the triangle filter upwards (SPEC.md B.3). */
class ChromaSamplingTest {

    static Stream<Object[]> cases() {
        return Stream.of(Mode.YV12, Mode.JPEG_YV12)
                .flatMap(mode -> IntStream.range(0, 25).mapToObj(seed -> new Object[] {mode, seed}));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void chromaIsTheAverageOfFourPixels(Mode mode, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 2 * (1 + random.nextInt(9));
        int height = 2 * (1 + random.nextInt(9));
        int[] rgb = Samples.random(Mode.RGB, width, height, random);
        StandardImage planar = StandardImage.from(Samples.image(Mode.RGB, width, height, rgb), mode);
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                double[] mean = new double[3];
                for (int p = 0; p < 4; p++) {
                    int at = 3 * ((2 * y + p / 2) * width + 2 * x + p % 2);
                    double[] ideal = IdealColor.of(Mode.RGB, rgb[at], rgb[at + 1], rgb[at + 2])
                            .in(mode);
                    assertThat((double) planar.plane("y")
                                    .get(2 * x + p % 2, 2 * y + p / 2)
                                    .l())
                            .isBetween(ideal[0] - 0.51, ideal[0] + 0.51);
                    for (int c = 0; c < 3; c++) {
                        mean[c] += ideal[c] / 4;
                    }
                }
                assertThat((double) planar.plane("cr").get(x, y).l()).isBetween(mean[1] - 0.51, mean[1] + 0.51);
                assertThat((double) planar.plane("cb").get(x, y).l()).isBetween(mean[2] - 0.51, mean[2] + 0.51);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void chromaIsWeighedByDistance(Mode mode, int seed) {
        SplittableRandom random = new SplittableRandom(1000 + seed);
        int width = 2 * (1 + random.nextInt(9));
        int height = 2 * (1 + random.nextInt(9));
        StandardImage planar = Samples.image(mode, width, height, Samples.random(mode, width, height, random));
        StandardImage rgb = StandardImage.from(planar, Mode.RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int luma = planar.plane("y").get(x, y).l();
                double[] ideal = IdealColor.of(
                                mode, luma, upsampled(planar.plane("cr"), x, y), upsampled(planar.plane("cb"), x, y))
                        .in(Mode.RGB);
                int[] found = rgb.get(x, y).value();
                for (int c = 0; c < 3; c++) {
                    assertThat((double) found[c])
                            .as("(%d, %d) component %d", x, y, c)
                            .isBetween(ideal[c] - 0.51, ideal[c] + 0.51);
                }
            }
        }
    }

    /** 9, 3, 3 and 1 sixteenths of the four nearest samples; halves go up in even columns, down in odd ones. */
    private static int upsampled(StandardImage plane, int x, int y) {
        int nearX = x / 2;
        int nearY = y / 2;
        int farX = Math.max(0, Math.min(plane.width() - 1, nearX + (x % 2 == 0 ? -1 : 1)));
        int farY = Math.max(0, Math.min(plane.height() - 1, nearY + (y % 2 == 0 ? -1 : 1)));
        int sum = 9 * plane.get(nearX, nearY).l()
                + 3 * plane.get(farX, nearY).l()
                + 3 * plane.get(nearX, farY).l()
                + plane.get(farX, farY).l();
        return Math.floorDiv(sum + (x % 2 == 0 ? 8 : 7), 16);
    }
}
