package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others bring is checked where it enters: rows out of range, memory that was freed, objects that have an image. */
class BorderTest {

    private static StandardImage delivering(Mode mode, int value) {
        return StandardImage.computed(mode, 4, 2, (x, y, count, samples, offset) -> {
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < mode.components(); c++) {
                    samples[offset + i * mode.components() + c] = x + i == 2 && y == 1 && c == 1 ? value : 7;
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 300, -5, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void A10_valuesBeyondTheRangeAreRefusedByEveryWay(int value) {
        StandardImage image = delivering(Mode.RGB, value);
        ThrowingCallable[] ways = {
            () -> image.get(2, 1).value(),
            () -> image.get(2, 1).g(),
            () -> image.buffer().get(4 * 3 + 2 * 3 + 1),
            () -> image.buffer().get(Slice.ALL),
            () -> Images.rows(image).read(0, 1, 4, new int[12], 0),
            () -> StandardImage.from(image),
            () -> StandardImage.from(image, Mode.L),
            () -> StandardImage.from(image, 2, 2),
            () -> Images.copy(image, StandardImage.of(Mode.RGB, 4, 2)),
            () -> Views.flipLeftRight(image).get(1, 1).value(),
            () -> image.plane("g").get(2, 1).l()
        };
        for (ThrowingCallable way : ways) {
            assertThatIllegalStateException()
                    .isThrownBy(way)
                    .withMessageContaining("delivered " + value + " as component 1 of the pixel (2, 1)")
                    .withMessageContaining("0 to 255")
                    .withMessageEndingWith("[errors.md#rows-out-of-range]");
        }
    }

    @Test
    void A10_theWholeRangeIsAccepted() {
        assertThat(delivering(Mode.RGB, 255).get(2, 1).g()).isEqualTo(255);
        assertThat(delivering(Mode.RGB48, 65535).get(2, 1).g()).isEqualTo(65535);
        assertThat(StandardImage.computed(Mode.L32, 1, 1, (x, y, count, samples, offset) -> samples[offset] = -1)
                        .get(0, 0)
                        .getLong(0))
                .isEqualTo(0xffff_ffffL);
    }

    @Test
    void A10_foreignRowsOfAWrappedObjectAreCheckedToo() {
        StandardImage image =
                StandardImage.wrapping("source", Mode.L, 1, 1, (x, y, count, samples, offset) -> samples[offset] = 300);

        assertThatIllegalStateException().isThrownBy(() -> image.get(0, 0).l());
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> ImageBuffer.computed(Mode.L, 1, 1, (x, y, count, samples, offset) -> samples[offset] = -1)
                                .get(0));
    }

    @Test
    void L21_memoryThatItsOwnerFreedIsNotTouched() {
        AtomicBoolean alive = new AtomicBoolean(true);
        ByteBuffer memory = ByteBuffer.allocateDirect(12);
        PixelLayout layout = PixelLayout.of(Mode.RGB, 2, 2, memory).ownedBy(alive::get);
        StandardImage image = StandardImage.wrap(layout);
        image.set(1, 1, 1, 2, 3);
        assertThat(memory.get(9)).isEqualTo((byte) 1);
        Pixel pixel = image.get(0, 0);
        StandardImage view = Views.rotate90(image);
        StandardImage plane = image.plane("g");
        StandardImage other = StandardImage.of(Mode.RGB, 2, 2);

        alive.set(false);

        ThrowingCallable[] ways = {
            pixel::value,
            () -> pixel.r(1),
            () -> image.set(0, 0, 1, 2, 3),
            () -> image.buffer().get(0),
            () -> image.buffer().set(0, 1),
            () -> image.buffer().get(Slice.ALL),
            () -> view.get(0, 0).r(),
            () -> plane.get(0, 0).l(),
            () -> StandardImage.from(image),
            () -> StandardImage.from(image, Mode.L),
            () -> StandardImage.from(image, 1, 1),
            () -> Images.copy(image, other),
            () -> Images.copy(other, image),
            () -> Images.sameContent(image, other),
            () -> image.map(v -> v)
        };
        for (ThrowingCallable way : ways) {
            assertThatIllegalStateException().isThrownBy(way).withMessageEndingWith("[errors.md#memory-freed]");
        }
    }

    @Test
    void copiesOfFreedMemoryGoOn() {
        AtomicBoolean alive = new AtomicBoolean(true);
        StandardImage image = StandardImage.wrap(
                PixelLayout.of(Mode.L, 1, 1, ByteBuffer.allocate(1)).ownedBy(alive::get));
        StandardImage copy = StandardImage.from(image);

        alive.set(false);

        assertThat(copy.get(0, 0).l()).isZero();
    }

    /** A class whose get means something else. */
    private static final class Clashing implements ImageProvider {
        private final StandardImage image = StandardImage.of(Mode.L, 2, 1);

        int get(int x, int y) {
            return -1;
        }

        @Override
        public ImageLike imageLike() {
            return image;
        }
    }

    @Test
    void A1_anObjectThatHasAnImageIsAcceptedAsIt() {
        Clashing object = new Clashing();

        assertThat(Images.isImage(object)).isTrue();
        assertThat(Images.of(object)).isSameAs(object.image);
        assertThat(Images.to(object, StandardImage.class)).isSameAs(object.image);
        assertThat(Images.to(object, Clashing.class)).isSameAs(object);
        ImageProvider without = () -> null;
        assertThatIllegalStateException()
                .isThrownBy(() -> Images.of(without))
                .withMessageEndingWith("[errors.md#contradiction]");
    }

    @Test
    void S11_unwrappingGivesTheForeignObject() {
        StringBuilder source = new StringBuilder();
        StandardImage image = StandardImage.wrapping(source, PixelLayout.of(Mode.L, 1, 1, ByteBuffer.allocate(1)));

        assertThat(Images.unwrap(image, StringBuilder.class)).containsSame(source);
        assertThat(Images.unwrap(image, CharSequence.class)).containsSame(source);
        assertThat(Images.unwrap(image, StandardImage.class)).containsSame(image);
        assertThat(Images.unwrap(image, Map.class)).isEmpty();
        assertThat(Images.unwrap(Views.crop(image, 0, 0, 1, 1), StringBuilder.class))
                .isEmpty();
    }

    @Test
    void V11_L20_aReadOnlyViewShowsTheImageAndRefusesToChangeIt() {
        byte[] array = new byte[4];
        StandardImage[] images = {
            StandardImage.wrap(Mode.L, 2, 2, array),
            StandardImage.computed(Mode.L, 2, 2, new SampleRows() {
                @Override
                public void read(int x, int y, int count, int[] samples, int offset) {
                    for (int i = 0; i < count; i++) {
                        samples[offset + i] = array[2 * y + x + i];
                    }
                }

                @Override
                public void write(int x, int y, int count, int[] samples, int offset) {
                    for (int i = 0; i < count; i++) {
                        array[2 * y + x + i] = (byte) samples[offset + i];
                    }
                }

                @Override
                public boolean readOnly() {
                    return false;
                }
            })
        };
        for (StandardImage image : images) {
            StandardImage view = Views.readOnly(image);
            image.set(1, 1, array[3] + 1);

            assertThat(view.get(1, 1).l()).isEqualTo(array[3]).isPositive();
            assertThat(view.buffer().readOnly()).isTrue();
            assertThatThrownBy(() -> view.set(0, 0, 9)).isInstanceOf(ReadOnlyImageException.class);
            assertThatThrownBy(() -> view.buffer().set(0, 9)).isInstanceOf(ReadOnlyImageException.class);
            assertThatThrownBy(() -> view.map(v -> 9)).isInstanceOf(ReadOnlyImageException.class);
            assertThatThrownBy(() -> Images.copy(image, view)).isInstanceOf(ReadOnlyImageException.class);
            view.buffer()
                    .layout()
                    .ifPresent(layout ->
                            assertThat(layout.plane(0).memory().isReadOnly()).isTrue());
            assertThat(array[0]).isZero();
        }
    }
}
