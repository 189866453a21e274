package org.imageop.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;

import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

class LayoutTextTest {
    @Test
    void layoutsAreDescribedInWords() {
        assertThat(layout(StandardImage.of(Mode.RGB, 7, 5))).isEqualTo("bytes, RGB order, row stride 21");
        assertThat(layout(StandardImage.of(Mode.L16, 7, 5))).isEqualTo("shorts, row stride 7");
        assertThat(layout(StandardImage.canvas(7, 5)))
                .isEqualTo("ARGB packed in ints, row stride 7, premultiplied alpha");
        assertThat(layout(StandardImage.of(Mode.YV12, 8, 6)))
                .isEqualTo("planes y, cr, cb of bytes, row strides 8, 4, 4");
        assertThat(layout(StandardImage.of(Mode.RGB, 7, 5).plane("g")))
                .isEqualTo("bytes, pixel stride 3, row stride 21");
    }

    private static String layout(ImageLike image) {
        return LayoutText.of(image.buffer().layout().orElseThrow());
    }
}
