package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ImageSizeTest {
    @Test
    void knowsItsWidth() {
        assertThat(new ImageSize(3, 4).width()).isEqualTo(3);
    }

    @Property(tries = 20)
    void equalsItsLike(@ForAll int width, @ForAll int height) {
        assertThat(new ImageSize(width, height)).isEqualTo(new ImageSize(width, height));
    }
}
