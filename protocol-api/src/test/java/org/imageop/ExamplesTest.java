package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The examples of the PEP. */
class ExamplesTest {

    /** 8×6 pixels, each (16x + y, 10x, 20y). */
    private static int[] example() {
        return pixels(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 0, 1, 2, 3, 4, 5);
    }

    private static int[] pixels(int[] columns, int... rows) {
        return IntStream.of(rows)
                .flatMap(y -> IntStream.of(columns).flatMap(x -> IntStream.of(16 * x + y, 10 * x, 20 * y)))
                .toArray();
    }

    private static StandardImage image() {
        return Samples.image(Mode.RGB, 8, 6, example());
    }

    @Test
    void X1_aNewImageIsAllZeros() {
        StandardImage image = StandardImage.of(Mode.RGB, 6, 9);
        assertThat(image.width()).isEqualTo(6);
        assertThat(image.height()).isEqualTo(9);
        assertThat(image.buffer().get(Slice.ALL)).hasSize(162).containsOnly(0);
        assertThat(image.info()).isEmpty();
    }

    @Test
    void X2_aNewImageOfOneColor() {
        int pixels = 0;
        for (Pixel pixel : StandardImage.filled(Mode.RGB, 6, 9, 255, 0, 0).pixels()) {
            assertThat(pixel.value()).containsExactly(255, 0, 0);
            pixels++;
        }
        assertThat(pixels).isEqualTo(54);
    }

    @Test
    void X3_convertingAnOddSizeToAPlanarModeIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardImage.from(StandardImage.filled(Mode.RGB, 6, 9, 255, 0, 0), Mode.JPEG_YV12))
                .withMessageContaining("6×9");
        StandardImage even = StandardImage.from(StandardImage.filled(Mode.RGB, 6, 8, 255, 0, 0), Mode.JPEG_YV12);
        assertThat(even.plane("y").buffer().get(Slice.ALL)).hasSize(48).containsOnly(76);
        assertThat(even.plane("cr").buffer().get(Slice.ALL)).hasSize(12).containsOnly(255);
        assertThat(even.plane("cb").buffer().get(Slice.ALL)).hasSize(12).containsOnly(85);
    }

    @Test
    void X4_aPixelUnpacksIntoItsComponents() {
        int[] unpacked = image().get(3, 2).value();
        assertThat(unpacked).containsExactly(50, 30, 40);
        assertThat(image().get(3, 2)).containsExactly(50, 30, 40);
    }

    @Test
    void X5_writingAComponentWritesTheImage() {
        StandardImage cmyk = StandardImage.filled(Mode.CMYK, 3, 2, 1, 2, 3, 4);
        cmyk.get(2, 1).m(13);
        byte[] expected = new byte[24];
        for (int k = 0; k < 24; k++) {
            expected[k] = (byte) (k == 21 ? 13 : 1 + k % 4);
        }
        assertThat(cmyk.buffer().get(Slice.ALL)).isEqualTo(expected);
    }

    @Test
    void X6_writingPlanesWritesTheBuffer() {
        StandardImage yuv = StandardImage.of(Mode.JPEG_YV12, 8, 6);
        int x = 5;
        int y = 3;
        yuv.plane("y").set(x, y, 42);
        yuv.plane("cr").set(x / 2, y / 2, 54);
        byte[] expected = new byte[72];
        expected[y * 8 + x] = 42;
        expected[48 + y / 2 * 4 + x / 2] = 54;
        assertThat(yuv.buffer().get(Slice.ALL)).isEqualTo(expected);
    }

    @Test
    void X7_nestedLoopsChangeTheImageInPlace() {
        StandardImage image = image();
        for (Line line : image) {
            for (Pixel pixel : line) {
                pixel.value(pixel.b(), 0, pixel.r());
            }
        }
        int[] expected = example();
        for (int i = 0; i < expected.length; i += 3) {
            int red = expected[i];
            expected[i] = expected[i + 2];
            expected[i + 1] = 0;
            expected[i + 2] = red;
        }
        assertThat(Samples.of(image)).isEqualTo(expected);
    }

    @Test
    void X8_theLargestRed() {
        assertThat(StreamSupport.stream(image().pixels().spliterator(), false)
                        .mapToInt(Pixel::r)
                        .max())
                .hasValue(117);
    }

    @Test
    void X9_theNumberOfDistinctColors() {
        Set<java.util.List<Integer>> colors = new HashSet<>();
        for (Pixel pixel : image().pixels()) {
            colors.add(java.util.List.of(pixel.r(), pixel.g(), pixel.b()));
        }
        assertThat(colors).hasSize(48);
    }

    @Test
    void X10_negativePositionsCountFromTheEnd() {
        assertThat(Samples.of(image().get(Slice.of(-6, -2), Slice.of(1, 3))))
                .isEqualTo(pixels(new int[] {2, 3, 4, 5}, 1, 2));
    }

    @Test
    void X11_aBlockIsCopiedWithinTheImage() {
        StandardImage image = image();
        image.set(Slice.to(4), Slice.from(-2), image.get(Slice.of(-6, -2), Slice.of(1, 3)));
        int[] expected = example();
        for (int row = 0; row < 2; row++) {
            System.arraycopy(pixels(new int[] {2, 3, 4, 5}, 1 + row), 0, expected, 3 * 8 * (4 + row), 3 * 4);
        }
        assertThat(Samples.of(image)).isEqualTo(expected);
    }

    @Test
    void X12_everythingIsAFullCopy() {
        StandardImage image = image();
        image.info().put("comment", "x");
        StandardImage copy = image.get(Slice.ALL);
        assertThat(Samples.of(copy)).isEqualTo(example());
        assertThat(copy.info()).isEmpty();
        copy.set(0, 0, 9, 9, 9);
        assertThat(Samples.of(image)).isEqualTo(example());
    }

    @Test
    void X13_aNegativeStepMirrorsLeftToRight() {
        assertThat(Samples.of(image().get(Slice.parse("::-1"), Slice.ALL)))
                .isEqualTo(pixels(new int[] {7, 6, 5, 4, 3, 2, 1, 0}, 0, 1, 2, 3, 4, 5));
    }

    @Test
    void X14_stepsTakeEverySecondColumnAndRow() {
        assertThat(Samples.of(image().get(Slice.parse("::2"), Slice.parse("::2"))))
                .isEqualTo(pixels(new int[] {0, 2, 4, 6}, 0, 2, 4));
        StandardImage odd = StandardImage.of(Mode.L, 7, 5);
        assertThat(odd.get(Slice.parse("::2"), Slice.parse("::2")).size()).isEqualTo(new ImageSize(4, 3));
    }

    @Test
    void X15_anImageAsSourceAndAnotherSizeResizeIt() {
        StandardImage half = StandardImage.from(image(), 4, 3);
        assertThat(half.mode()).isSameAs(Mode.RGB);
        assertThat(half.size()).isEqualTo(new ImageSize(4, 3));
        // of a linear ramp, the middle of each 2×2 block is its mean: 16 · 2.5 + 2.5 in the second block of the second
        // row
        assertThat(half.get(1, 1).g()).isBetween(24, 26);
        assertThat(half.get(1, 1).b()).isBetween(49, 51);
        assertThat(half.get(2, 1).r()).isBetween(73, 76);
    }

    @Test
    void X16_aPixelIsTheFirstBytesOfTheBuffer() {
        StandardImage image = image();
        image.set(0, 0, 200, 100, 50);
        assertThat(image.buffer().get(Slice.to(3))).containsExactly(200, 100, 50);
    }
}
