package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Views show the image's own samples, and what is written to them is written to it. */
class ViewsTest {
    /** A view, the layout that does the same, and what both are to show. */
    private record Turn(
            String name,
            Function<ImageLike, StandardImage> view,
            UnaryOperator<PixelLayout> layout,
            UnaryOperator<Model> model) {}

    private static Model upsideDown(Model model) {
        return model.rotated90().rotated90();
    }

    private static final List<Turn> TURNS = List.of(
            new Turn("flipLeftRight", Views::flipLeftRight, PixelLayout::flipLeftRight, Model::mirrored),
            new Turn("flipTopBottom", Views::flipTopBottom, PixelLayout::flipTopBottom, m -> upsideDown(m.mirrored())),
            new Turn("rotate90", Views::rotate90, PixelLayout::rotate90, Model::rotated90),
            new Turn("rotate180", Views::rotate180, PixelLayout::rotate180, ViewsTest::upsideDown),
            new Turn("rotate270", Views::rotate270, PixelLayout::rotate270, m -> upsideDown(m.rotated90())),
            new Turn("transpose", Views::transpose, PixelLayout::transpose, Model::transposed),
            new Turn(
                    "crop",
                    image -> Views.crop(
                            image, image.width() / 4 * 2, 0, image.width() - image.width() / 4 * 2, image.height()),
                    layout -> layout.crop(
                            layout.size().width() / 4 * 2,
                            0,
                            layout.size().width() - layout.size().width() / 4 * 2,
                            layout.size().height()),
                    m -> m.area(
                            java.util.stream.IntStream.range(m.width / 4 * 2, m.width)
                                    .toArray(),
                            Model.range(m.height))));

    @Each.Image
    void P35_viewsShowWhatTheyShould(Fixture fixture) {
        Subject subject = fixture.make();
        for (Turn turn : TURNS) {
            Model expected = turn.model.apply(subject.model());
            StandardImage view = turn.view.apply(subject.image());
            expected.assertIn(view);
            assertThat(view.info()).isEmpty();
            subject.image()
                    .buffer()
                    .layout()
                    .ifPresent(layout -> expected.assertIn(StandardImage.wrap(turn.layout.apply(layout))));
        }
    }

    @Each.WritableImage
    void P42_viewsShareTheSamplesBothWays(Fixture fixture) {
        for (Turn turn : TURNS) {
            Subject subject = fixture.make();
            StandardImage view = turn.view.apply(subject.image());
            // write the image, read the view
            Model other = Model.random(fixture.mode(), fixture.width(), fixture.height(), 5);
            subject.image().buffer().set(Slice.ALL, other.bytes());
            Model now = subject.stored(other);
            turn.model.apply(now).assertIn(view);
            // write the view, read the image: the whole of it, through the view's own map
            view.map(v -> Math.floor(v / 2));
            Model after = subject.memory().get();
            turn.model.apply(after).assertIn(view);
            assertThat(after.samples).isNotEqualTo(now.samples);
            after.assertIn(subject.image());
            subject.surroundings().run();
        }
    }

    @Each.PixelImage
    void P59_selectionsThinOutAndMirror(Fixture fixture) {
        Subject subject = fixture.make();
        for (String[] slices : new String[][] {{"::2", "::-1"}, {"::-2", "::3"}, {"-1:", ":1"}}) {
            Slice columns = Slice.parse(slices[0]);
            Slice rows = Slice.parse(slices[1]);
            Model expected =
                    subject.model().area(positions(columns, fixture.width()), positions(rows, fixture.height()));
            expected.assertIn(Views.select(subject.image(), columns, rows));
            // views of views
            expected.rotated90()
                    .mirrored()
                    .assertIn(Views.flipLeftRight(Views.rotate90(Views.select(subject.image(), columns, rows))));
        }
    }

    private static int[] positions(Slice slice, int length) {
        Slice.Selection selection = slice.on(length);
        return java.util.stream.LongStream.range(0, selection.count())
                .mapToInt(k -> (int) selection.at(k))
                .toArray();
    }

    @Each.PlanarImage
    void P10_viewsOfPlanarImagesKeepGroupsOfPixelsWhole(Fixture fixture) {
        ImageLike image = fixture.make().image();
        List<Runnable> cuts = new ArrayList<>(List.of(
                () -> Views.crop(image, 1, 0, 1, 2),
                () -> Views.crop(image, 0, 1, 2, 1),
                () -> Views.select(image, Slice.ALL.by(2), Slice.ALL),
                () -> Views.select(image, Slice.ALL, Slice.ALL.by(-2)),
                () -> Views.select(image, Slice.from(1), Slice.ALL),
                () -> Views.select(image, Slice.ALL, Slice.to(-1))));
        if (fixture.width() > 2) {
            cuts.add(() -> Views.select(image, Slice.of(1, 3), Slice.ALL));
            cuts.add(() -> Views.select(image, Slice.of(2, 0, -1), Slice.ALL));
        }
        for (Runnable cut : cuts) {
            assertThatIllegalArgumentException()
                    .isThrownBy(cut::run)
                    .withMessageContaining("A view of " + fixture.mode())
                    .withMessageContaining("convert to RGB");
        }
        if (fixture.width() > 2) {
            fixture.make()
                    .model()
                    .area(new int[] {2, 3}, new int[] {0, 1})
                    .assertIn(Views.select(image, Slice.of(2, 4), Slice.to(2)));
            fixture.make()
                    .model()
                    .area(new int[] {3, 2}, new int[] {1, 0})
                    .assertIn(Views.select(image, Slice.of(3, 1, -1), Slice.of(1, -100, -1)));
        }
    }

    @Each.Image
    void rectanglesOutsideAreRefused(Fixture fixture) {
        ImageLike image = fixture.make().image();
        int w = fixture.width();
        int h = fixture.height();
        int[][] outside = {
            {-2, 0, 2, 2},
            {0, -2, 2, 2},
            {0, 0, w + 2, h},
            {0, 0, w, h + 2},
            {Integer.MAX_VALUE, 0, 2, h},
            {2, 0, Integer.MAX_VALUE, h},
            {0, 0, -2, h},
            {0, 0, w, Integer.MIN_VALUE}
        };
        for (int[] r : outside) {
            assertThatThrownBy(() -> Views.crop(image, r[0], r[1], r[2], r[3]))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining(r[2] + "×" + r[3])
                    .hasMessageContaining(w + "×" + h + " " + fixture.mode() + " image");
            image.buffer()
                    .layout()
                    .ifPresent(layout -> assertThatThrownBy(() -> layout.crop(r[0], r[1], r[2], r[3]))
                            .isInstanceOf(IndexOutOfBoundsException.class));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Views.crop(image, 0, 0, 0, h));
        assertThatIllegalArgumentException().isThrownBy(() -> Views.select(image, Slice.of(1, 1), Slice.ALL));
    }

    /** The eight orientations of the letter F, as the EXIF standard has them: where row 0 and column 0 are seen. */
    @ParameterizedTest
    @CsvSource({
        "1, top,    left",
        "2, top,    right",
        "3, bottom, right",
        "4, bottom, left",
        "5, left,   top",
        "6, right,  top",
        "7, right,  bottom",
        "8, left,   bottom"
    })
    void orientationsPutRowAndColumnZeroWhereExifSays(int orientation, String row0, String column0) {
        for (ImageLike stored : List.of(
                StandardImage.ofBytes(Mode.L, 2, 3, new byte[] {1, 2, 3, 4, 5, 6}),
                Subjects.computed(Model.of(Mode.L, 2, 3, new byte[] {1, 2, 3, 4, 5, 6})))) {
            StandardImage seen = Views.orient(stored, orientation);
            int w = seen.width();
            int h = seen.height();
            assertThat(w).isEqualTo(orientation < 5 ? 2 : 3);
            Slice first = Slice.to(1);
            Slice last = Slice.from(-1);
            // the stored row 0 has the samples 1 and 2, the stored column 0 has 1, 3 and 5
            ImageLike row = edge(seen, row0, first, last);
            ImageLike column = edge(seen, column0, first, last);
            assertThat(row.buffer().get(Slice.ALL)).containsExactlyInAnyOrder(1, 2);
            assertThat(column.buffer().get(Slice.ALL)).containsExactlyInAnyOrder(1, 3, 5);
            assertThat(h).isEqualTo(orientation < 5 ? 3 : 2);
            seen.set(0, 0, 77);
            assertThat(stored.buffer().get(Slice.ALL)).contains(77);
        }
    }

    private static ImageLike edge(ImageLike image, String edge, Slice first, Slice last) {
        return switch (edge) {
            case "top" -> image.get(Slice.ALL, first);
            case "bottom" -> image.get(Slice.ALL, last);
            case "left" -> image.get(first, Slice.ALL);
            default -> image.get(last, Slice.ALL);
        };
    }

    @Test
    void thereAreEightOrientations() {
        StandardImage image = StandardImage.of(Mode.L, 1, 1);
        for (int orientation : new int[] {0, 9, -1, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Views.orient(image, orientation))
                    .withMessageContaining("orientation " + orientation)
                    .withMessageContaining("1 to 8");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LA", "LA32", "RGBA", "RGBA64"})
    void componentsOfPremultipliedMemoryAreStraight(Mode mode) {
        Subject subject = Subjects.fixture(Subjects.Arrangement.PREMULTIPLIED, mode, Storage.Kind.HEAP, 3, 2)
                .make();
        PixelLayout layout = subject.image().buffer().layout().orElseThrow();
        String[] names = Model.names(mode);
        for (int c = 0; c < names.length; c++) {
            subject.model().component(c).assertIn(Views.component(subject.image(), names[c]));
        }
        assertThatThrownBy(() -> layout.component(names[0]))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("premultiplied")
                .hasMessageContaining("Views.component");
        subject.model().component(names.length - 1).assertIn(StandardImage.wrap(layout.component("a")));
    }
}
