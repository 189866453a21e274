package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copying between images that may stand on the same memory. */
class CopyTest {
    @Test
    void P53_componentsOfPremultipliedMemoryMayOverlapWithIt() {
        for (String target : List.of("r", "g", "b")) {
            StandardImage image = StandardImage.canvas(4, 4);
            image.map(v -> 200);
            image.plane("g").map(v -> 100);
            StandardImage green = StandardImage.from(image.plane("g"));
            Images.copy(Views.rotate90(image.plane("g")), image.plane(target));
            assertThat(Images.sameContent(image.plane(target), StandardImage.from(green)))
                    .isTrue();
        }
        // RGBA onto its own turned self
        StandardImage image = StandardImage.canvas(4, 4);
        Model model = Model.random(Mode.RGBA, 4, 4, 1);
        image.buffer().set(Slice.ALL, model.bytes());
        StandardImage before = StandardImage.from(image);
        Images.copy(Views.rotate90(image), image);
        assertThat(Images.sameContent(image, before.rotate90())).isTrue();
    }

    @Each.WritableImage
    void conversionsIntoAnImageTouchNothingElse(Fixture fixture) {
        Subject subject = fixture.make();
        StandardImage source = StandardImage.ofBytes(
                Mode.RGBA64,
                fixture.width(),
                fixture.height(),
                Model.random(Mode.RGBA64, fixture.width(), fixture.height(), 3).bytes());
        StandardImage converted = StandardImage.from(source, fixture.mode());
        Images.copy(source, subject.image());
        subject.expect(subject.stored(Model.of(
                fixture.mode(),
                fixture.width(),
                fixture.height(),
                converted.buffer().get(Slice.ALL))));
    }

    @Test
    void aTurnedViewOfConcurrentRowsIsWrittenByOneThreadAlone() {
        SampleRows concurrent = new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {}

            @Override
            public boolean concurrent() {
                return true;
            }
        };
        ImageBuffer buffer = ImageBuffer.computed(Mode.L, 3, 2, concurrent);
        StandardImage image = new StandardImage(Mode.L, 3, 2, buffer);
        assertThat(Images.rows(image).concurrent()).isTrue();
        assertThat(Images.rows(Views.flipTopBottom(image)).concurrent()).isTrue();
        assertThat(Images.rows(Views.rotate90(image)).concurrent()).isFalse();
    }

    @Test
    void numbersOfTheSameRangeAreCopiedAsTheyAre() {
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
    void L8_numbersOfAnotherRangeAreScaled() {
        FloatBuffer source = FloatBuffer.wrap(new float[] {0.5f});
        FloatBuffer target = FloatBuffer.allocate(1);

        StandardImage.from(
                StandardImage.wrap(PixelLayout.ranged(Mode.L16, 1, 1, "L", new Plane.Range(0, 1), source, 0, 1)),
                PixelLayout.ranged(Mode.L16, 1, 1, "L", new Plane.Range(0, 65535), target, 0, 1));

        assertThat(target.get(0)).isEqualTo(32768);
    }
}
