package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Comparing images that are larger than an array. */
class SameContentTest {

    @Test
    void AMB15_contentOfImagesWiderThanAnArrayCanBeCompared() {
        SampleRows blank = (x, y, count, samples, offset) -> {
            assertThat(x).isNotNegative();
            assertThat((long) x + count).isLessThanOrEqualTo(Integer.MAX_VALUE);
        };
        ComputedImage one = ComputedImage.of(Mode.L, Integer.MAX_VALUE, 1, blank);
        ComputedImage other = ComputedImage.of(Mode.L, Integer.MAX_VALUE, 1, blank);
        assertThat(Images.sameContent(one, other)).isTrue();
    }
}
