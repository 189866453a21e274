package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts by name, and the name of a layout. */
class ArrangementTest {
    private static ByteBuffer bytes(int count) {
        ByteBuffer memory = ByteBuffer.allocate(count);
        for (int i = 0; i < count; i++) {
            memory.put(i, (byte) i);
        }
        return memory;
    }

    @ParameterizedTest
    @CsvSource({
        "RGB, BGR, 12 11 10", "RGB, RGB, 10 11 12", "RGB, XBGR, 13 12 11", "RGBA, BGRA, 12 11 10 13",
        "RGBA, ABGR, 13 12 11 10", "LA, AL, 11 10", "L, LXX, 10", "CMYK, KYMC, 13 12 11 10"
    })
    void L18_interleavedElementsAreFoundByTheirLetters(Mode mode, String order, String first) {
        int length = order.length();
        PixelLayout layout = PixelLayout.interleaved(mode, 3, 2, order, bytes(100), 10, 5L * length);

        int[] values = StandardImage.wrap(layout).get(0, 0).value();

        assertThat(values).containsExactly(ints(first));
        int[] last = StandardImage.wrap(layout).get(2, 1).value();
        for (int c = 0; c < last.length; c++) {
            assertThat(last[c]).isEqualTo(values[c] + 7 * length);
        }
    }

    private static int[] ints(String text) {
        return java.util.Arrays.stream(text.split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "RGB, BGR, BGR",
        "RGB, XBGR, BGRX",
        "RGBA, ABGR, ABGR",
        "LA, LA, LA",
        "L, L, L",
        "L16, L, L",
        "RGB48, BGRX, BGRX",
        "CMYK64, CMYK, CMYK"
    })
    void anInterleavedLayoutNamesItsOrder(Mode mode, String order, String named) {
        PixelLayout layout = PixelLayout.interleaved(mode, 3, 2, order, bytes(200), 4, 30);

        assertThat(layout.arrangement()).isInstanceOfSatisfying(Arrangement.Interleaved.class, found -> {
            assertThat(found.order()).isEqualTo(named);
            assertThat(found.pixelStride()).isEqualTo(order.length());
            assertThat(found.lineStride()).isEqualTo(30);
            assertThat(found.offset()).isEqualTo(order.startsWith("X") ? 5 : 4);
        });
    }

    @Test
    void mirroredAndThinnedPixelsAreInterleavedToo() {
        PixelLayout layout = PixelLayout.interleaved(Mode.RGB, 3, 2, "BGR", bytes(18), 0, 9);

        assertThat(layout.flipLeftRight().arrangement())
                .isInstanceOfSatisfying(Arrangement.Interleaved.class, found -> {
                    assertThat(found.order()).isEqualTo("BGR");
                    assertThat(found.offset()).isEqualTo(6);
                    assertThat(found.pixelStride()).isEqualTo(-3);
                });
        assertThat(layout.select(Slice.ALL.by(2), Slice.ALL).arrangement())
                .isInstanceOfSatisfying(
                        Arrangement.Interleaved.class,
                        found -> assertThat(found.order()).isEqualTo("BGRXXX"));
    }

    @Test
    void L18_theStepToAColumnThatIsNotThereDoesNotMatter() {
        PixelLayout row = PixelLayout.interleaved(Mode.RGB, 100, 1, "BGR", bytes(303), 3, 300);

        assertThat(row.transpose().arrangement()).isInstanceOfSatisfying(Arrangement.Interleaved.class, found -> {
            assertThat(found.order()).isEqualTo("BGR");
            assertThat(found.offset()).isEqualTo(3);
            assertThat(found.pixelStride()).isEqualTo(3);
            assertThat(found.lineStride()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "RGBA, ARGB, 0x11223344, 0x22 0x33 0x44 0x11", "RGBA, RGBA, 0x11223344, 0x11 0x22 0x33 0x44",
        "RGB, XRGB, 0x11223344, 0x22 0x33 0x44", "RGB, BGRX, 0x11223344, 0x33 0x22 0x11",
        "LA, A8L16X8, -, -", "L, X24L8, 0x11223344, 0x44"
    })
    void packedFieldsAreFoundFromTheHighestBit(Mode mode, String order, String pixel, String values) {
        if (pixel.equals("-")) {
            // 16 bits do not fit into a component of 8
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> packed(mode, order, IntBuffer.allocate(1)))
                    .withMessageEndingWith("[errors.md#plane-too-deep]");
            return;
        }
        PixelLayout layout =
                packed(mode, order, IntBuffer.wrap(new int[] {Long.decode(pixel).intValue()}));

        assertThat(StandardImage.wrap(layout).get(0, 0).value())
                .containsExactly(java.util.Arrays.stream(values.split(" "))
                        .mapToInt(Integer::decode)
                        .toArray());
        assertThat(layout.arrangement())
                .isInstanceOfSatisfying(
                        Arrangement.Packed.class,
                        found -> assertThat(found.order()).isEqualTo(order));
    }

    private static PixelLayout packed(Mode mode, String order, Buffer memory) {
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return PixelLayout.packed(mode, 1, 1, order, alpha, memory, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"R5G6B5, 0xf800, 255 0 0", "X1R5G5B5, 0x03e0, 0 255 0", "B5G6R5, 0xf800, 0 0 255"})
    void narrowFieldsAreScaled(String order, String pixel, String values) {
        PixelLayout layout = packed(Mode.RGB, order, ShortBuffer.wrap(new short[] {
            Integer.decode(pixel).shortValue()
        }));

        assertThat(StandardImage.wrap(layout).get(0, 0).value()).containsExactly(ints(values));
        assertThat(((Arrangement.Packed) layout.arrangement()).order()).isEqualTo(order);
    }

    @Test
    void argbBeginsAtTheBuffersPosition() {
        IntBuffer pixels = IntBuffer.wrap(new int[] {0, 0x80ff0000, 0x01020304});
        StandardImage image = StandardImage.wrap(PixelLayout.argb(pixels.position(1), 2, 1, AlphaType.STRAIGHT));

        assertThat(image.get(0, 0).value()).containsExactly(255, 0, 0, 128);
        assertThat(image.get(1, 0).value()).containsExactly(2, 3, 4, 1);
        StandardImage opaque = StandardImage.wrap(PixelLayout.argb(pixels, 2, 1, AlphaType.OPAQUE));
        assertThat(opaque.mode()).isEqualTo(Mode.RGB);
        opaque.set(1, 0, 9, 8, 7);
        assertThat(pixels.get(2)).isEqualTo(0x01090807);
    }

    @Test
    void planesLieInBuffersOfTheirOwn() {
        ByteBuffer y = bytes(8);
        ByteBuffer cr = ByteBuffer.wrap(new byte[] {0, 77, 78}).position(1);
        ByteBuffer cb = ByteBuffer.wrap(new byte[] {99, 98});
        PixelLayout layout = PixelLayout.planar(Mode.YV12, 4, 2, y, cr, cb);
        StandardImage image = StandardImage.wrap(layout);

        assertThat(image.buffer().get(Slice.ALL)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 77, 78, 99, 98);
        assertThat(layout.arrangement()).isInstanceOf(Arrangement.Planar.class);
        assertThat(PixelLayout.planar(Mode.RGB, 2, 2, bytes(4), bytes(4), bytes(4))
                        .arrangement())
                .isInstanceOf(Arrangement.Planar.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.planar(Mode.RGB, 2, 2, bytes(4)))
                .withMessageEndingWith("[errors.md#number-of-planes]");
    }

    @Test
    void otherLayoutsHaveNoName() {
        ByteBuffer memory = bytes(40);
        PixelLayout distant = PixelLayout.of(
                Mode.RGB,
                2,
                1,
                AlphaType.OPAQUE,
                Plane.of(memory, 0, 3, 6),
                Plane.of(memory, 7, 3, 6),
                Plane.of(memory, 14, 3, 6));
        assertThat(distant.arrangement()).isInstanceOf(Arrangement.Other.class);
    }

    @ParameterizedTest
    @CsvSource({"BG, lacks R", "BGRB, has B twice", "BGQR, has an unknown letter Q", "'', lacks R"})
    void L19_aWrongOrderIsRefused(String order, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.interleaved(Mode.RGB, 1, 1, order, bytes(9), 0, 9))
                .withMessageContaining(what)
                .withMessageEndingWith("[errors.md#component-order]");
    }

    @ParameterizedTest
    @CsvSource({
        "RGB, describes 24",
        "R5G6B5, describes 16",
        "ARGB1, describes",
        "r8g8b8x8, lacks R",
        "R0G8B8X16, describes"
    })
    void aWrongWidthIsRefused(String order, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packed(Mode.RGB, order, IntBuffer.allocate(1)))
                .withMessageEndingWith("[errors.md#component-order]");
    }

    @Test
    void planarModesHaveNoOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.interleaved(Mode.YV12, 2, 2, "YCC", bytes(9), 0, 9))
                .withMessageContaining("planar");
    }

    @Test
    void memoryHandedOutIsSharedUnlessReadOnly() {
        byte[] array = new byte[3];
        PixelLayout layout = PixelLayout.interleaved(Mode.RGB, 1, 1, "BGR", ByteBuffer.wrap(array), 0, 3);
        ((ByteBuffer) ((Arrangement.Interleaved) layout.arrangement()).memory()).put(0, (byte) 5);

        assertThat(array[0]).isEqualTo((byte) 5);
        Arrangement.Interleaved guarded =
                (Arrangement.Interleaved) layout.asReadOnly().arrangement();
        assertThat(guarded.memory().isReadOnly()).isTrue();
    }

    @Test
    void numbersOfOneRangeAreFoundByTheirLettersAndNamed() {
        FloatBuffer memory = FloatBuffer.wrap(new float[] {9, 30, 20, 10, 40, 9, 9});
        Plane.Range range = new Plane.Range(0, 50);
        PixelLayout layout = PixelLayout.ranged(Mode.RGBA64, 1, 1, "BGRA", range, memory, 1, 4);

        assertThat(StandardImage.wrap(layout).get(0, 0).value()).containsExactly(13107, 26214, 39321, 52428);
        assertThat(layout.alpha()).isEqualTo(AlphaType.STRAIGHT);
        assertThat(layout.arrangement()).isInstanceOfSatisfying(Arrangement.Ranged.class, found -> {
            assertThat(found.order()).isEqualTo("BGRA");
            assertThat(found.offset()).isEqualTo(1);
            assertThat(found.pixelStride()).isEqualTo(4);
            assertThat(found.lineStride()).isEqualTo(4);
            assertThat(found.range()).isEqualTo(range);
            assertThat(found.memory()).isInstanceOf(FloatBuffer.class);
        });
    }

    @Test
    void numbersOfSeveralRangesHaveNoName() {
        ShortBuffer memory = ShortBuffer.allocate(2);
        Plane gray = Plane.ranged(memory, 0, 2, 2, new Plane.Range(0, 1));
        Plane other = Plane.ranged(memory, 1, 2, 2, new Plane.Range(0, 2));
        Plane whole = Plane.of(memory, 1, 2, 2);

        assertThat(PixelLayout.of(Mode.LA32, 1, 1, AlphaType.STRAIGHT, gray, other)
                        .arrangement())
                .isInstanceOf(Arrangement.Other.class);
        assertThat(PixelLayout.of(Mode.LA32, 1, 1, AlphaType.STRAIGHT, gray, whole)
                        .arrangement())
                .isInstanceOf(Arrangement.Other.class);
    }
}
