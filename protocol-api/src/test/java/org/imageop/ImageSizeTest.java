package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSizeTest {

    @Test
    void P86_isAPairOfTwoInts() {
        assertThat(Arrays.stream(ImageSize.class.getRecordComponents()).map(c -> c.getName() + " " + c.getType()))
                .containsExactly("width int", "height int");
    }

    @Test
    void P87_widthAndHeightAreTheItems() {
        ImageSize size = new ImageSize(3, 7);
        assertThat(size.width()).isEqualTo(3).isEqualTo(size.get(0));
        assertThat(size.height()).isEqualTo(7).isEqualTo(size.get(1));
        for (int index : new int[] {-1, 2, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> size.get(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void P87_equalsHashesAndSortsLikeATuple() {
        assertThat(new ImageSize(3, 7))
                .isEqualTo(new ImageSize(3, 7))
                .hasSameHashCodeAs(new ImageSize(3, 7))
                .isNotEqualTo(new ImageSize(7, 3));
        List<ImageSize> sorted = List.of(
                new ImageSize(-1, 9), new ImageSize(2, 1), new ImageSize(2, 3), new ImageSize(Integer.MAX_VALUE, 0));
        for (int i = 0; i < sorted.size(); i++) {
            for (int k = 0; k < sorted.size(); k++) {
                assertThat(Integer.signum(sorted.get(i).compareTo(sorted.get(k))))
                        .isEqualTo(Integer.compare(i, k));
            }
        }
    }

    @Test
    void P88_toStringIsThePepsExactForm() {
        assertThat(new ImageSize(3, -7)).hasToString("imageop.ImageSize(width=3, height=-7)");
    }

    @Test
    void AMB9_acceptsAnyTwoIntsButImagesCheckTheirs() {
        assertThat(new ImageSize(0, -5).height()).isEqualTo(-5);
        assertThatThrownBy(() -> StandardImage.of(Mode.L, 0, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0×5");
    }
}
