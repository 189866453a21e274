package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversions that take ints give the same pixels as those that take samples. */
class ArgbRowsTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 12;

    /** Pixels that are stored as ints; the samples are divided here as the protocol defines it, by exact arithmetic. */
    private record Pixels(Mode mode, boolean premultiplied, int[] argb) implements ArgbRows {
        @Override
        public void readArgb(int x, int y, int count, int[] out, int offset) {
            System.arraycopy(argb, y * WIDTH + x, out, offset, count);
        }

        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            int components = mode.components();
            for (int i = 0; i < count; i++) {
                int pixel = argb[y * WIDTH + x + i];
                int alpha = pixel >>> 24;
                int at = offset + i * components;
                for (int c = 0; c < components; c++) {
                    boolean last = mode.hasAlpha() && c == components - 1;
                    int shift = last ? 24 : components < 3 ? 0 : 16 - 8 * c;
                    int sample = pixel >>> shift & 0xff;
                    samples[at + c] = last || !premultiplied ? sample : straight(sample, alpha);
                }
            }
        }

        private static int straight(int color, int alpha) {
            return alpha == 0 ? 0 : (int) Math.min(255, Math.round(color * 255.0 / alpha));
        }
    }

    /** The same pixels without ints. */
    private static StandardImage samples(Pixels pixels) {
        return StandardImage.computed(pixels.mode, WIDTH, HEIGHT, (SampleRows) pixels::read);
    }

    static List<Arguments> conversions() {
        List<Arguments> all = new ArrayList<>();
        for (Mode from : List.of(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA)) {
            for (boolean premultiplied : from.hasAlpha() ? new boolean[] {false, true} : new boolean[] {false}) {
                for (Mode to : Mode.values()) {
                    all.add(Arguments.of(from, premultiplied, to));
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}, premultiplied {1}, to {2}")
    @MethodSource("conversions")
    void intsAndSamplesConvertAlike(Mode from, boolean premultiplied, Mode to) {
        Pixels pixels = new Pixels(from, premultiplied, random());
        ImageLike ints = StandardImage.computed(from, WIDTH, HEIGHT, pixels);
        ImageLike plain = samples(pixels);
        int left = to.planar() ? 2 : 3;
        ImageLike partOfInts = Views.crop(ints, left, 2, 28, 6);
        ImageLike partOfPlain = Views.crop(plain, left, 2, 28, 6);

        assertThat(Samples.of(StandardImage.from(partOfInts, to)))
                .isEqualTo(Samples.of(StandardImage.from(partOfPlain, to)));
        assertThat(Samples.of(StandardImage.from(Views.readOnly(partOfInts), to)))
                .isEqualTo(Samples.of(StandardImage.from(partOfPlain, to)));
    }

    @ParameterizedTest(name = "{0}, premultiplied {1}")
    @MethodSource("conversions")
    void intsGoToPremultipliedMemoryAsSamplesDo(Mode from, boolean premultiplied, Mode unused) {
        Pixels pixels = new Pixels(from, premultiplied, random());
        int[] ofInts = new int[WIDTH * HEIGHT];
        int[] ofSamples = new int[WIDTH * HEIGHT];

        Images.copy(StandardImage.computed(from, WIDTH, HEIGHT, pixels), premultiplied(ofInts));
        Images.copy(samples(pixels), premultiplied(ofSamples));

        assertThat(ofInts).isEqualTo(ofSamples);

        byte[] greyOfInts = new byte[2 * WIDTH * HEIGHT];
        byte[] greyOfSamples = new byte[2 * WIDTH * HEIGHT];
        Images.copy(StandardImage.computed(from, WIDTH, HEIGHT, pixels), premultiplied(greyOfInts));
        Images.copy(samples(pixels), premultiplied(greyOfSamples));

        assertThat(greyOfInts).isEqualTo(greyOfSamples);
    }

    private static ImageLike premultiplied(byte[] memory) {
        return StandardImage.wrap(PixelLayout.interleaved(
                Mode.LA, WIDTH, HEIGHT, "LA", AlphaType.PREMULTIPLIED, ByteBuffer.wrap(memory), 0, 2 * WIDTH));
    }

    private static ImageLike premultiplied(int[] memory) {
        return StandardImage.wrap(PixelLayout.argb(IntBuffer.wrap(memory), WIDTH, HEIGHT, AlphaType.PREMULTIPLIED));
    }

    /** Also colours above alpha, which premultiplied memory should not have. */
    private static int[] random() {
        int[] argb = new Random(368).ints((long) WIDTH * HEIGHT).toArray();
        for (int i = 0; i < argb.length; i += 5) {
            argb[i] |= 0xff000000;
        }
        for (int i = 1; i < argb.length; i += 7) {
            argb[i] &= 0xffffff;
        }
        return argb;
    }
}
