package org.imageop.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.Transfer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every depth, number of channels and step, against the accessors of the classes. */
class RoundTripTest {
    private static final int W = 7;
    private static final int H = 5;
    private static final List<String> ORDERS = List.of("", "L", "LA", "BGR", "BGRA");

    @BeforeAll
    static void load() {
        Foreign.load();
    }

    static Stream<Arguments> cases() {
        return Foreign.ALL.stream()
                .flatMap(foreign -> Foreign.DEPTHS.stream()
                        .flatMap(depth -> IntStream.rangeClosed(1, 4)
                                .boxed()
                                .flatMap(channels -> Stream.of(false, true)
                                        .map(part -> Arguments.of(foreign, depth, channels, part)))));
    }

    private static <T> T noise(Foreign<T> foreign, String depth, int channels, boolean part) {
        T object = part ? foreign.part(depth, W, H, channels) : foreign.make(depth, W, H, channels);
        double[] ends = Foreign.ends(depth);
        SplittableRandom random = new SplittableRandom(channels);
        for (int i = 0; i < W * H * channels; i++) {
            // the first are the ends themselves
            double number = i < 2 ? ends[i] : ends[0] + random.nextDouble() * (ends[1] - ends[0]);
            foreign.put(object, i / channels % W, i / channels / W, i % channels, held(depth, number));
        }
        return object;
    }

    /** The number that an element of a depth holds. */
    private static double held(String depth, double number) {
        return depth.equals("64F") ? number : depth.equals("32F") ? (float) number : Math.round(number);
    }

    private static int channel(int channels, int component) {
        return channels > 2 && component < 3 ? 2 - component : component;
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void L8_numbersAreSeenInTheirRange(Foreign<T> foreign, String depth, int channels, boolean part) {
        T object = noise(foreign, depth, channels, part);
        double[] ends = Foreign.ends(depth);
        ImageLike image = foreign.wrap(object, ORDERS.get(channels), new Plane.Range(ends[0], ends[1]));
        Mode mode = image.mode();
        assertThat(mode.components()).isEqualTo(channels);
        assertThat(mode.hasAlpha()).isEqualTo(channels % 2 == 0);
        int bits = Foreign.bytes(depth) == 1 ? 8 : depth.equals("32S") && channels == 1 ? 32 : 16;
        assertThat(mode.bitsPerComponent()).isEqualTo(bits);
        double most = mode.maxValue();
        SampleRows rows = Images.rows(image);
        double[] numbers = new double[W * channels];
        for (int y = 0; y < H; y++) {
            rows.readNumbers(0, y, W, numbers, 0);
            for (int x = 0; x < W; x++) {
                int[] samples = image.get(x, y).value();
                for (int c = 0; c < channels; c++) {
                    double number = foreign.get(object, x, y, channel(channels, c));
                    assertThat(numbers[x * channels + c]).isEqualTo(number);
                    long sample = Math.round((number - ends[0]) / (ends[1] - ends[0]) * most);
                    assertThat(samples[c]).as("(%d, %d) %d", x, y, c).isEqualTo((int) sample);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void S7_eitherSideShowsWhatTheOtherWrites(Foreign<T> foreign, String depth, int channels, boolean part) {
        T object = noise(foreign, depth, channels, part);
        double[] ends = Foreign.ends(depth);
        ImageLike image = foreign.wrap(object, ORDERS.get(channels), new Plane.Range(ends[0], ends[1]));
        double most = image.mode().maxValue();
        int[] pixel = IntStream.range(0, channels)
                .map(c -> (int) (long) (most / (c + 2)))
                .toArray();
        double[][] before = all(foreign, object);

        image.set(3, 2, pixel);

        for (int c = 0; c < channels; c++) {
            double number = held(depth, ends[0] + (pixel[c] & 0xffffffffL) / most * (ends[1] - ends[0]));
            assertThat(foreign.get(object, 3, 2, channel(channels, c))).isEqualTo(number);
        }
        double[][] after = all(foreign, object);
        for (int i = 0; i < W * H; i++) {
            if (i != 2 * W + 3) {
                assertThat(after[i]).isEqualTo(before[i]);
            }
        }
        foreign.put(object, W - 1, H - 1, channel(channels, 0), ends[1]);
        assertThat(image.get(W - 1, H - 1).value()[0])
                .isEqualTo((int) image.mode().maxValue());
        foreign.put(object, W - 1, H - 1, channel(channels, 0), ends[0]);
        assertThat(image.get(W - 1, H - 1).value()[0]).isZero();
    }

    private static <T> double[][] all(Foreign<T> foreign, T object) {
        double[][] all = new double[W * H][foreign.channels(object)];
        for (int i = 0; i < W * H; i++) {
            for (int c = 0; c < all[i].length; c++) {
                all[i][c] = foreign.get(object, i % W, i / W, c);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void C16_copiesKeepTheNumbersAndTheirKind(Foreign<T> foreign, String depth, int channels, boolean part) {
        T object = noise(foreign, depth, channels, part);
        if (Foreign.ends(depth)[0] < 0 && depth.endsWith("F")) {
            foreign.put(object, 2, 1, 0, Double.NaN);
            foreign.put(object, 3, 1, 0, Double.NEGATIVE_INFINITY);
            foreign.put(object, 4, 1, 0, 1e30);
        }
        // a range that cuts some of them
        Plane.Range range = new Plane.Range(Foreign.ends(depth)[0] / 2, Foreign.ends(depth)[1] / 2);
        ImageLike image = foreign.wrap(object, ORDERS.get(channels), range);

        for (Foreign<?> other : Foreign.ALL) {
            assertCopied(foreign, object, image, other);
        }
    }

    private static <T, U> void assertCopied(Foreign<T> foreign, T object, ImageLike image, Foreign<U> other) {
        Transfer<U> copy = Images.transfer(image, other.adapter().type(), Copy.ALWAYS);
        U made = copy.image();
        assertThat(copy.losses()).isEmpty();
        assertThat(other.depth(made)).isEqualTo(foreign.depth(object));
        int channels = foreign.channels(object);
        assertThat(other.channels(made)).isEqualTo(channels == 2 ? 4 : channels);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                for (int c = 0; c < channels; c++) {
                    // grey is in all three colours
                    int there = channels == 2 && c == 1 ? 3 : c;
                    assertThat(other.get(made, x, y, there)).isEqualTo(Double.valueOf(foreign.get(object, x, y, c)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void A15_eachChannelIsAnImage(Foreign<T> foreign, String depth, int channels, boolean part) {
        T object = noise(foreign, depth, channels, part);
        double[] ends = Foreign.ends(depth);
        List<ImageLike> images = foreign.channels(object, new Plane.Range(ends[0], ends[1]));
        assertThat(images).hasSize(channels);
        double[] number = new double[1];
        for (int c = 0; c < channels; c++) {
            assertThat(images.get(c).mode().components()).isEqualTo(1);
            assertThat(Images.unwrap(images.get(c), foreign.adapter().type())).isEmpty();
            Images.rows(images.get(c)).readNumbers(5, 3, 1, number, 0);
            assertThat(number[0]).isEqualTo(foreign.get(object, 5, 3, c));
            double[][] before = all(foreign, object);

            images.get(c).set(5, 3, (int) images.get(c).mode().maxValue());

            double[][] after = all(foreign, object);
            assertThat(after[3 * W + 5][c]).isEqualTo(ends[1]);
            before[3 * W + 5][c] = ends[1];
            assertThat(after).isDeepEqualTo(before);
        }
    }
}
