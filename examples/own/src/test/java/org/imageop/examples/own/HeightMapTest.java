package org.imageop.examples.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.ImageContract;
import org.junit.jupiter.api.Test;

/** The image that a height map provides. */
class HeightMapTest extends ImageContract {
    @Override
    public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
        return modes().contains(mode) && width > 0 && height > 0
                ? Optional.of(Images.of(new HeightMap(width, height)))
                : Optional.empty();
    }

    @Override
    public Set<Mode> modes() {
        return EnumSet.of(Mode.L16);
    }

    @Test
    void A1_heightsAndSamplesAreTheSameMemory() {
        HeightMap map = new HeightMap(3, 2);
        ImageLike image = Images.of(map);

        map.set(2, 1, 8848);
        image.set(0, 1, 65535 / 2);

        assertThat(image.get(2, 1).value()).containsExactly(65535);
        assertThat(map.get(0, 1)).isEqualTo(8848 * (65535 / 2) / 65535f);
        assertThat(map.size()).isEqualTo(6);
    }

    @Test
    void A1_theMapItselfIsHandedToAnybodyWhoTakesImages() {
        HeightMap map = new HeightMap(3, 2);
        map.set(1, 0, 4424);

        assertThat(Images.isImage(map)).isTrue();
        assertThat(StandardImage.from(Images.to(map, ImageLike.class), Mode.L)
                        .get(1, 0)
                        .value())
                .containsExactly(128);
    }
}
