package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resizing in all modes and by all filters against the plain reference, to the bit. */
class ResizeTest {
    private static final int SIZES_EACH = 12;

    record Case(Mode mode, Filter across, Filter down, int width, int height, int toWidth, int toHeight, int seed) {
        StandardImage source() {
            return Samples.image(mode, width, height, samples());
        }

        int[] samples() {
            return Samples.random(mode, width, height, new SplittableRandom(seed));
        }

        int[] expected() {
            return ReferenceResize.resize(mode, samples(), width, height, toWidth, toHeight, across, down);
        }
    }

    static Stream<Case> cases() {
        SplittableRandom random = new SplittableRandom(3681);
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(Filter.values())
                        .flatMap(filter -> IntStream.range(0, SIZES_EACH).mapToObj(i -> one(mode, filter, i, random))));
    }

    /** Equal and mixed filters by turns; single rows, single columns and very tall images among the sizes. */
    private static Case one(Mode mode, Filter across, int i, SplittableRandom random) {
        Filter[] filters = Filter.values();
        Filter down = i % 3 == 2 ? filters[random.nextInt(filters.length)] : across;
        int unit = mode.xDivisor();
        int width = unit * (i == 3 ? 1 : side(random) / unit + 1);
        int height = unit * (i == 4 ? 1 : side(random) / unit + 1);
        int toWidth = unit * (i == 5 ? 1 : i == 6 ? width / unit : side(random) / unit + 1);
        int toHeight = unit * (i == 7 ? 1 : i == 8 ? height / unit : side(random) / unit + 1);
        if (i >= 9) {
            width = unit * (1 + random.nextInt(2));
            height = unit * (i == 11 ? 100 * width / unit : 100 * width / unit + 1 + random.nextInt(60));
            toHeight = unit * (i == 10 ? height / unit + 1 : 1 + random.nextInt(height / unit - 1));
        }
        return new Case(mode, across, down, width, height, toWidth, toHeight, random.nextInt());
    }

    private static int side(SplittableRandom random) {
        return random.nextInt(40);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void X15_resizesAsTheReference(Case c) {
        StandardImage resized = StandardImage.from(c.source(), c.mode, c.toWidth, c.toHeight, c.across, c.down);

        assertThat(Samples.of(resized)).isEqualTo(c.expected());
    }

    static Stream<Case> everyNinth() {
        return cases().filter(c -> Math.floorMod(c.seed, 9) == 0);
    }

    /** Non-planar sources only; the planes of planar ones are converted after they have their final size. */
    @ParameterizedTest
    @MethodSource("everyNinth")
    void AMB18_resizesFirstAndConvertsThen(Case c) {
        StandardImage resized = Samples.image(c.mode, c.toWidth, c.toHeight, c.expected());
        for (Mode to : Mode.values()) {
            boolean fits = c.toWidth % to.xDivisor() == 0 && c.toHeight % to.yDivisor() == 0;
            boolean chroma = c.mode.planar() && !to.planar();
            if (fits && !chroma) {
                StandardImage both = StandardImage.from(c.source(), to, c.toWidth, c.toHeight, c.across, c.down);
                assertThat(Samples.of(both)).as("%s", to).isEqualTo(Samples.of(StandardImage.from(resized, to)));
            }
        }
    }

    static Stream<Case> fromPlanes() {
        SplittableRandom random = new SplittableRandom(18);
        return Stream.of(Mode.YV12, Mode.JPEG_YV12)
                .flatMap(mode -> Stream.of(Filter.values())
                        .flatMap(filter -> IntStream.range(0, 8).mapToObj(i -> {
                            int width = 2 * (1 + random.nextInt(20));
                            int height = 2 * (1 + random.nextInt(20));
                            int toWidth = i == 0 ? width : i == 1 ? width / 2 : 1 + random.nextInt(40);
                            int toHeight = i == 2 ? height : i == 1 ? height / 2 : 1 + random.nextInt(40);
                            if (toWidth == width && toHeight == height) {
                                toHeight++;
                            }
                            return new Case(mode, filter, filter, width, height, toWidth, toHeight, random.nextInt());
                        })));
    }

    /** Odd sizes are possible; each plane is brought to the final size, and pixels are converted one by one. */
    @ParameterizedTest
    @MethodSource("fromPlanes")
    void AMB18_resizesEachPlaneToTheFinalSize(Case c) {
        int[] samples = c.samples();
        int luma = c.width * c.height;
        int[] y = plane(c, Arrays.copyOf(samples, luma), c.width, c.height);
        int[] cr = plane(c, Arrays.copyOfRange(samples, luma, luma + luma / 4), c.width / 2, c.height / 2);
        int[] cb = plane(c, Arrays.copyOfRange(samples, luma + luma / 4, samples.length), c.width / 2, c.height / 2);
        for (Mode to : Mode.values()) {
            if (to.planar()) {
                continue;
            }
            int[] found = Samples.of(StandardImage.from(c.source(), to, c.toWidth, c.toHeight, c.across, c.down));
            for (int i = 0; i < y.length; i++) {
                StandardImage block = StandardImage.filled(c.mode, 2, 2, y[i], cr[i], cb[i]);
                int n = to.components();
                assertThat(Arrays.copyOfRange(found, i * n, (i + 1) * n))
                        .as("%s, pixel %d", to, i)
                        .isEqualTo(Arrays.copyOf(Samples.of(StandardImage.from(block, to)), n));
            }
        }
    }

    private static int[] plane(Case c, int[] samples, int width, int height) {
        return ReferenceResize.resize(Mode.L, samples, width, height, c.toWidth, c.toHeight, c.across, c.down);
    }

    @ParameterizedTest
    @MethodSource("everyNinth")
    void resizesImagesOfSingleBytesAlike(Case c) {
        StandardImage resized =
                StandardImage.from(ByteWiseImage.copyOf(c.source()), c.mode, c.toWidth, c.toHeight, c.across, c.down);

        assertThat(Samples.of(resized)).isEqualTo(c.expected());
    }

    @Test
    void nearestMakesNoNewValuesAndLeavesColoursUnderAlpha() {
        StandardImage image = Samples.image(Mode.RGBA, 2, 1, 200, 100, 50, 0, 9, 8, 7, 3);

        assertThat(Samples.of(StandardImage.from(image, 3, 2, Filter.NEAREST)))
                .containsExactly(
                        200, 100, 50, 0, 9, 8, 7, 3, 9, 8, 7, 3, //
                        200, 100, 50, 0, 9, 8, 7, 3, 9, 8, 7, 3);
    }

    @Test
    void coloursOfTransparentPixelsDoNotBleed() {
        StandardImage image = Samples.image(Mode.RGBA, 2, 1, 0, 255, 0, 0, 200, 0, 0, 255);

        int[] mean = Samples.of(StandardImage.from(image, 1, 1, Filter.BOX));
        assertThat(mean).containsExactly(199, 0, 0, 128);
    }

    @Test
    void resizingPlanesKeepsTheModesDivisors() {
        StandardImage image = StandardImage.of(Mode.YV12, 4, 4);

        assertThatThrownBy(() -> StandardImage.from(image, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be even");
    }
}
