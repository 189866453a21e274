package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Known colours, and how far a colour may move on the way through planes and back (SPEC.md B.2 to B.4). */
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
}
