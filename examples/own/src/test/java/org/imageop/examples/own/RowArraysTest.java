package org.imageop.examples.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.imageop.Mode;
import org.imageop.tck.ImageContract;
import org.junit.jupiter.api.Test;

class RowArraysTest extends ImageContract {
    @Override
    public Optional<RowArrays> image(Mode mode, int width, int height) {
        if (width < 1 || height < 1) {
            return Optional.empty();
        }
        return mode == Mode.L ? Optional.of(new RowArrays(new byte[height][width])) : Optional.empty();
    }

    @Test
    void P19_writesReachTheRows() {
        byte[][] rows = {{1, 2, 3}, {4, 5, 6}};
        RowArrays image = new RowArrays(rows);

        image.set(2, 1, 200);
        rows[0][1] = 99;

        assertThat(rows[1][2]).isEqualTo((byte) 200);
        assertThat(image.get(1, 0).l()).isEqualTo(99);
    }
}
