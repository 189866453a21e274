package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class LineTest {

    @Each.PixelImage
    void P45_pixelsComeTopLineFirstFromLeftToRight(Fixture fixture) {
        Subject subject = fixture.make();
        Model model = subject.model();
        for (int round = 0; round < 2; round++) {
            int k = 0;
            for (Pixel pixel : subject.image().pixels()) {
                assertThat(pixel.value()).isEqualTo(model.pixel(k % model.width, k / model.width));
                k++;
            }
            assertThat(k).isEqualTo(model.width * model.height);
        }
        Iterator<Pixel> iterator = subject.image().pixels().iterator();
        iterator.forEachRemaining(pixel -> {});
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Each.PixelImage
    void P46_iterationGivesTheLinesFromTopToBottom(Fixture fixture) {
        Subject subject = fixture.make();
        int y = 0;
        for (Line line : subject.image()) {
            assertThat(line.get(0).value()).isEqualTo(subject.model().pixel(0, y++));
        }
        assertThat(y).isEqualTo(subject.image().height()).isEqualTo(fixture.height());
        Iterator<Line> lines = subject.image().iterator();
        lines.forEachRemaining(line -> {});
        assertThatThrownBy(lines::next).isInstanceOf(NoSuchElementException.class);
    }

    @Each.PixelImage
    void P47_oneIndexIsALine(Fixture fixture) {
        Subject subject = fixture.make();
        for (int y = 0; y < fixture.height(); y++) {
            assertThat(subject.image().line(y).get(fixture.width() - 1).value())
                    .isEqualTo(subject.model().pixel(fixture.width() - 1, y));
        }
    }

    @Each.PixelImage
    void P58_linesAndTheirPixelsOutsideThrow(Fixture fixture) {
        ImageLike image = fixture.make().image();
        for (int y : new int[] {-1, fixture.height(), Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> image.line(y))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("line " + y)
                    .hasMessageContaining(fixture.height() + " rows");
        }
        for (int x : new int[] {-1, fixture.width(), Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> image.line(0).get(x)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> image.line(0).set(x, Model.color(fixture.mode(), 1)))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Each.PixelImage
    void P73_modeIsThatOfTheImage(Fixture fixture) {
        assertThat(fixture.make().image().line(0).mode()).isSameAs(fixture.mode());
    }

    @Each.PixelImage
    void P74_iterationGivesThePixelsFromLeftToRight(Fixture fixture) {
        Subject subject = fixture.make();
        int y = fixture.height() - 1;
        Line line = subject.image().line(y);
        int x = 0;
        for (Pixel pixel : line) {
            assertThat(pixel.value()).isEqualTo(subject.model().pixel(x++, y));
        }
        assertThat(x).isEqualTo(line.length()).isEqualTo(fixture.width());
        Iterator<Pixel> pixels = line.iterator();
        pixels.forEachRemaining(pixel -> {});
        assertThatThrownBy(pixels::next).isInstanceOf(NoSuchElementException.class);
    }

    @Each.PixelImage
    void P75_aSliceIsACopyOfHeightOne(Fixture fixture) {
        Subject subject = fixture.make();
        Model model = subject.model();
        int y = fixture.height() / 2;
        StandardImage copy = subject.image().line(y).get(Slice.ALL.by(-1));
        int[] columns = new int[model.width];
        for (int x = 0; x < columns.length; x++) {
            columns[x] = model.width - 1 - x;
        }
        model.area(columns, new int[] {y}).assertIn(copy);
        copy.map(v -> 1);
        subject.expect(model);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.image().line(y).get(Slice.of(1, 1)));
    }

    @Each.WritablePixelImage
    void P76_aPixelIsReplaced(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        int[] color = Model.color(fixture.mode(), 4);
        subject.image().line(fixture.height() - 1).set(fixture.width() - 1, color);
        expected.pixel(fixture.width() - 1, fixture.height() - 1, subject.stored(color));
        subject.expect(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.image().line(0).set(0, new int[color.length + 1]));
        subject.expect(expected);
    }

    @Each.WritablePixelImage
    void P77_P60_aSliceIsReplacedAlphaIncluded(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        int y = fixture.height() - 1;
        int[] columns = Model.range(fixture.width());
        Model source = Model.random(fixture.mode(), fixture.width(), 1, 6);
        StandardImage image = StandardImage.ofBytes(fixture.mode(), fixture.width(), 1, source.bytes());
        subject.image().line(y).set(Slice.ALL, image);
        expected.replace(columns, new int[] {y}, subject.stored(source));
        subject.expect(expected);
        Line line = subject.image().line(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.set(Slice.ALL, StandardImage.of(fixture.mode(), fixture.width() + 1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.set(Slice.ALL, StandardImage.of(fixture.mode(), fixture.width(), 2)));
        Mode other = fixture.mode() == Mode.RGB ? Mode.RGBA : Mode.RGB;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.set(Slice.ALL, StandardImage.of(other, fixture.width(), 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> line.set(Slice.of(1, 1), image));
        subject.expect(expected);
    }

    @Each.WritablePixelImage
    void P78_aLineIsALiveView(Fixture fixture) {
        Subject subject = fixture.make();
        Line line = subject.image().line(0);
        int[] color = Model.color(fixture.mode(), 11);
        subject.image().set(0, 0, color);
        assertThat(line.get(0).value()).isEqualTo(subject.stored(color));
        int[] other = Model.color(fixture.mode(), 12);
        line.set(0, other);
        assertThat(subject.image().get(0, 0).value()).isEqualTo(subject.stored(other));
    }

    @Test
    void AMB14_aLineCannotBeReplacedByAnIndexAlone() {
        // there is no such method; the slice of one row does it
        assertThatThrownBy(() -> ImageLike.class.getMethod("set", int.class, ImageLike.class))
                .isInstanceOf(NoSuchMethodException.class);
        StandardImage image = StandardImage.of(Mode.L, 3, 3);
        image.set(Slice.of(1, 2), StandardImage.filled(Mode.L, 3, 1, 9));
        assertThat(image.buffer().get(Slice.ALL)).containsExactly(0, 0, 0, 9, 9, 9, 0, 0, 0);
        assertThat(image.line(1)).hasToString("line 1 of a 3×3 L image");
    }
}
