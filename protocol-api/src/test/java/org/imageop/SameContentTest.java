package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.imageop.outside.MinimalImage;
import org.junit.jupiter.api.Test;

/** Comparing images that are larger than an array. */
class SameContentTest {

    @Test
    void AMB15_contentOfImagesWiderThanAnArrayCanBeCompared() {
        MinimalImage none = new MinimalImage(Mode.L, 1, 1, new byte[1]);
        record Wide(ImageBuffer buffer, ImageMixin rest) implements ImageMixin {
            @Override
            public Mode mode() {
                return Mode.L;
            }

            @Override
            public ImageSize size() {
                return new ImageSize(Integer.MAX_VALUE, 1);
            }

            @Override
            public Map<String, Object> info() {
                return rest.info();
            }
        }
        ImageBuffer blank = ImageBuffer.computed(Mode.L, Integer.MAX_VALUE, 1, (x, y, count, samples, offset) -> {
            assertThat(x).isNotNegative();
            assertThat((long) x + count).isLessThanOrEqualTo(Integer.MAX_VALUE);
        });
        assertThat(Images.sameContent(new Wide(blank, none), new Wide(blank, none)))
                .isTrue();
    }
}
