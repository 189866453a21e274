package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects that have an image, and images that wrap an object. */
class BorderTest {

    /** A class whose get means something else. */
    private static final class Clashing implements ImageProvider {
        private final StandardImage image = StandardImage.of(Mode.L, 2, 1);

        int get(int x, int y) {
            return -1;
        }

        @Override
        public ImageLike imageLike() {
            return image;
        }
    }

    @Test
    void A1_anObjectThatHasAnImageIsAcceptedAsIt() {
        Clashing object = new Clashing();

        assertThat(Images.isImage(object)).isTrue();
        assertThat(Images.of(object)).isSameAs(object.image);
        assertThat(Images.to(object, StandardImage.class)).isSameAs(object.image);
        assertThat(Images.to(object, Clashing.class)).isSameAs(object);
        ImageProvider without = () -> null;
        assertThatIllegalStateException()
                .isThrownBy(() -> Images.of(without))
                .withMessageEndingWith("[errors.md#contradiction]");
    }

    @Test
    void S11_unwrappingGivesTheForeignObject() {
        StringBuilder source = new StringBuilder();
        StandardImage image = StandardImage.wrapping(source, PixelLayout.of(Mode.L, 1, 1, ByteBuffer.allocate(1)));

        assertThat(Images.unwrap(image, StringBuilder.class)).containsSame(source);
        assertThat(Images.unwrap(image, CharSequence.class)).containsSame(source);
        assertThat(Images.unwrap(image, StandardImage.class)).containsSame(image);
        assertThat(Images.unwrap(image, Map.class)).isEmpty();
        assertThat(Images.unwrap(Views.crop(image, 0, 0, 1, 1), StringBuilder.class))
                .isEmpty();
    }
}
