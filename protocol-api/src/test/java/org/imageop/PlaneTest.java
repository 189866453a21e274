package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Describing memory: planes and layouts, and what cannot be described. */
class PlaneTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 7})
    void narrowFieldsAreScaledToTheFullRangeAndBack(int bits) {
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.L32)) {
            ByteBuffer memory = ByteBuffer.allocate(1);
            StandardImage image = StandardImage.wrap(
                    PixelLayout.of(mode, 1, 1, AlphaType.OPAQUE, Plane.packed(memory, 0, 1, 1, 1, bits)));
            int last = (1 << bits) - 1;
            double max = mode.maxValue();
            for (int field = 0; field <= last; field++) {
                memory.put(0, (byte) (field << 1 | 1));
                assertThat(image.get(0, 0).getLong(0)).isEqualTo(Math.round(field * max / last));
                assertThat(Images.rows(image)).satisfies(rows -> {
                    int[] one = new int[1];
                    rows.read(0, 0, 1, one, 0);
                    assertThat(one[0]).isEqualTo(image.get(0, 0).l());
                });
                image.set(0, 0, image.get(0, 0).l());
                assertThat(memory.get(0) & 0xff).isEqualTo(field << 1 | 1);
            }
        }
    }

    @Test
    void pixelsOf565KeepTheirOtherFields() {
        ShortBuffer memory = ShortBuffer.allocate(1);
        StandardImage image = StandardImage.wrap(PixelLayout.of(
                Mode.RGB,
                1,
                1,
                AlphaType.OPAQUE,
                Plane.packed(memory, 0, 1, 1, 11, 5),
                Plane.packed(memory, 0, 1, 1, 5, 6),
                Plane.packed(memory, 0, 1, 1, 0, 5)));
        image.set(0, 0, 255, 0, 255);
        assertThat(memory.get(0)).isEqualTo((short) 0xf81f);
        image.get(0, 0).g(123);
        assertThat(memory.get(0)).isEqualTo((short) (0xf81f | 30 << 5));
        assertThat(image.get(0, 0).value()).containsExactly(255, 121, 255);
    }

    @Test
    void floatsOutsideTheirRangeReadAsItsEnds() {
        float[] numbers = {Float.NaN, Float.NEGATIVE_INFINITY, -0.1f, 0, 0.5f, 1, 1.1f, Float.POSITIVE_INFINITY};
        for (boolean direct : new boolean[] {false, true}) {
            FloatBuffer memory = direct
                    ? ByteBuffer.allocateDirect(4 * numbers.length)
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer()
                    : FloatBuffer.allocate(numbers.length);
            memory.put(0, numbers);
            StandardImage image = StandardImage.wrap(PixelLayout.of(
                    Mode.L16,
                    numbers.length,
                    1,
                    AlphaType.OPAQUE,
                    Plane.ranged(memory, 0, 1, 1, new Plane.Range(0, 1))));
            int[] expected = {0, 0, 0, 0, 32768, 65535, 65535, 65535};
            for (int x = 0; x < numbers.length; x++) {
                assertThat(image.get(x, 0).l()).as("%s", numbers[x]).isEqualTo(expected[x]);
            }
        }
    }

    @Test
    void signedIntsKeepAll32Bits() {
        IntBuffer memory = IntBuffer.wrap(new int[] {16_777_217, Integer.MIN_VALUE, Integer.MAX_VALUE, -1});
        StandardImage image = StandardImage.wrap(PixelLayout.of(
                Mode.L32,
                4,
                1,
                AlphaType.OPAQUE,
                Plane.ranged(memory, 0, 1, 4, new Plane.Range(Integer.MIN_VALUE, Integer.MAX_VALUE))));
        assertThat(image.get(0, 0).getLong(0)).isEqualTo(2_147_483_648L + 16_777_217);
        assertThat(image.get(1, 0).getLong(0)).isZero();
        assertThat(image.get(2, 0).getLong(0)).isEqualTo(4_294_967_295L);
        assertThat(image.get(3, 0).getLong(0)).isEqualTo(2_147_483_647L);
    }

    @Test
    void whatAnElementCannotHoldIsWrittenAsTheNearestThatItCan() {
        ByteBuffer memory = ByteBuffer.allocate(2);
        StandardImage image = StandardImage.wrap(PixelLayout.of(
                Mode.L, 2, 1, AlphaType.OPAQUE, Plane.ranged(memory, 0, 1, 2, new Plane.Range(-1000, 1000))));
        image.set(0, 0, 0);
        image.set(1, 0, 255);
        assertThat(memory.array()).containsExactly(-128, 127);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "NaN, 1", "0, NaN", "0, Infinity", "-Infinity, 0", "-1.7E308, 1.7E308"})
    void rangesAreFiniteAndNotEmpty(double min, double max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plane.Range(min, max))
                .withMessageContaining(min + " to " + max);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 8",
        "0, 0",
        "0, -1",
        "0, 9",
        "8, 1",
        "1, 8",
        "2147483647, 1",
        "1, 2147483647",
        "2147483647, 2147483647"
    })
    void bitsThatDoNotExistAreRefused(int shift, int bits) {
        ByteBuffer memory = ByteBuffer.allocate(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plane.packed(memory, 0, 1, 1, shift, bits))
                .withMessageContaining("elements of 8 bits");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 3, 3, 2",
        "1, 1, 3, 3, 2",
        "0, -1, 3, 3, 2",
        "0, 1, -3, 3, 2",
        "0, 9223372036854775807, 3, 3, 2",
        "0, 1, 9223372036854775807, 3, 3",
        "0, -9223372036854775808, 3, 3, 2",
        "0, 9223372036854775807, 9223372036854775807, 2, 2",
        "9223372036854775807, 1, 3, 2, 1",
        "9223372036854775807, 0, 0, 1, 1",
        "-9223372036854775808, -1, -3, 2, 2",
        "4294967296, 1, 3, 1, 1"
    })
    void samplesOutsideTheirBufferAreRefused(long offset, long pixelStride, long lineStride, int width, int height) {
        Plane plane = Plane.of(ByteBuffer.allocate(6), offset, pixelStride, lineStride);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.of(Mode.L, width, height, AlphaType.OPAQUE, plane))
                .withMessageContaining("L.l")
                .withMessageContaining("offset " + offset);
    }

    @Test
    void stridesThatAreNeverTakenMayBeAnything() {
        for (long stride : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
            PixelLayout layout = PixelLayout.of(
                    Mode.L, 1, 1, AlphaType.OPAQUE, Plane.of(ByteBuffer.wrap(new byte[] {1, 2}), 1, stride, stride));
            for (PixelLayout each : List.of(
                    layout, layout.rotate90(), layout.rotate180(), layout.flipLeftRight(), layout.crop(0, 0, 1, 1))) {
                StandardImage image = StandardImage.wrap(each);
                assertThat(image.get(0, 0).l()).isEqualTo(2);
                assertThat(image.buffer().get(Slice.ALL)).containsExactly(2);
            }
        }
    }

    @Test
    void pixelsThatAreOneSampleAreReadOnly() {
        Plane row = Plane.of(ByteBuffer.wrap(new byte[] {1, 2}), 0, 1, 0);
        StandardImage repeated = StandardImage.wrap(PixelLayout.of(Mode.L, 2, 3, AlphaType.OPAQUE, row));
        assertThat(repeated.buffer().get(Slice.ALL)).containsExactly(1, 2, 1, 2, 1, 2);
        assertThat(repeated.buffer().readOnly()).isTrue();
        assertThatExceptionOfType(ReadOnlyImageException.class).isThrownBy(() -> repeated.map(v -> v + 1));
        assertThat(StandardImage.wrap(PixelLayout.of(Mode.L, 2, 1, AlphaType.OPAQUE, row))
                        .buffer()
                        .readOnly())
                .isFalse();
    }

    @Test
    void layoutsFitTheirMode() {
        ByteBuffer bytes = ByteBuffer.allocate(64);
        Plane plane = Plane.of(bytes, 0, 1, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.of(Mode.RGB, 2, 2, AlphaType.OPAQUE, plane))
                .withMessageContaining("RGB has the components [r, g, b]")
                .withMessageContaining("3 in all, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.of(Mode.L, 2, 2, AlphaType.STRAIGHT, plane))
                .withMessageContaining("has no alpha");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.of(Mode.LA, 2, 2, AlphaType.OPAQUE, plane, plane))
                .withMessageContaining("has alpha");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PixelLayout.of(Mode.L, 2, 2, AlphaType.OPAQUE, Plane.of(ShortBuffer.allocate(4), 0, 1, 2)))
                .withMessageContaining("L.l has 8 bits, but its plane has 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.of(Mode.L16, 2, 2, IntBuffer.allocate(4)))
                .withMessageContaining("ByteBuffer or ShortBuffer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plane.of(CharBuffer.allocate(4), 0, 1, 2))
                .withMessageContaining("not a java.nio.HeapCharBuffer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plane.of(FloatBuffer.allocate(4), 0, 1, 2))
                .withMessageContaining("Plane.ranged");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelLayout.of(Mode.YV12, 3, 2, bytes))
                .withMessageContaining("3×2");
        assertThatIllegalArgumentException().isThrownBy(() -> PixelLayout.of(Mode.RGBA, 4, 5, bytes));
    }

    @Test
    void aLayoutKeepsTheCallersLaterChangesOfPositionAndLimitAway() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3, 4});
        StandardImage image = StandardImage.wrap(PixelLayout.of(Mode.L, 2, 2, bytes));
        bytes.position(3).limit(3);
        assertThat(image.buffer().get(Slice.ALL)).containsExactly(1, 2, 3, 4);
        PixelLayout layout = image.buffer().layout().orElseThrow();
        layout.planes().get(0).memory().position(2).limit(2);
        assertThat(image.buffer().get(Slice.ALL)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void canonicalLayoutsAreThoseInThePepsOrder() {
        for (Mode mode : Mode.values()) {
            PixelLayout layout = StandardImage.of(mode, 4, 6).buffer().layout().orElseThrow();
            assertThat(layout.canonical()).as(layout.toString()).isTrue();
            assertThat(layout.crop(0, 2, 4, 2).canonical()).isEqualTo(!mode.planar());
            assertThat(layout.crop(0, 0, 2, 6).canonical()).isFalse();
            assertThat(layout.flipTopBottom().canonical()).isFalse();
            assertThat(layout.transpose().canonical()).isFalse();
        }
        assertThat(StandardImage.canvas(2, 2).buffer().layout().orElseThrow().canonical())
                .isFalse();
        assertThat(StandardImage.of(Mode.L, 1, 4)
                        .buffer()
                        .layout()
                        .orElseThrow()
                        .transpose()
                        .canonical())
                .isTrue();
    }
}
