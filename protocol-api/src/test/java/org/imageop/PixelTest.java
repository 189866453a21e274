package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class PixelTest {
    private static final Map<String, ToIntFunction<Pixel>> READ = Map.of(
            "l", Pixel::l, "r", Pixel::r, "g", Pixel::g, "b", Pixel::b, "a", Pixel::a, "c", Pixel::c, "m", Pixel::m,
            "y", Pixel::y, "k", Pixel::k);
    private static final Map<String, ObjIntConsumer<Pixel>> WRITE = Map.of(
            "l", Pixel::l, "r", Pixel::r, "g", Pixel::g, "b", Pixel::b, "a", Pixel::a, "c", Pixel::c, "m", Pixel::m,
            "y", Pixel::y, "k", Pixel::k);

    @Each.PixelImage
    void P48_twoIndicesAreColumnAndRowFromTheTopLeft(Fixture fixture) {
        Subject subject = fixture.make();
        Model model = subject.model();
        for (int y = 0; y < model.height; y++) {
            for (int x = 0; x < model.width; x++) {
                assertThat(subject.image().get(x, y).value()).isEqualTo(model.pixel(x, y));
                assertThat(Pixel.of(subject.image(), x, y).value()).isEqualTo(model.pixel(x, y));
            }
        }
    }

    @Each.WritablePixelImage
    void P51_aPixelIsReplacedByAsManyValuesAsComponents(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        int x = fixture.width() - 1;
        int y = fixture.height() - 1;
        int[] color = Model.color(fixture.mode(), 8);
        subject.image().set(x, y, color);
        expected.pixel(x, y, subject.stored(color));
        subject.expect(expected);
    }

    @Each.PixelImage
    void P58_pixelsOutsideThrow(Fixture fixture) {
        Subject subject = fixture.make();
        ImageLike image = subject.image();
        int[] color = Model.color(fixture.mode(), 8);
        int[][] outside = {
            {-1, 0},
            {0, -1},
            {fixture.width(), 0},
            {0, fixture.height()},
            {Integer.MIN_VALUE, 0},
            {0, Integer.MAX_VALUE}
        };
        for (int[] p : outside) {
            assertThatThrownBy(() -> image.get(p[0], p[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("(" + p[0] + ", " + p[1] + ")")
                    .hasMessageContaining(fixture.width() + "×" + fixture.height());
            assertThatThrownBy(() -> image.set(p[0], p[1], color)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        Pixel pixel = image.get(0, 0);
        for (int component : new int[] {-1, pixel.length(), Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> pixel.get(component)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> pixel.getLong(component)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> pixel.set(component, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        subject.expect(subject.model());
    }

    @Each.PixelImage
    void P79_modeIsThatOfTheImage(Fixture fixture) {
        assertThat(fixture.make().image().get(0, 0).mode()).isSameAs(fixture.mode());
    }

    @Each.WritablePixelImage
    void P80_valueIsReadAndReplacedAsAWhole(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        Pixel pixel = subject.image().get(0, 0);
        pixel.value()[0]++;
        assertThat(pixel.value()).isEqualTo(expected.pixel(0, 0));
        int[] color = Model.color(fixture.mode(), 21);
        pixel.value(color);
        expected.pixel(0, 0, subject.stored(color));
        subject.expect(expected);
        for (int length : new int[] {0, color.length - 1, color.length + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pixel.value(new int[length]))
                    .withMessageContaining("pixel of " + fixture.mode())
                    .withMessageContaining(", not " + length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> subject.image().set(0, 0, new int[length]));
        }
        subject.expect(expected);
    }

    @Each.WritablePixelImage
    void P81_componentsAreReadAndWrittenByName(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        Pixel pixel = subject.image().get(0, 0);
        List<String> names = List.of(Model.names(fixture.mode()));
        for (String name : READ.keySet()) {
            int c = names.indexOf(name);
            if (c < 0) {
                assertThatThrownBy(() -> READ.get(name).applyAsInt(pixel))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("\"" + name + "\"")
                        .hasMessageContaining(names.toString());
                assertThatThrownBy(() -> WRITE.get(name).accept(pixel, 0))
                        .isInstanceOf(UnsupportedOperationException.class);
                continue;
            }
            assertThat(READ.get(name).applyAsInt(pixel)).isEqualTo(expected.samples[c][0][0]);
            int value = 0x5a5a5a5a & Model.max(fixture.mode());
            WRITE.get(name).accept(pixel, value);
            int[] color = expected.pixel(0, 0);
            color[c] = value;
            expected.pixel(0, 0, subject.stored(color));
        }
        subject.expect(expected);
    }

    @Each.PixelImage
    void P82_iterationGivesTheComponents(Fixture fixture) {
        Subject subject = fixture.make();
        Pixel pixel = subject.image().get(0, 0);
        List<Integer> values = new ArrayList<>();
        for (int value : pixel) {
            values.add(value);
        }
        assertThat(values)
                .containsExactlyElementsOf(
                        Arrays.stream(subject.model().pixel(0, 0)).boxed().toList());
        assertThat(pixel.length()).isEqualTo(Model.names(fixture.mode()).length);
        PrimitiveIterator.OfInt iterator = pixel.iterator();
        for (int c = 0; c < pixel.length(); c++) {
            iterator.nextInt();
        }
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::nextInt).isInstanceOf(NoSuchElementException.class);
    }

    @Each.PixelImage
    void P83_componentsAreReadByIndexAndSlice(Fixture fixture) {
        Subject subject = fixture.make();
        int[] expected = subject.model().pixel(fixture.width() - 1, 0);
        Pixel pixel = subject.image().get(fixture.width() - 1, 0);
        int n = expected.length;
        for (int c = 0; c < n; c++) {
            assertThat(pixel.get(c)).isEqualTo(expected[c]);
            assertThat(pixel.getLong(c)).isEqualTo(expected[c] & 0xffff_ffffL);
        }
        assertThat(pixel.get(Slice.ALL)).isEqualTo(expected);
        assertThat(pixel.get(Slice.from(-1))).containsExactly(expected[n - 1]);
        assertThat(pixel.get(Slice.ALL.by(-1))[0]).isEqualTo(expected[n - 1]);
        // AMB-3: a selection of components may be empty
        assertThat(pixel.get(Slice.of(2, 1))).isEmpty();
    }

    @Each.WritablePixelImage
    void P84_componentsAreWrittenByIndexAndSlice(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        Pixel pixel = subject.image().get(0, fixture.height() - 1);
        int n = expected.components();
        int y = fixture.height() - 1;
        int[] reversed = Model.color(fixture.mode(), 30);
        pixel.set(Slice.ALL.by(-1), reversed);
        int[] color = new int[n];
        for (int c = 0; c < n; c++) {
            color[c] = reversed[n - 1 - c];
        }
        expected.pixel(0, y, subject.stored(color));
        for (int c = 0; c < n; c++) {
            pixel.set(c, 7 + c);
            color = expected.pixel(0, y);
            color[c] = 7 + c;
            expected.pixel(0, y, subject.stored(color));
        }
        pixel.set(Slice.of(2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pixel.set(Slice.ALL, new int[n + 1]))
                .withMessageContaining("[:] selects " + n)
                .withMessageContaining("not " + (n + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> pixel.set(Slice.to(1)));
        subject.expect(expected);
    }

    @Each.WritablePixelImage
    void P85_aPixelIsALiveView(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        Pixel one = subject.image().get(0, 0);
        Pixel other = subject.image().get(0, 0);
        int[] color = Model.color(fixture.mode(), 5);
        one.value(color);
        expected.pixel(0, 0, subject.stored(color));
        assertThat(other.value()).isEqualTo(expected.pixel(0, 0));
        subject.expect(expected);
    }

    @Each.WritablePixelImage
    void AMB7_valuesOutOfRangeAreRefusedAndNothingIsWritten(Fixture fixture) {
        Subject subject = fixture.make();
        ImageLike image = subject.image();
        Pixel pixel = image.get(0, 0);
        int n = pixel.length();
        if (fixture.mode() == Mode.L32) {
            pixel.l(-1);
            assertThat(pixel.getLong(0)).isEqualTo(4294967295L);
            return;
        }
        for (int wrong : new int[] {-1, Model.max(fixture.mode()) + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            for (int c = 0; c < n; c++) {
                int component = c;
                int[] color = new int[n];
                color[c] = wrong;
                String name = Model.names(fixture.mode())[c];
                List<Runnable> writes = List.of(
                        () -> pixel.set(component, wrong),
                        () -> pixel.value(color),
                        () -> pixel.set(Slice.ALL, color),
                        () -> WRITE.get(name).accept(pixel, wrong),
                        () -> image.set(0, 0, color),
                        () -> image.line(0).set(0, color));
                for (Runnable write : writes) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(write::run)
                            .withMessageContaining("component " + name + " of " + fixture.mode())
                            .withMessageContaining(" " + wrong + ";");
                }
            }
        }
        subject.expect(subject.model());
    }

    @Each.ReadOnlyImage
    void readOnlyPixelsRefuseEveryWrite(Fixture fixture) {
        Subject subject = fixture.make();
        ImageLike image = Model.isPlanar(fixture.mode()) ? subject.image().plane("cr") : subject.image();
        Pixel pixel = image.get(0, 0);
        int[] color = pixel.value();
        for (Runnable write : List.<Runnable>of(
                () -> pixel.set(0, 1),
                () -> pixel.value(color),
                () -> pixel.set(Slice.ALL, color),
                () -> image.set(0, 0, color),
                () -> image.line(0).set(0, color),
                () -> image.line(0).set(Slice.to(1), image.get(Slice.to(1), 0)),
                () -> image.set(Slice.ALL, StandardImage.from(image)))) {
            assertThatThrownBy(write::run)
                    .isInstanceOf(ReadOnlyImageException.class)
                    .hasMessageContaining("read-only");
        }
        subject.expect(subject.model());
    }

    @Test
    void L32IsReadAsAnUnsignedNumberOnRequest() {
        Pixel pixel = StandardImage.filled(Mode.L32, 1, 1, 0x8000_0001).get(0, 0);
        assertThat(pixel.l()).isEqualTo(0x8000_0001);
        assertThat(pixel.getLong(0)).isEqualTo(2147483649L);
        assertThat(pixel).hasToString("L32 pixel (0, 0) = [-2147483647]");
    }
}
