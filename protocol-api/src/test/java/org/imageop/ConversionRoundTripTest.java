package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Known colours, and what has to survive the way there and back (SPEC.md B.2 to B.4). */
class ConversionRoundTripTest {

    @ParameterizedTest
    @CsvSource({
        "JPEG_YV12, 255, 0, 0, 76, 255, 85",
        "JPEG_YV12, 0, 255, 0, 150, 21, 44",
        "JPEG_YV12, 0, 0, 255, 29, 107, 255",
        "JPEG_YV12, 0, 0, 0, 0, 128, 128",
        "JPEG_YV12, 255, 255, 255, 255, 128, 128",
        "YV12, 255, 0, 0, 81, 240, 90",
        "YV12, 255, 255, 255, 235, 128, 128",
        "YV12, 0, 0, 0, 16, 128, 128"
    })
    void X3_knownColoursHaveTheirKnownLumaAndChroma(Mode mode, int r, int g, int b, int y, int cr, int cb) {
        StandardImage image = StandardImage.from(StandardImage.filled(Mode.RGB, 4, 2, r, g, b), mode);

        assertThat(Samples.of(image.plane("y"))).containsOnly(y);
        assertThat(Samples.of(image.plane("cr"))).containsOnly(cr);
        assertThat(Samples.of(image.plane("cb"))).containsOnly(cb);
    }

    /** What the PEP calls black in new planar images is not. */
    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void AMB5_newPlanarImagesAreDarkGreenAndModesKnowRealBlack(Mode mode) {
        assertThat(Samples.of(StandardImage.from(StandardImage.of(mode, 2, 2), Mode.RGB)))
                .startsWith(0, 135, 0);
        assertThat(Samples.of(StandardImage.from(StandardImage.filled(mode, 2, 2, mode.black()), Mode.RGB)))
                .containsOnly(0);
    }

    static Stream<Mode[]> lossless() {
        return Stream.of(
                new Mode[] {Mode.L, Mode.CMYK},
                new Mode[] {Mode.L, Mode.RGB},
                new Mode[] {Mode.L, Mode.JPEG_YV12},
                new Mode[] {Mode.L, Mode.L16},
                new Mode[] {Mode.L, Mode.L32},
                new Mode[] {Mode.L, Mode.RGBA64},
                new Mode[] {Mode.L, Mode.CMYK64},
                new Mode[] {Mode.L16, Mode.L32},
                new Mode[] {Mode.L16, Mode.RGB48},
                new Mode[] {Mode.L16, Mode.CMYK64},
                new Mode[] {Mode.LA, Mode.LA32},
                new Mode[] {Mode.LA, Mode.RGBA},
                new Mode[] {Mode.LA32, Mode.RGBA64},
                new Mode[] {Mode.RGB, Mode.CMYK},
                new Mode[] {Mode.RGB, Mode.RGB48},
                new Mode[] {Mode.RGB, Mode.CMYK64},
                new Mode[] {Mode.RGB48, Mode.CMYK64},
                new Mode[] {Mode.RGBA, Mode.RGBA64},
                new Mode[] {Mode.CMYK, Mode.CMYK64});
    }

    @ParameterizedTest
    @MethodSource("lossless")
    void survivesTheWayThereAndBack(Mode mode, Mode over) {
        int[] samples = Samples.random(mode, 256, 16, new SplittableRandom(1));
        StandardImage there = StandardImage.from(Samples.image(mode, 256, 16, samples), over);

        assertThat(Samples.of(StandardImage.from(there, mode))).isEqualTo(samples);
    }

    @Test
    void validStudioRangeSurvivesFullRange() {
        int[] samples = new int[16 * 16 * 3 / 2 * 4];
        SplittableRandom random = new SplittableRandom(2);
        Arrays.setAll(samples, i -> i < 1024 ? random.nextInt(16, 236) : random.nextInt(16, 241));
        StandardImage full = StandardImage.from(Samples.image(Mode.YV12, 32, 32, samples), Mode.JPEG_YV12);

        assertThat(Samples.of(StandardImage.from(full, Mode.YV12))).isEqualTo(samples);
    }

    @ParameterizedTest
    @CsvSource({"JPEG_YV12, 1, 0", "YV12, 2, 1"})
    void blocksOfOneColourSurviveChroma(Mode mode, int colorBound, int greyBound) {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 4000; i++) {
            boolean grey = i % 4 == 0;
            int r = Samples.sample(255, random);
            int[] color = {r, grey ? r : Samples.sample(255, random), grey ? r : Samples.sample(255, random)};
            int[] back = Samples.of(StandardImage.from(
                    StandardImage.from(StandardImage.filled(Mode.RGB, 2, 2, color), mode), Mode.RGB));
            for (int k = 0; k < back.length; k++) {
                assertThat(Math.abs(back[k] - color[k % 3]))
                        .as("%s", Arrays.toString(color))
                        .isLessThanOrEqualTo(grey ? greyBound : colorBound);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void AMB12_oddSizesHaveNoPlanes(Mode mode) {
        StandardImage odd = StandardImage.of(Mode.RGB, 6, 9);

        assertThatThrownBy(() -> StandardImage.from(odd, mode))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6×9")
                .hasMessageContaining("even");
    }

    @Test
    void AMB16_alphaIsDroppedWithoutBlending() {
        StandardImage image = StandardImage.filled(Mode.RGBA, 1, 1, 10, 20, 30, 0);

        assertThat(Samples.of(StandardImage.from(image, Mode.RGB))).containsExactly(10, 20, 30);
        assertThat(Samples.of(StandardImage.from(image, Mode.CMYK))).containsExactly(245, 235, 225, 0);
        assertThat(Samples.of(StandardImage.from(StandardImage.from(image, Mode.RGB), Mode.RGBA64)))
                .containsExactly(2570, 5140, 7710, 65535);
    }

    @Test
    void P71_infoIsNotCopied() {
        StandardImage image = StandardImage.of(Mode.L, 3, 3);
        image.info().put("comment", "x");

        assertThat(StandardImage.from(image).info()).isEmpty();
        assertThat(StandardImage.from(image, Mode.RGB).info()).isEmpty();
        assertThat(StandardImage.from(image, 6, 6).info()).isEmpty();
    }
}
