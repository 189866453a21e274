package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RotateTest {

    @Test
    void P34_rotate90TurnsCounterclockwise() {
        // 1 2 3      3 6
        // 4 5 6  ->  2 5
        //            1 4
        StandardImage image = StandardImage.ofBytes(Mode.L, 3, 2, new byte[] {1, 2, 3, 4, 5, 6});
        assertThat(image.rotate90().buffer().get(Slice.ALL)).containsExactly(3, 6, 2, 5, 1, 4);
        assertThat(image.rotate180().buffer().get(Slice.ALL)).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(image.rotate270().buffer().get(Slice.ALL)).containsExactly(4, 1, 5, 2, 6, 3);
    }

    @Each.Image
    void P34_rotationsAreCopies(Fixture fixture) {
        Subject subject = fixture.make();
        for (ImageLike turned : List.of(
                subject.image().rotate90(),
                subject.image().rotate180(),
                subject.image().rotate270())) {
            turned.map(v -> 99);
            subject.expect(subject.model());
        }
    }

    @Each.Image
    void P35_P36_everySampleGoesWhereTheFormulaSays(Fixture fixture) {
        Subject subject = fixture.make();
        Model model = subject.model();
        model.rotated90().assertIn(subject.image().rotate90());
        model.rotated90().rotated90().assertIn(subject.image().rotate180());
        model.rotated90().rotated90().rotated90().assertIn(subject.image().rotate270());
    }

    @Each.Image
    void P37_rotationsKeepTheModeAndHaveAnEmptyInfo(Fixture fixture) {
        ImageLike image = fixture.make().image();
        image.info().put("comment", "stays here");
        for (ImageLike turned : List.of(image.rotate90(), image.rotate180(), image.rotate270())) {
            assertThat(turned.mode()).isSameAs(fixture.mode());
            assertThat(turned.info()).isEmpty();
        }
    }
}
