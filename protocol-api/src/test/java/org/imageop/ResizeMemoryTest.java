package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Resizing takes bytes directly from memory in many forms; each gives what {@link ReferenceResize} computes from its samples. */
class ResizeMemoryTest {
    private static final int WIDTH = 29;
    private static final int HEIGHT = 150;

    private record Kind(Mode mode, int... places) {}

    static List<Arguments> memory() {
        List<Arguments> all = new ArrayList<>();
        for (Kind kind : List.of(
                new Kind(Mode.L, 0),
                new Kind(Mode.LA, 1, 0),
                new Kind(Mode.RGB, 0, 1, 2),
                new Kind(Mode.RGB, 2, 1, 0),
                new Kind(Mode.RGB, 1, 2, 0),
                new Kind(Mode.CMYK, 3, 0, 2, 1),
                new Kind(Mode.RGBA, 1, 2, 3, 0))) {
            for (int gap = 0; gap < 2; gap++) {
                for (ImageSize size : List.of(
                        new ImageSize(11, 9),
                        new ImageSize(40, 23),
                        new ImageSize(WIDTH, 6),
                        new ImageSize(5, HEIGHT))) {
                    for (Filter filter : List.of(Filter.BOX, Filter.BILINEAR, Filter.LANCZOS, Filter.NEAREST)) {
                        all.add(Arguments.of(kind.mode, kind.places, gap, size, filter));
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0} at {1}, gap {2}, to {3} by {4}")
    @MethodSource("memory")
    void C1_resizesWhateverTheBytesLieLike(Mode mode, int[] places, int gap, ImageSize size, Filter filter) {
        int toWidth = size.width();
        int toHeight = size.height();
        int components = mode.components();
        int step = components + gap;
        int line = WIDTH * step + 5;
        byte[] bytes = new byte[3 + line * HEIGHT];
        new Random(5).nextBytes(bytes);
        Plane[] planes = new Plane[components];
        for (int c = 0; c < components; c++) {
            planes[c] = Plane.of(ByteBuffer.wrap(bytes), 3L + places[c], step, line);
        }
        if (mode.hasAlpha()) {
            // opaque pixels need no second model of the weighing by alpha
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                bytes[3 + places[components - 1] + i / WIDTH * line + i % WIDTH * step] = (byte) 255;
            }
        }
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        ImageLike image = StandardImage.wrap(PixelLayout.of(mode, WIDTH, HEIGHT, alpha, planes));

        int[] samples = Samples.of(StandardImage.from(image, toWidth, toHeight, filter));

        for (int c = 0; c < components; c++) {
            long[] channel = new long[WIDTH * HEIGHT];
            for (int i = 0; i < channel.length; i++) {
                channel[i] = bytes[3 + places[c] + i / WIDTH * line + i % WIDTH * step] & 0xff;
            }
            long[] expected =
                    ReferenceResize.channel(channel, WIDTH, HEIGHT, toWidth, toHeight, filter, filter, 8, true);
            long[] ours = new long[expected.length];
            for (int i = 0; i < ours.length; i++) {
                ours[i] = samples[i * components + c];
            }
            assertThat(ours).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Filter.class)
    void C1_resizesOneByteOfInts(Filter filter) {
        int[] pixels = new Random(7).ints((long) WIDTH * HEIGHT).toArray();
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (pixels[i] >> 8);
        }
        Plane plane = Plane.packed(IntBuffer.wrap(pixels), 0, 1, WIDTH, 8, 8);
        ImageLike image = StandardImage.wrap(PixelLayout.of(Mode.L, WIDTH, HEIGHT, AlphaType.OPAQUE, plane));
        ImageLike same = StandardImage.wrap(Mode.L, WIDTH, HEIGHT, bytes);

        for (Mode to : List.of(Mode.L, Mode.RGB, Mode.L16, Mode.JPEG_YV12)) {
            for (int width : List.of(40, WIDTH + 1, 6)) {
                assertThat(Samples.of(StandardImage.from(image, to, width, 24, filter)))
                        .as("%s, %d", to, width)
                        .isEqualTo(Samples.of(StandardImage.from(same, to, width, 24, filter)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"L, L16", "LA, LA32", "RGB, RGB48", "RGBA, RGBA64", "CMYK, CMYK64"})
    void C1_resizesOutOfMemoryWithoutArraysAndIntoWiderModes(Mode mode, Mode wide) {
        byte[] bytes = new byte[WIDTH * HEIGHT * mode.components()];
        new Random(6).nextBytes(bytes);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(0, bytes);
        StandardImage image = StandardImage.wrap(PixelLayout.of(mode, WIDTH, HEIGHT, direct));

        StandardImage resized = StandardImage.from(StandardImage.wrap(mode, WIDTH, HEIGHT, bytes), 40, 23);

        assertThat(Samples.of(StandardImage.from(image, 40, 23))).isEqualTo(Samples.of(resized));
        assertThat(Samples.of(StandardImage.from(image, wide, 40, 23)))
                .isEqualTo(Samples.of(StandardImage.from(resized, wide)));
    }
}
