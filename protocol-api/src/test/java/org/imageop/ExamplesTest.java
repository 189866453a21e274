package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The examples of the PEP. */
class ExamplesTest {

    /** 8×6 pixels, each (16x + y, 10x, 20y). */
    private static Model example() {
        Model model = new Model(Mode.RGB, 8, 6);
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                model.pixel(x, y, 16 * x + y, 10 * x, 20 * y);
            }
        }
        return model;
    }

    private static StandardImage image() {
        return StandardImage.ofBytes(Mode.RGB, 8, 6, example().bytes());
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
        Model expected = example();
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                expected.pixel(x, y, 20 * y, 0, 16 * x + y);
            }
        }
        expected.assertIn(image);
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
        example()
                .area(new int[] {2, 3, 4, 5}, new int[] {1, 2})
                .assertIn(image().get(Slice.of(-6, -2), Slice.of(1, 3)));
    }

    @Test
    void X11_aBlockIsCopiedWithinTheImage() {
        StandardImage image = image();
        image.set(Slice.to(4), Slice.from(-2), image.get(Slice.of(-6, -2), Slice.of(1, 3)));
        Model expected = example();
        expected.replace(
                new int[] {0, 1, 2, 3}, new int[] {4, 5}, example().area(new int[] {2, 3, 4, 5}, new int[] {1, 2}));
        expected.assertIn(image);
    }

    @Test
    void X12_everythingIsAFullCopy() {
        StandardImage image = image();
        image.info().put("comment", "x");
        StandardImage copy = image.get(Slice.ALL);
        example().assertIn(copy);
        assertThat(copy.info()).isEmpty();
        copy.set(0, 0, 9, 9, 9);
        example().assertIn(image);
    }

    @Test
    void X13_aNegativeStepMirrorsLeftToRight() {
        example().mirrored().assertIn(image().get(Slice.parse("::-1"), Slice.ALL));
    }

    @Test
    void X14_stepsTakeEverySecondColumnAndRow() {
        example()
                .area(new int[] {0, 2, 4, 6}, new int[] {0, 2, 4})
                .assertIn(image().get(Slice.parse("::2"), Slice.parse("::2")));
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
