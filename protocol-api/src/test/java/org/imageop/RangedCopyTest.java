package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** Copying between images of numbers with a range. */
class RangedCopyTest {
    @Test
    void C15_numbersOfTheSameRangeAreCopiedAsTheyAre() {
        float[] numbers = {0.123456789f, -7, Float.NaN, 1e-30f, 2, 1};
        float[] copied = new float[6];
        FloatBuffer source = FloatBuffer.wrap(numbers);
        Plane.Range range = new Plane.Range(0, 1);
        PixelLayout layout = PixelLayout.ranged(Mode.L16, 3, 2, "L", range, source, 0, 3);
        PixelLayout turned = PixelLayout.ranged(Mode.L16, 3, 2, "L", range, FloatBuffer.wrap(copied), 0, 3)
                .rotate180();

        StandardImage.from(StandardImage.wrap(layout), turned);

        assertThat(copied).containsExactly(1, 2, 1e-30f, Float.NaN, -7, 0.123456789f);
    }

    @Test
    void C16_numbersOfAnotherRangeKeepTheirPosition() {
        FloatBuffer source = FloatBuffer.wrap(new float[] {0.5f});
        FloatBuffer target = FloatBuffer.allocate(1);

        StandardImage.from(
                StandardImage.wrap(PixelLayout.ranged(Mode.L16, 1, 1, "L", new Plane.Range(0, 1), source, 0, 1)),
                PixelLayout.ranged(Mode.L16, 1, 1, "L", new Plane.Range(0, 65535), target, 0, 1));

        assertThat(target.get(0)).isEqualTo(32767.5f);
    }
}
