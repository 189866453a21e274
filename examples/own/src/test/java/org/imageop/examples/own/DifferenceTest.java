package org.imageop.examples.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.ImageContract;
import org.junit.jupiter.api.Test;

class DifferenceTest extends ImageContract {
    @Override
    public Optional<Difference> image(Mode mode, int width, int height) {
        StandardImage one = StandardImage.of(mode, width, height);
        StandardImage other = StandardImage.of(mode, width, height);
        for (int i = 0; i < one.buffer().length(); i++) {
            one.buffer().set(i, i * 7 % 256);
            other.buffer().set(i, i * 31 % 251);
        }
        return Optional.of(new Difference(one, other));
    }

    @Override
    public Set<Mode> modes() {
        return EnumSet.complementOf(EnumSet.of(Mode.YV12, Mode.JPEG_YV12));
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Test
    void P19_showsAtOnceWhatChanges() {
        StandardImage one = StandardImage.filled(Mode.RGB, 2, 1, 10, 20, 30);
        StandardImage other = StandardImage.filled(Mode.RGB, 2, 1, 10, 20, 30);
        Difference difference = new Difference(one, other);

        other.set(1, 0, 0, 20, 255);

        assertThat(difference.get(0, 0).value()).containsExactly(0, 0, 0);
        assertThat(difference.get(1, 0).value()).containsExactly(10, 0, 225);
    }

    @Test
    void S9_canBeTurnedOntoAnImageThatItIsMadeOf() {
        StandardImage one = StandardImage.of(Mode.L, 1, 4);
        StandardImage other = StandardImage.of(Mode.L, 1, 4);
        for (int y = 0; y < 4; y++) {
            one.set(0, y, 50 + y);
            other.set(0, y, 10 * y);
        }

        Images.copy(Views.flipTopBottom(new Difference(one, other)), other);

        assertThat(other.buffer()).containsExactly(23, 32, 41, 50);
    }
}
