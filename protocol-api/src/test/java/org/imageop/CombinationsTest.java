package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;

/** The one thing that everything else stands on, in every combination of mode, arrangement, memory and size. */
class CombinationsTest {

    @Each.Combination
    void readsWhatLiesInMemory(Fixture fixture) {
        Subject subject = fixture.make();
        subject.expect(subject.model());
    }

    @Each.Combination
    void writesBytesIntoMemoryOrRefuses(Fixture fixture) {
        Subject subject = fixture.make();
        Model other = Model.random(fixture.mode(), fixture.width(), fixture.height(), 99);
        if (fixture.writable()) {
            subject.image().buffer().set(Slice.ALL, other.bytes());
            subject.expect(subject.stored(other));
        } else {
            assertThatThrownBy(() -> subject.image().buffer().set(Slice.ALL, other.bytes()))
                    .isInstanceOf(ReadOnlyImageException.class);
            subject.expect(subject.model());
        }
        assertThat(subject.image().buffer().readOnly()).isEqualTo(!fixture.writable());
    }

    @Each.Combination
    void writesSamplesOneByOneOrRefuses(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        SplittableRandom random = new SplittableRandom(5);
        for (int c = 0; c < expected.components(); c++) {
            ImageLike plane = subject.image().plane(Model.names(fixture.mode())[c]);
            for (int y = 0; y < plane.height(); y++) {
                for (int x = 0; x < plane.width(); x++) {
                    int value = Model.value(fixture.mode(), random);
                    int column = x;
                    int row = y;
                    if (!fixture.writable()) {
                        assertThatThrownBy(() -> plane.set(column, row, value))
                                .isInstanceOf(ReadOnlyImageException.class);
                        continue;
                    }
                    plane.set(x, y, value);
                    expected.samples[c][y][x] = value;
                    if (subject.premultiplied()) {
                        expected.pixel(x, y, subject.stored(expected.pixel(x, y)));
                    }
                }
            }
        }
        subject.expect(expected);
    }

    @Each.Combination
    void copiesIntoMemoryAndOutOfIt(Fixture fixture) {
        Subject subject = fixture.make();
        subject.model().assertIn(StandardImage.from(subject.image()));
        if (fixture.writable()) {
            Model other = Model.random(fixture.mode(), fixture.width(), fixture.height(), 17);
            Images.copy(
                    StandardImage.ofBytes(fixture.mode(), fixture.width(), fixture.height(), other.bytes()),
                    subject.image());
            subject.expect(subject.stored(other));
        }
    }
}
