package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tensors: the expected places are those of a shape written out, the expected numbers plain arithmetic in double. */
class TensorLayoutTest {
    /** What torchvision documents for ImageNet. */
    private static final double[] MEAN = {0.485, 0.456, 0.406};

    private static final double[] DEVIATION = {0.229, 0.224, 0.225};

    private static final String[] NAMES = {"chw", "hwc", "nchw", "nhwc"};

    private static TensorLayout named(String name, String channels, int width, int height) {
        return switch (name) {
            case "chw" -> TensorLayout.chw(channels, width, height);
            case "hwc" -> TensorLayout.hwc(channels, width, height);
            case "nchw" -> TensorLayout.nchw(channels, width, height);
            default -> TensorLayout.nhwc(channels, width, height);
        };
    }

    /** Where a number lies, as every library has it: the last dimension is the one of neighbours. */
    private static int place(String name, long[] shape, int image, int channel, int y, int x) {
        int at = 0;
        for (int d = 0; d < shape.length; d++) {
            int index = switch (name.charAt(d)) {
                case 'n' -> image;
                case 'c' -> channel;
                case 'h' -> y;
                default -> x;
            };
            at = (int) (at * shape[d]) + index;
        }
        return at;
    }

    private static StandardImage photo(Mode mode, int width, int height) {
        return Samples.image(
                mode, width, height, Samples.random(mode, width, height, new SplittableRandom(width + 31L * height)));
    }

    private static void isNear(float actual, double expected) {
        assertThat((double) actual).isCloseTo(expected, within(Math.ulp((float) expected) + 1e-12));
    }

    @ParameterizedTest
    @CsvSource({"RGB,012", "BGR,210", "L,0", "RGBA,0123", "ABGR,3210", "LA,01", "CMYK,0123", "XXL,2", "XRXGB,134"})
    void L23_numbersLieWhereTheShapeHasThem(String channels, String places) {
        for (String name : NAMES) {
            int images = name.startsWith("n") ? 2 : 1;
            TensorLayout layout =
                    named(name, channels, 5, 3).bits(16).range(0, 65535).signed();
            layout = images == 2 ? layout.batch(2) : layout;
            FloatBuffer memory = FloatBuffer.allocate(layout.elements());
            for (int i = 0; i < memory.capacity(); i++) {
                memory.put(i, i);
            }
            for (int n = 0; n < images; n++) {
                StandardImage image = layout.image(memory, n);
                assertThat(image.size()).isEqualTo(new ImageSize(5, 3));
                for (int y = 0; y < 3; y++) {
                    for (int x = 0; x < 5; x++) {
                        int[] expected = new int[places.length()];
                        for (int c = 0; c < expected.length; c++) {
                            expected[c] = place(name, layout.shape(), n, places.charAt(c) - '0', y, x);
                        }
                        assertThat(image.get(x, y).value())
                                .as(layout.toString())
                                .containsExactly(expected);
                    }
                }
            }
        }
    }

    @Test
    void L23_shapesAreInTheOrderOfTheName() {
        assertThat(TensorLayout.chw("RGB", 5, 4).shape()).containsExactly(3, 4, 5);
        assertThat(TensorLayout.hwc("RGB", 5, 4).shape()).containsExactly(4, 5, 3);
        assertThat(TensorLayout.nchw("L", 5, 4).shape()).containsExactly(1, 1, 4, 5);
        assertThat(TensorLayout.nhwc("RGBA", 5, 4).batch(7).shape()).containsExactly(7, 4, 5, 4);
        assertThat(TensorLayout.chw("RGB", 5, 4).batch(2))
                .isEqualTo(TensorLayout.nchw("RGB", 5, 4).batch(2));
        assertThat(TensorLayout.nhwc("RGBA", 5, 4).batch(7).elements()).isEqualTo(560);
    }

    @Test
    void L23_lettersMakeTheMode() {
        assertThat(Stream.of("L", "LA", "BGR", "ARGB", "KYMC", "XGXBR")
                        .map(channels -> TensorLayout.chw(channels, 1, 1).mode()))
                .containsExactly(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA, Mode.CMYK, Mode.RGB);
        assertThat(TensorLayout.chw("L", 1, 1).bits(32).mode()).isEqualTo(Mode.L32);
        assertThat(TensorLayout.chw("BGRA", 1, 1).bits(16).mode()).isEqualTo(Mode.RGBA64);
    }

    @Test
    void L24_numbersAreNormalisedLikeImageNet() {
        StandardImage photo = photo(Mode.RGB, 37, 23);
        for (String name : NAMES) {
            TensorLayout layout = named(name, "RGB", 37, 23).meanAndDeviation(MEAN, DEVIATION);
            FloatBuffer memory = layout.allocateFloats();
            Images.copy(photo, layout.image(memory, 0));
            for (int y = 0; y < 23; y++) {
                for (int x = 0; x < 37; x++) {
                    int[] pixel = photo.get(x, y).value();
                    for (int c = 0; c < 3; c++) {
                        float number = memory.get(place(name, layout.shape(), 0, c, y, x));
                        isNear(number, (pixel[c] / 255.0 - MEAN[c]) / DEVIATION[c]);
                    }
                }
            }
            assertThat(Images.sameContent(layout.image(memory, 0), photo)).isTrue();
        }
    }

    /** Mean and deviation follow the channels, as BGR models are published. */
    @Test
    void L24_meansAreInTheOrderOfTheChannels() {
        double[] mean = {103.939, 116.779, 123.68};
        double[] deviation = {1, 2, 4};
        TensorLayout first = TensorLayout.nchw("BGR", 1, 1).meanAndDeviation(mean, deviation);
        TensorLayout layout = first.range(0, 255);
        float[] numbers = new float[3];

        layout.image(FloatBuffer.wrap(numbers), 0).set(0, 0, 10, 200, 255);

        isNear(numbers[0], 255 - 103.939);
        isNear(numbers[1], (200 - 116.779) / 2);
        isNear(numbers[2], (10 - 123.68) / 4);
        assertThat(TensorLayout.nchw("BGR", 1, 1).range(0, 255).meanAndDeviation(mean, deviation))
                .isEqualTo(layout)
                .hasSameHashCodeAs(layout)
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"8,0,1", "8,-1,1", "8,0,255", "8,-2.1179,2.2489", "16,0,1", "16,-1,1", "16,-1000,3000"})
    void L24_everyValueComesBack(int bits, double black, double white) {
        int most = (1 << bits) - 1;
        TensorLayout layout = TensorLayout.chw("L", most + 1, 1).bits(bits).range(black, white);
        FloatBuffer memory = FloatBuffer.allocate(most + 1);
        int[] all = IntStream.rangeClosed(0, most).toArray();
        StandardImage values = Samples.image(layout.mode(), most + 1, 1, all);

        Images.copy(values, layout.image(memory, 0));

        for (int value : all) {
            isNear(memory.get(value), black + (white - black) * value / most);
        }
        assertThat(Samples.of(layout.image(memory, 0))).containsExactly(all);
    }

    @Test
    void L24_numbersBeyondReadAsTheNearerEndAndStay() {
        float[] numbers = {-7, -1, 0, 0.25f, 1, 1.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        StandardImage image = TensorLayout.nchw("L", 9, 1).range(-1, 1).image(FloatBuffer.wrap(numbers), 0);

        // (0.25 + 1) / 2 * 255 = 159.4, 0 is 127.5
        assertThat(Samples.of(image)).containsExactly(0, 0, 128, 159, 255, 255, 0, 255, 0);
        double[] read = new double[9];
        Images.rows(image).readNumbers(0, 0, 9, read, 0);
        assertThat(read[0]).isEqualTo(-7);
        assertThat(read[5]).isEqualTo(1.5);
        assertThat(numbers[8]).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void L24_bytesAreTheSamplesThemselves() {
        StandardImage photo = photo(Mode.RGB, 4, 3);
        byte[] memory = new byte[36];
        StandardImage image = TensorLayout.hwc("RGB", 4, 3).range(0, 255).image(ByteBuffer.wrap(memory), 0);

        Images.copy(photo, image);

        assertThat(memory).containsExactly(photo.buffer().get(Slice.ALL));
        assertThat(image.buffer().layout().orElseThrow().canonical()).isTrue();
        assertThat(Images.rows(image).ranges()).isEmpty();
    }

    /** Quantised: a real number r, here of 0..1, is the integer round(r / 0.02) + 3, or of 0..2 with a sign round(r / 0.01) - 128. */
    @Test
    void L24_integersAreTheNearestOfTheirRange() {
        StandardImage all =
                Samples.image(Mode.L, 256, 1, IntStream.range(0, 256).toArray());
        byte[] unsigned = new byte[256];
        byte[] signed = new byte[256];
        short[] wide = new short[256];
        int[] widest = new int[256];
        TensorLayout row = TensorLayout.nhwc("L", 256, 1);

        Images.copy(all, row.range(3, 53).image(ByteBuffer.wrap(unsigned), 0));
        Images.copy(all, row.range(-128, 72).signed().image(ByteBuffer.wrap(signed), 0));
        Images.copy(all, row.range(0, 65535).image(ShortBuffer.wrap(wide), 0));
        Images.copy(all, row.range(-1e9, 1e9).signed().image(IntBuffer.wrap(widest), 0));

        for (int value = 0; value < 256; value++) {
            assertThat(unsigned[value]).isEqualTo((byte) Math.floor(value / 255.0 / 0.02 + 3 + 0.5));
            assertThat(signed[value]).isEqualTo((byte) Math.floor(value / 255.0 * 2 / 0.01 - 128 + 0.5));
            assertThat(wide[value] & 0xffff).isEqualTo(257 * value);
            assertThat((double) widest[value]).isCloseTo(value / 255.0 * 2e9 - 1e9, within(0.5000001));
        }
        // 256 values come back from 256 bytes
        StandardImage all256 = row.range(-128, 127).signed().image(ByteBuffer.wrap(signed), 0);
        Images.copy(all, all256);
        assertThat(signed[200]).isEqualTo((byte) 72);
        assertThat(Images.sameContent(all256, all)).isTrue();
    }

    /** Every way into a tensor: direct kernels and rows must give the same numbers. */
    private static List<ImageLike> sources() {
        List<ImageLike> sources = new ArrayList<>();
        for (int[] size : new int[][] {{3, 2}, {67, 5}, {1100, 2}}) {
            for (Mode mode : Mode.MODES) {
                if (!mode.planar()) {
                    sources.add(photo(mode, size[0], size[1]));
                }
            }
            sources.add(photo(Mode.YV12, size[0] / 2 * 2, 2));
            StandardImage rgba = photo(Mode.RGBA, size[0], size[1]);
            StandardImage canvas = StandardImage.canvas(size[0], size[1]);
            Images.copy(rgba, canvas);
            sources.add(canvas);
            int pixels = size[0] * size[1];
            sources.add(StandardImage.from(
                    rgba, PixelLayout.argb(IntBuffer.allocate(pixels), size[0], size[1], AlphaType.STRAIGHT)));
            sources.add(StandardImage.from(
                    rgba,
                    PixelLayout.interleaved(
                            Mode.RGB,
                            size[0],
                            size[1],
                            "BGR",
                            ByteBuffer.allocateDirect(3 * pixels),
                            0,
                            3L * size[0])));
            sources.add(Views.flipLeftRight(rgba));
            sources.add(Views.rotate90(rgba));
            sources.add(Views.readOnly(photo(Mode.LA, size[0], size[1])));
        }
        return sources;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void L24_everyImageIsConvertedAndThenNormalised(ImageLike source) {
        int width = source.size().width();
        int height = source.size().height();
        for (String channels : new String[] {"RGB", "BGR", "L", "RGBA", "LA", "CMYK"}) {
            for (String name : new String[] {"nchw", "nhwc"}) {
                TensorLayout layout = named(name, channels, width, height).range(-1, 1);
                StandardImage converted = StandardImage.from(source, layout.mode());
                int[] samples = Samples.of(converted);
                for (FloatBuffer memory : List.of(FloatBuffer.allocate(layout.elements()), layout.allocateFloats())) {
                    StandardImage image = layout.image(memory, 0);
                    Images.copy(source, image);
                    List<String> names = layout.mode().componentNames();
                    for (int k = 0; k < samples.length; k++) {
                        int pixel = k / names.size();
                        char letter = Character.toUpperCase(
                                names.get(k % names.size()).charAt(0));
                        int at = place(name, layout.shape(), 0, channels.indexOf(letter), pixel / width, pixel % width);
                        float expected = (float) (samples[k] / 255.0 * 2 - 1);
                        if (Math.abs(memory.get(at) - expected) > 1e-7) {
                            assertThat(memory.get(at)).as(layout + " at " + at).isEqualTo(expected);
                        }
                    }
                }
            }
        }
    }

    @Test
    void L23_imagesOfABatchAreApart() {
        TensorLayout layout = TensorLayout.nchw("RGB", 2, 2).batch(3).range(0, 255);
        float[] numbers = new float[36];
        layout.image(FloatBuffer.wrap(numbers), 1).map(v -> 9);

        for (int i = 0; i < 36; i++) {
            assertThat(numbers[i]).isEqualTo(i / 12 == 1 ? 9 : 0);
        }
        for (int wrong : new int[] {-1, 3}) {
            assertThatThrownBy(() -> layout.image(FloatBuffer.wrap(numbers), wrong))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageEndingWith("[errors.md#no-such-index]")
                    .hasMessageContaining("no image " + wrong + " in a batch of 3");
        }
        assertThatThrownBy(() -> TensorLayout.hwc("L", 2, 2).image(FloatBuffer.allocate(4), 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void L23_memoryCountsFromItsPosition() {
        float[] numbers = {7, 7, 0, 0, 7};
        FloatBuffer part = FloatBuffer.wrap(numbers).position(2).limit(4);
        StandardImage image = TensorLayout.chw("L", 2, 1).range(0, 255).image(part, 0);
        part.clear();

        image.set(0, 0, 1);
        image.set(1, 0, 2);

        assertThat(numbers).containsExactly(7, 7, 1, 2, 7);
    }

    @Test
    void L23_memoryOfAnotherLengthIsRefused() {
        TensorLayout layout = TensorLayout.nchw("RGB", 4, 2).range(0, 255);
        for (Buffer wrong : List.of(
                FloatBuffer.allocate(23),
                FloatBuffer.allocate(25),
                FloatBuffer.allocate(24).position(1),
                ByteBuffer.allocate(25))) {
            assertThatThrownBy(() -> layout.image(wrong, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[1, 3, 2, 4] has 24 numbers")
                    .hasMessageEndingWith("[errors.md#tensor-memory]");
        }
        assertThatThrownBy(() -> layout.image(ByteBuffer.allocate(96), 0)).hasMessageContaining("asFloatBuffer()");
        for (Buffer wrong : List.of(LongBuffer.allocate(24), DoubleBuffer.allocate(24))) {
            assertThatThrownBy(() -> layout.image(wrong, 0)).hasMessageEndingWith("[errors.md#memory-class]");
        }
        assertThatThrownBy(() -> TensorLayout.chw("L", 2, 2).image(ByteBuffer.allocate(4), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("[errors.md#range-needed]");
    }

    @Test
    void L23_readOnlyMemoryIsReadAndNotWritten() {
        StandardImage image = TensorLayout.chw("L", 1, 1)
                .image(FloatBuffer.wrap(new float[] {1}).asReadOnlyBuffer(), 0);

        assertThat(image.get(0, 0).l()).isEqualTo(255);
        assertThatThrownBy(() -> Images.copy(StandardImage.of(Mode.L, 1, 1), image))
                .isInstanceOf(ReadOnlyImageException.class);
    }

    @ParameterizedTest
    @CsvSource({"RG", "RGBQ", "rgb", "''", "XX", "RGBR"})
    void L23_otherLettersAreRefused(String channels) {
        assertThatThrownBy(() -> TensorLayout.nchw(channels, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("[errors.md#component-order]");
    }

    @Test
    void L23_whatNoBufferHoldsIsRefused() {
        assertThat(TensorLayout.chw("L", Integer.MAX_VALUE, 1).elements()).isEqualTo(Integer.MAX_VALUE);
        for (TensorLayout large :
                List.of(TensorLayout.chw("RGB", 1 << 15, 1 << 14), TensorLayout.hwc("L", 1 << 15, 1 << 15))) {
            assertThatThrownBy(() -> large.batch(2)).hasMessageEndingWith("[errors.md#tensor-too-large]");
            assertThatThrownBy(() -> large.batch(Integer.MAX_VALUE))
                    .hasMessageEndingWith("[errors.md#tensor-too-large]");
            assertThatThrownBy(large::allocateFloats).hasMessageEndingWith("[errors.md#tensor-too-large]");
        }
        assertThatThrownBy(() -> TensorLayout.chw("RGBA", Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("[errors.md#tensor-too-large]");
        assertThatThrownBy(() -> TensorLayout.chw("L", 0, 5)).hasMessageEndingWith("[errors.md#size-below-one]");
        assertThatThrownBy(() -> TensorLayout.nchw("L", 5, 5).batch(0))
                .hasMessageEndingWith("[errors.md#size-below-one]");
        assertThatThrownBy(() -> TensorLayout.nchw("RGB", 5, 5).bits(12))
                .hasMessageEndingWith("[errors.md#no-such-mode]");
    }

    @Test
    void L24_impossibleStatisticsAreRefused() {
        TensorLayout layout = TensorLayout.nchw("RGB", 2, 2);
        double[] ones = {1, 1, 1};
        for (double wrong : new double[] {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> layout.meanAndDeviation(MEAN, new double[] {1, 1, wrong}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a finite deviation above 0 for each, 3 in all")
                    .hasMessageEndingWith("[errors.md#mean-and-deviation]");
        }
        for (double wrong : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> layout.meanAndDeviation(new double[] {wrong, 0, 0}, ones))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a finite mean for each");
        }
        for (int length : new int[] {0, 1, 2, 4}) {
            assertThatThrownBy(() -> layout.meanAndDeviation(new double[length], ones))
                    .hasMessageEndingWith("[errors.md#mean-and-deviation]");
            assertThatThrownBy(() -> layout.meanAndDeviation(MEAN, new double[length]))
                    .hasMessageEndingWith("[errors.md#mean-and-deviation]");
        }
        for (double white : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> layout.range(0, white)).hasMessageEndingWith("[errors.md#value-range]");
        }
        assertThat(layout.meanAndDeviation(new double[3], ones)).isEqualTo(layout);
    }

    /** What was given may change afterwards. */
    @Test
    void L24_statisticsAreCopied() {
        double[] mean = {0.5};
        double[] deviation = {0.5};
        TensorLayout layout = TensorLayout.chw("L", 1, 1).meanAndDeviation(mean, deviation);
        mean[0] = 9;
        deviation[0] = 9;
        layout.shape()[0] = 9;
        float[] number = new float[1];

        layout.batch(1).image(FloatBuffer.wrap(number), 0).set(0, 0, 255);

        assertThat(number[0]).isEqualTo(1);
        assertThat(layout.shape()).containsExactly(1, 1, 1);
    }

    /** Of batch, depth, range, normalisation and sign none forgets another, whichever comes first. */
    @Test
    void L24_choicesAreKeptInAnyOrder() {
        List<UnaryOperator<TensorLayout>> choices = List.of(
                layout -> layout.batch(2),
                layout -> layout.bits(16),
                layout -> layout.range(-3, 4),
                layout -> layout.meanAndDeviation(MEAN, DEVIATION),
                TensorLayout::signed);
        TensorLayout all = TensorLayout.hwc("BGR", 3, 2);
        for (UnaryOperator<TensorLayout> choice : choices) {
            all = choice.apply(all);
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int order = 0; order < 200; order++) {
            List<UnaryOperator<TensorLayout>> left = new ArrayList<>(choices);
            TensorLayout layout = TensorLayout.hwc("BGR", 3, 2);
            while (!left.isEmpty()) {
                assertThat(layout).isNotEqualTo(all);
                layout = left.remove(random.nextInt(left.size())).apply(layout);
            }
            assertThat(layout).isEqualTo(all).hasToString(all.toString());
        }
    }

    @Test
    void textsNameWhatMatters() {
        assertThat(TensorLayout.nchw("BGR", 640, 480).batch(2).range(-1, 1))
                .hasToString("NCHW [2, 3, 480, 640], BGR as RGB, -1.0 to 1.0");
        assertThat(TensorLayout.hwc("L", 5, 4).range(-128, 127).signed())
                .hasToString("HWC [4, 5, 1], L as L, -128.0 to 127.0, signed");
    }
}
