package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AreaTest {
    private static int[] positions(String slice, int length) {
        Slice.Selection selection = Slice.parse(slice).on(length);
        int[] positions = new int[(int) selection.count()];
        for (int k = 0; k < positions.length; k++) {
            positions[k] = (int) selection.at(k);
        }
        return positions;
    }

    @Each.PixelImage
    void P49_oneSliceSelectsRows(Fixture fixture) {
        Subject subject = fixture.make();
        for (String rows : List.of(":", "-1:", "::-1", "::2")) {
            subject.model()
                    .area(Model.range(fixture.width()), positions(rows, fixture.height()))
                    .assertIn(subject.image().get(Slice.parse(rows)));
        }
    }

    @Each.PixelImage
    void P50_areasAreCopiesOfTheSelection(Fixture fixture) {
        Subject subject = fixture.make();
        ImageLike image = subject.image();
        Model model = subject.model();
        int w = fixture.width();
        int h = fixture.height();
        for (String columns : List.of(":", "::-1", "::2", "-2:", "1::-1", "::-3")) {
            for (String rows : List.of(":", "::-1", "1::2", "0:1")) {
                int[] xs = positions(columns, w);
                int[] ys = positions(rows, h);
                if (xs.length > 0 && ys.length > 0) {
                    StandardImage copy = StandardImage.from(image.get(Slice.parse(columns), Slice.parse(rows)));
                    model.area(xs, ys).assertIn(copy);
                }
            }
        }
        model.area(new int[] {w - 1}, positions("::-1", h)).assertIn(image.get(w - 1, Slice.ALL.by(-1)));
        model.area(positions("::-1", w), new int[] {h - 1}).assertIn(image.get(Slice.ALL.by(-1), h - 1));
        ImageLike copy = image.get(Slice.ALL, Slice.ALL);
        copy.map(v -> 1);
        subject.expect(model);
    }

    @Each.WritablePixelImage
    void P52_P60_areasAreReplacedAlphaIncludedAndNothingElse(Fixture fixture) {
        int w = fixture.width();
        int h = fixture.height();
        for (String columns : List.of(":", "::-1", "::2", "-2:", "1::-1")) {
            for (String rows : List.of(":", "::-1", "1::2", "0:1")) {
                int[] xs = positions(columns, w);
                int[] ys = positions(rows, h);
                if (xs.length == 0 || ys.length == 0) {
                    continue;
                }
                Subject subject = fixture.make();
                Model expected = subject.model().copy();
                Model source = Model.random(fixture.mode(), xs.length, ys.length, 77);
                subject.image()
                        .set(
                                Slice.parse(columns),
                                Slice.parse(rows),
                                StandardImage.ofBytes(fixture.mode(), xs.length, ys.length, source.bytes()));
                expected.replace(xs, ys, subject.stored(source));
                subject.expect(expected);
            }
        }
    }

    @Each.WritablePixelImage
    void P52_oneColumnOneRowAndRowsAlone(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        int w = fixture.width();
        int h = fixture.height();
        Model column = Model.random(fixture.mode(), 1, h, 1);
        Model row = Model.random(fixture.mode(), w, 1, 2);
        Model rows = Model.random(fixture.mode(), w, (h + 1) / 2, 3);
        subject.image().set(Slice.ALL.by(2), StandardImage.ofBytes(fixture.mode(), w, (h + 1) / 2, rows.bytes()));
        subject.image().set(w - 1, Slice.ALL, StandardImage.ofBytes(fixture.mode(), 1, h, column.bytes()));
        subject.image().set(Slice.ALL, h - 1, StandardImage.ofBytes(fixture.mode(), w, 1, row.bytes()));
        expected.replace(Model.range(w), positions("::2", h), subject.stored(rows));
        expected.replace(new int[] {w - 1}, Model.range(h), subject.stored(column));
        expected.replace(Model.range(w), new int[] {h - 1}, subject.stored(row));
        subject.expect(expected);
    }

    @Each.WritablePixelImage
    void P52_aSourceOfAnotherModeOrSizeIsRefusedAndNothingWritten(Fixture fixture) {
        Subject subject = fixture.make();
        ImageLike image = subject.image();
        int w = fixture.width();
        int h = fixture.height();
        Mode other = fixture.mode() == Mode.RGBA ? Mode.CMYK : Mode.RGBA;
        List<ImageLike> sources = List.of(
                StandardImage.filled(fixture.mode(), w + 1, h, Model.color(fixture.mode(), 1)),
                StandardImage.filled(fixture.mode(), w, h + 1, Model.color(fixture.mode(), 1)),
                StandardImage.of(other, w, h),
                StandardImage.of(Mode.YV12, 2, 2));
        for (ImageLike source : sources) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> image.set(Slice.ALL, Slice.ALL, source))
                    .withMessageContaining("[:, :] of a " + w + "×" + h + " " + fixture.mode() + " image")
                    .withMessageContaining(source.width() + "×" + source.height() + " " + source.mode() + " image");
            assertThatIllegalArgumentException().isThrownBy(() -> image.set(Slice.ALL, source));
        }
        StandardImage column = StandardImage.of(fixture.mode(), 1, h);
        StandardImage row = StandardImage.of(fixture.mode(), w, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image.set(0, Slice.ALL, StandardImage.of(fixture.mode(), 2, h)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image.set(Slice.ALL, 0, StandardImage.of(fixture.mode(), w, 2)));
        for (int outside : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> image.set(outside, Slice.ALL, column))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("column " + outside);
            assertThatThrownBy(() -> image.set(Slice.ALL, outside, row)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> image.get(outside, Slice.ALL)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> image.get(Slice.ALL, outside)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        subject.expect(subject.model());
    }

    @Each.WritablePixelImage
    void P53_sourceAndTargetMayOverlapInTheSameImage(Fixture fixture) {
        int w = fixture.width();
        int h = fixture.height();
        if (w < 5 || h < 5) {
            return;
        }
        // live views, not copies: shifted each way, mirrored, and the image onto itself
        String[][] moves = {{"0:4", "1:5"}, {"1:5", "0:4"}, {"0:4", "3::-1"}, {":", "::-1"}};
        for (String[] x : moves) {
            for (String[] y : moves) {
                Subject subject = fixture.make();
                Model expected = subject.model().copy();
                Model source = expected.area(positions(x[0], w), positions(y[0], h));
                expected.replace(positions(x[1], w), positions(y[1], h), source);
                StandardImage view = Views.select(subject.image(), Slice.parse(x[0]), Slice.parse(y[0]));
                subject.image().set(Slice.parse(x[1]), Slice.parse(y[1]), view);
                subject.expect(expected);
            }
        }
    }

    @Each.WritablePixelImage
    void AMB3_emptySelectionsAreErrorsToReadAndToWrite(Fixture fixture) {
        Subject subject = fixture.make();
        ImageLike image = subject.image();
        StandardImage one = StandardImage.of(fixture.mode(), 1, 1);
        Slice none = Slice.of(1, 1);
        List<Consumer<ImageLike>> uses = List.of(
                i -> i.get(none),
                i -> i.get(none, Slice.ALL),
                i -> i.get(Slice.ALL, none),
                i -> i.get(0, none),
                i -> i.get(none, 0),
                i -> i.set(none, one),
                i -> i.set(none, Slice.ALL, one),
                i -> i.set(0, none, one),
                i -> i.set(none, 0, one));
        for (Consumer<ImageLike> use : uses) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> use.accept(image))
                    .withMessageContaining("1:1")
                    .withMessageContaining("selects nothing");
        }
        subject.expect(subject.model());
    }

    @Test
    void hugeStepsSelectTheFirstPixelAlone() {
        StandardImage image = StandardImage.ofBytes(Mode.L, 2, 2, new byte[] {1, 2, 3, 4});
        assertThat(image.get(Slice.ALL.by(Long.MAX_VALUE), Slice.ALL.by(Long.MIN_VALUE))
                        .buffer()
                        .get(Slice.ALL))
                .containsExactly(3);
    }
}
