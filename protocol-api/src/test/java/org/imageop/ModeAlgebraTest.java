package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Modes by what they hold. */
class ModeAlgebraTest {

    @ParameterizedTest
    @CsvSource({
        "L, GREY, 8, false",
        "L16, GREY, 16, false",
        "L32, GREY, 32, false",
        "LA, GREY, 8, true",
        "LA32, GREY, 16, true",
        "RGB, RGB, 8, false",
        "RGB48, RGB, 16, false",
        "RGBA, RGB, 8, true",
        "RGBA64, RGB, 16, true",
        "JPEG_YV12, YCBCR, 8, false",
        "CMYK, CMYK, 8, false",
        "CMYK64, CMYK, 16, false"
    })
    void C13_aModeIsItsFamilyDepthAndAlpha(Mode mode, ColorFamily family, int bits, boolean alpha) {
        assertThat(mode.family()).isEqualTo(family);
        assertThat(mode.bitsPerComponent()).isEqualTo(bits);
        assertThat(mode.hasAlpha()).isEqualTo(alpha);
        assertThat(Mode.of(family, bits, alpha)).isEqualTo(mode);
    }

    @Test
    void theStudioRangeIsOfTheSameFamily() {
        assertThat(Mode.YV12.family()).isEqualTo(ColorFamily.YCBCR);
        assertThat(Mode.YV12.withBits(8)).isEqualTo(Mode.YV12);
    }

    @Test
    void familiesNameTheirComponents() {
        assertThat(ColorFamily.GREY.componentNames()).isEqualTo(List.of("l"));
        assertThat(ColorFamily.YCBCR.componentNames()).isEqualTo(List.of("y", "cr", "cb"));
        assertThat(ColorFamily.CMYK.componentNames()).isEqualTo(List.of("c", "m", "y", "k"));
    }

    @Test
    void depthAndAlphaAreChangedByThemselves() {
        assertThat(Mode.RGB.withAlpha()).isEqualTo(Mode.RGBA);
        assertThat(Mode.RGBA64.withoutAlpha()).isEqualTo(Mode.RGB48);
        assertThat(Mode.LA32.withBits(8)).isEqualTo(Mode.LA);
        assertThat(Mode.CMYK64.componentMode()).isEqualTo(Mode.L16);
        assertThatIllegalArgumentException()
                .isThrownBy(Mode.CMYK::withAlpha)
                .withMessageContaining("No mode has CMYK colors of 8 bits with alpha")
                .withMessageEndingWith("[errors.md#no-such-mode]");
        assertThatIllegalArgumentException().isThrownBy(() -> Mode.RGB.withBits(32));
    }

    @ParameterizedTest
    @EnumSource
    void aModeIsNearestToItself(Mode mode) {
        assertThat(mode.nearestIn(EnumSet.allOf(Mode.class))).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({
        "LA, RGBA, L RGB RGBA", "L16, L16, L L16 RGB", "L16, L, L RGB RGB48 RGBA", "L, RGB, RGB RGBA CMYK",
        "RGBA, LA, L LA", "RGBA64, RGBA, L RGB RGBA RGB48", "CMYK, CMYK64, RGB CMYK64 RGBA", "YV12, RGB, L RGB RGBA",
        "L32, L16, L L16 RGB48", "RGB48, RGB, L16 RGB CMYK64"
    })
    void C14_theNearestKeepsAlphaThenColorsThenDepth(Mode mode, Mode nearest, String from) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (String name : from.split(" ")) {
            modes.add(Mode.of(name));
        }
        assertThat(mode.nearestIn(modes)).isEqualTo(nearest);
    }

    @Test
    void nothingIsNearestInNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mode.L.nearestIn(Set.of()));
    }
}
