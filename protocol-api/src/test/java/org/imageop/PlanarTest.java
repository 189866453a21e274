package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

/** Components on their own: split, and the planes of planar images. */
class PlanarTest {

    @Each.Image
    void P40_AMB11_splitGivesACopyOfEachComponent(Fixture fixture) {
        Subject subject = fixture.make();
        List<? extends ImageLike> parts = subject.image().split();
        assertThat(parts).hasSize(subject.model().components());
        for (int c = 0; c < parts.size(); c++) {
            subject.model().component(c).assertIn(parts.get(c));
            parts.get(c).map(v -> 1);
        }
        subject.expect(subject.model());
    }

    @Each.Image
    void P41_P43_planesAreNamedAfterTheComponentsAndHaveTheirSize(Fixture fixture) {
        Subject subject = fixture.make();
        for (int c = 0; c < subject.model().components(); c++) {
            ImageLike plane = subject.image().plane(Model.names(fixture.mode())[c]);
            subject.model().component(c).assertIn(plane);
            assertThat(plane.mode()).isSameAs(Model.grey(fixture.mode()));
        }
        assertThatThrownBy(() -> subject.image().plane("z"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("\"z\"");
    }

    @Each.WritableImage
    void P42_planesAreViewsBothWays(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        for (int c = 0; c < expected.components(); c++) {
            ImageLike plane = subject.image().plane(Model.names(fixture.mode())[c]);
            int value = 0x6b6b6b6b & Model.max(fixture.mode());
            plane.set(plane.width() - 1, plane.height() - 1, value);
            if (Model.isPlanar(fixture.mode())) {
                expected.samples[c][plane.height() - 1][plane.width() - 1] = value;
            } else {
                int[] color = expected.pixel(plane.width() - 1, plane.height() - 1);
                color[c] = value;
                expected.pixel(plane.width() - 1, plane.height() - 1, subject.stored(color));
            }
            subject.expect(expected);
            // and from the image to the plane
            Model other = Model.random(fixture.mode(), fixture.width(), fixture.height(), c);
            subject.image().buffer().set(Slice.ALL, other.bytes());
            expected = subject.stored(other);
            expected.component(c).assertIn(plane);
        }
        subject.expect(expected);
    }

    @Each.WritablePlanarImage
    void P43_planesBeginAtTheirOffsetsInTheBuffer(Fixture fixture) {
        Subject subject = fixture.make();
        int luma = fixture.width() * fixture.height();
        int[] offsets = {0, luma, luma * 5 / 4};
        for (int c = 0; c < 3; c++) {
            subject.image().plane(Model.names(fixture.mode())[c]).set(0, 0, 201 + c);
            assertThat(subject.image().buffer().get(offsets[c])).isEqualTo(201 + c);
        }
    }
}
