package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of numbers with a range: the expected values are computed here, by hand or in BigDecimal. */
class NumbersTest {
    private static final Plane.Range CT = new Plane.Range(0, 4000);
    private static final float[] MEASURED = {
        -1000,
        0,
        10.5f,
        2000,
        3999,
        4000,
        5000,
        Float.NaN,
        Float.NEGATIVE_INFINITY,
        Float.POSITIVE_INFINITY,
        -0f,
        1e-30f
    };

    private static StandardImage floats(Mode mode, Plane.Range range, int width, int height, float[] numbers) {
        String order = mode == Mode.L || mode == Mode.L16 || mode == Mode.L32 ? "L" : "RGBA";
        return StandardImage.wrap(PixelLayout.ranged(
                mode, width, height, order, range, FloatBuffer.wrap(numbers), 0, (long) order.length() * width));
    }

    /** Rows that know doubles and compute samples of them. */
    private record Doubles(Plane.Range range, long max, int width, double[] numbers) implements SampleRows {
        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            for (int i = 0; i < count; i++) {
                double number = numbers[y * width + x + i];
                double position = Math.max(0, Math.min(1, (number - range.min()) / (range.max() - range.min())));
                samples[offset + i] = (int) Math.round(position * max);
            }
        }

        @Override
        public List<Plane.Range> ranges() {
            return List.of(range);
        }

        @Override
        public void readNumbers(int x, int y, int count, double[] to, int offset) {
            System.arraycopy(numbers, y * width + x, to, offset, count);
        }

        @Override
        public void writeNumbers(int x, int y, int count, double[] from, int offset) {
            System.arraycopy(from, offset, numbers, y * width + x, count);
        }

        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            throw new AssertionError("numbers are copied as samples");
        }

        @Override
        public boolean readOnly() {
            return false;
        }
    }

    private static StandardImage doubles(Plane.Range range, int width, int height, double... numbers) {
        return StandardImage.computed(Mode.L16, width, height, new Doubles(range, 65535, width, numbers));
    }

    @Test
    void L22_unsignedNumbersAreReadAndWrittenInTheirRange() {
        short[] stored = {0, 1, 2047, 2048, 4095, 4096, (short) 65535};
        PixelLayout layout = PixelLayout.rangedUnsigned(
                Mode.L16, 7, 1, "L", new Plane.Range(0, 4095), ShortBuffer.wrap(stored), 0, 7);
        StandardImage image = StandardImage.wrap(layout);
        BigDecimal max = BigDecimal.valueOf(65535);
        for (int x = 0; x < 7; x++) {
            BigDecimal exact = BigDecimal.valueOf(stored[x] & 0xffff)
                    .multiply(max)
                    .divide(BigDecimal.valueOf(4095), MathContext.DECIMAL64)
                    .min(max);
            int nearest = exact.add(new BigDecimal("0.5")).intValue();
            assertThat(image.get(x, 0).l()).as("%s", stored[x]).isEqualTo(nearest);
        }
        image.set(0, 0, 65535);
        image.set(1, 0, 32768);
        image.set(2, 0, 8);
        image.set(3, 0, 9);
        // 32768 / 65535 * 4095 = 2047.53, 8 / 65535 * 4095 = 0.4999, 9: 0.56
        assertThat(stored).startsWith(4095, 2048, 0, 1);
    }

    @Test
    void L22_integersOfAllWidthsHaveNoSign() {
        Plane.Range upper = new Plane.Range(200, 4_294_967_295.0);
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {(byte) 200, (byte) 255, 100});
        IntBuffer ints = IntBuffer.wrap(new int[] {-1, 200, Integer.MIN_VALUE});
        StandardImage ofBytes = StandardImage.wrap(
                PixelLayout.rangedUnsigned(Mode.L, 3, 1, "L", new Plane.Range(200, 255), bytes, 0, 3));
        StandardImage ofInts = StandardImage.wrap(PixelLayout.rangedUnsigned(Mode.L, 3, 1, "L", upper, ints, 0, 3));
        assertThat(ofBytes.buffer().get(Slice.ALL)).containsExactly(0, 255, 0);
        assertThat(ofInts.buffer().get(Slice.ALL)).containsExactly(255, 0, 127);
        ofInts.set(2, 0, 255);
        ofInts.set(1, 0, 128);
        assertThat(ints.get(2)).isEqualTo(-1);
        assertThat(ints.get(1)).isEqualTo((int) Math.round(200 + 128 / 255.0 * 4_294_967_095.0));
        StandardImage beyond = StandardImage.wrap(
                PixelLayout.rangedUnsigned(Mode.L, 3, 1, "L", new Plane.Range(-100, 1000), bytes, 0, 3));
        beyond.set(0, 0, 0);
        beyond.set(1, 0, 255);
        assertThat(bytes.get(0)).isZero();
        assertThat(bytes.get(1)).isEqualTo((byte) 255);
    }

    @Test
    void L22_signednessIsPartOfThePlane() {
        ShortBuffer memory = ShortBuffer.allocate(4);
        Plane.Range range = new Plane.Range(0, 4095);
        Plane unsigned = Plane.rangedUnsigned(memory, 0, 1, 2, range);
        Plane signed = Plane.ranged(memory, 0, 1, 2, range);
        assertThat(unsigned.signed()).isFalse();
        assertThat(signed.signed()).isTrue();
        assertThat(Plane.of(memory, 0, 1, 2).signed()).isFalse();
        assertThat(unsigned).isNotEqualTo(signed).isEqualTo(Plane.rangedUnsigned(memory, 0, 1, 2, range));
        assertThat(unsigned).hasToString("short offset 0, strides 1 and 2, range 0.0 to 4095.0, unsigned");
        assertThat(signed).hasToString("short offset 0, strides 1 and 2, range 0.0 to 4095.0");
        assertThat(unsigned.wholeElements()).isFalse();
        PixelLayout layout = PixelLayout.of(Mode.L16, 2, 2, AlphaType.OPAQUE, unsigned);
        for (PixelLayout view : List.of(layout, layout.flipLeftRight().flipLeftRight(), layout.asReadOnly())) {
            assertThat(view.arrangement())
                    .isInstanceOfSatisfying(
                            Arrangement.Ranged.class,
                            at -> assertThat(at.signed()).isFalse());
        }
        PixelLayout mixed = PixelLayout.of(Mode.LA32, 2, 2, AlphaType.STRAIGHT, unsigned, signed);
        assertThat(mixed.arrangement()).isInstanceOf(Arrangement.Other.class);
        assertThatThrownBy(() -> Plane.rangedUnsigned(FloatBuffer.allocate(1), 0, 1, 1, range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Floating-point numbers have a sign; describe them with Plane.ranged"
                        + " [errors.md#signed-floats]");
    }

    @Test
    void A14_memoryHasItsNumbers() {
        SampleRows rows = Images.rows(floats(Mode.L16, CT, 12, 1, MEASURED));
        double[] numbers = new double[14];
        rows.readNumbers(0, 0, 12, numbers, 1);
        for (int i = 0; i < 12; i++) {
            assertThat(numbers[i + 1]).isEqualTo(Double.valueOf(MEASURED[i]));
        }
        assertThat(rows.ranges()).containsExactly(CT);
        assertThat(Images.rows(StandardImage.of(Mode.RGB, 2, 2)).ranges()).isEmpty();
    }

    @Test
    void A14_rowsWithoutNumbersRefuseThem() {
        SampleRows plain = (x, y, count, samples, offset) -> {};
        assertThat(plain.ranges()).isEmpty();
        assertThatThrownBy(() -> plain.readNumbers(0, 0, 1, new double[1], 0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("have samples and no numbers; ask ranges() first [errors.md#no-numbers]");
        assertThatThrownBy(() -> plain.writeNumbers(0, 0, 1, new double[1], 0))
                .isInstanceOf(ReadOnlyImageException.class);
    }

    @Test
    void A14_rangesThatDoNotFitArePutDownToTheRows() {
        Doubles one = new Doubles(CT, 65535, 1, new double[1]);
        StandardImage image = StandardImage.computed(Mode.LA32, 1, 1, one);
        assertThatThrownBy(() -> Images.rows(image).ranges())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("have 1 ranges for pixels of 2 components; that is a bug of these rows"
                        + " [errors.md#rows-without-numbers]");
    }

    /** The samples of a pixel with alpha are straight, and so are its numbers. */
    @Test
    void A14_premultipliedNumbersAreStraight() {
        float[] stored = {0.25f, 0.125f, 1, 0.5f, 3, -1, Float.NaN, 0, 7, 8, 9, 1};
        Plane[] planes = new Plane[4];
        for (int c = 0; c < 4; c++) {
            planes[c] = Plane.ranged(FloatBuffer.wrap(stored), c, 4, 12, new Plane.Range(0, 1));
        }
        SampleRows rows = PixelLayout.of(Mode.RGBA64, 3, 1, AlphaType.PREMULTIPLIED, planes)
                .rows();
        double[] numbers = new double[12];
        rows.readNumbers(0, 0, 3, numbers, 0);
        assertThat(numbers).containsExactly(0.5, 0.25, 2, 0.5, 0, 0, 0, 0, 7, 8, 9, 1);
        rows.writeNumbers(0, 0, 1, new double[] {4, -2, 1, 0.25}, 0);
        assertThat(stored).startsWith(1, -0.5f, 0.25f, 0.25f);
    }

    /** From each element to each other: the same number, or the nearest that the element can hold. */
    @ParameterizedTest
    @CsvSource({"float", "byte", "short", "int", "unsigned byte", "unsigned short", "unsigned int"})
    void C16_numbersOfTheSameRangeAreKeptByAnyElement(String kind) {
        double[] numbers = {-300, -129, -1, 0, 0.5, 1.5, 99.4, 127, 200, 255, 40000, 65536, 3e9, 5e9, Double.NaN};
        double[] least = {-128, -32768, -2147483648.0, 0, 0, 0};
        double[] most = {127, 32767, 2147483647, 255, 65535, 4294967295.0};
        Plane.Range range = new Plane.Range(-10, 100);
        List<String> kinds =
                List.of("byte", "short", "int", "unsigned byte", "unsigned short", "unsigned int", "float");
        int k = kinds.indexOf(kind);
        Buffer memory = k == 6
                ? FloatBuffer.allocate(15)
                : k % 3 == 0 ? ByteBuffer.allocate(15) : k % 3 == 1 ? ShortBuffer.allocate(15) : IntBuffer.allocate(15);
        PixelLayout target = kind.startsWith("unsigned")
                ? PixelLayout.rangedUnsigned(Mode.L16, 15, 1, "L", range, memory, 0, 15)
                : PixelLayout.ranged(Mode.L16, 15, 1, "L", range, memory, 0, 15);

        StandardImage.from(doubles(range, 15, 1, numbers), target);

        for (int i = 0; i < 15; i++) {
            double found = memory instanceof FloatBuffer f
                    ? f.get(i)
                    : memory instanceof ByteBuffer b
                            ? k < 3 ? b.get(i) : b.get(i) & 0xff
                            : memory instanceof ShortBuffer s
                                    ? k < 3 ? s.get(i) : s.get(i) & 0xffff
                                    : k < 3 ? ((IntBuffer) memory).get(i) : ((IntBuffer) memory).get(i) & 0xffff_ffffL;
            double number = numbers[i];
            Double expected = k == 6
                    ? (double) (float) number
                    : Math.max(least[k], Math.min(most[k], Double.isNaN(number) ? -10 : Math.floor(number + 0.5)));
            assertThat(found).as("%s", number).isEqualTo(expected);
        }
    }

    @Test
    void C16_numbersOfAnotherRangeAreMappedLinearlyBeyondItToo() {
        double[] numbers = {-1000, 0, 10.5, 2000, 4000, 5000, Double.NaN, Double.NEGATIVE_INFINITY, 1e30};
        float[] copied = new float[9];
        StandardImage target = floats(Mode.L, new Plane.Range(-1, 1), 9, 1, copied);

        Images.copy(doubles(CT, 9, 1, numbers), target);

        for (int i : new int[] {0, 1, 2, 3, 4, 5, 8}) {
            BigDecimal exact = new BigDecimal(numbers[i])
                    .multiply(BigDecimal.valueOf(2))
                    .divide(BigDecimal.valueOf(4000), MathContext.DECIMAL128)
                    .subtract(BigDecimal.ONE);
            assertThat(copied[i]).as("%s", numbers[i]).isEqualTo(exact.floatValue());
        }
        assertThat(copied[6]).isNaN();
        assertThat(copied[7]).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void C16_payloadsOfNaNAreKept() {
        float[] odd = {Float.intBitsToFloat(0x7fc01234), Float.intBitsToFloat(0xffc00001)};
        float[] copied = new float[2];
        StandardImage.from(
                floats(Mode.L16, CT, 2, 1, odd),
                floats(Mode.L16, CT, 2, 1, copied).buffer().layout().orElseThrow());
        assertThat(Float.floatToRawIntBits(copied[0])).isEqualTo(0x7fc01234);
        assertThat(Float.floatToRawIntBits(copied[1])).isEqualTo(0xffc00001);
    }

    /** Views of rows, and of memory, on either side. */
    @Test
    void C16_viewsKeepNumbers() {
        SplittableRandom random = new SplittableRandom(7);
        double[] numbers = random.doubles(30, -2000, 6000).toArray();
        numbers[8] = Double.NaN;
        numbers[16] = Double.POSITIVE_INFINITY;
        StandardImage source = doubles(CT, 6, 5, numbers);
        Slice everySecond = Slice.ALL.by(-2);
        List<StandardImage> views = List.of(
                Views.crop(source, 1, 1, 3, 3),
                Views.flipLeftRight(source),
                Views.flipTopBottom(source),
                Views.transpose(source),
                Views.rotate90(source),
                Views.rotate270(source),
                Views.select(source, everySecond, everySecond),
                Views.component(source, "l"),
                Views.readOnly(source));
        // where column x, row y of the view comes from
        List<int[]> places = List.of(
                new int[] {7, 1, 6},
                new int[] {5, -1, 6},
                new int[] {24, 1, -6},
                new int[] {0, 6, 1},
                new int[] {5, 6, -1},
                new int[] {24, -6, 1},
                new int[] {29, -2, -12},
                new int[] {0, 1, 6},
                new int[] {0, 1, 6});
        for (int v = 0; v < views.size(); v++) {
            StandardImage view = views.get(v);
            int[] at = places.get(v);
            int width = view.width();
            int height = view.height();
            float[] copied = new float[width * height];
            StandardImage memory = floats(Mode.L16, CT, width, height, copied);
            Images.copy(view, memory);
            double[] back = new double[width * height];
            Images.copy(Views.flipLeftRight(memory), Views.flipLeftRight(doubles(CT, width, height, back)));
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    Float expected = (float) numbers[at[0] + x * at[1] + y * at[2]];
                    assertThat(copied[y * width + x])
                            .as("view %s at %s, %s", v, x, y)
                            .isEqualTo(expected);
                    assertThat(back[y * width + x]).isEqualTo(Double.valueOf(expected));
                }
            }
        }
    }

    /** What S-9 copies first are the numbers, in memory and computed. */
    @Test
    void C16_anImageThatIsMirroredOntoItselfKeepsItsNumbers() {
        float[] numbers = MEASURED.clone();
        StandardImage image = floats(Mode.L16, CT, 12, 1, numbers);
        Images.copy(Views.flipLeftRight(image), image);
        double[] computed = {1e300, -7, Double.NaN, 0.1};
        StandardImage rows = doubles(CT, 4, 1, computed);
        Images.copy(Views.flipLeftRight(rows), rows);
        for (int i = 0; i < 12; i++) {
            assertThat(numbers[i]).isEqualTo(Float.valueOf(MEASURED[11 - i]));
        }
        assertThat(computed).containsExactly(0.1, Double.NaN, -7, 1e300);
        image.set(Slice.to(2), Slice.ALL, Views.crop(image, 10, 0, 2, 1));
        assertThat(numbers).startsWith(0, -1000);
    }

    /** So many rows that they are copied in bands, and rows so long that they are copied in runs. */
    @ParameterizedTest
    @CsvSource({"700, 800", "200000, 3"})
    void C16_bandsAndRunsKeepNumbers(int width, int height) {
        float[] numbers = new float[width * height];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble(-9000, 9000);
        }
        int[] copied = new int[numbers.length];
        PixelLayout target = PixelLayout.ranged(Mode.L16, width, height, "L", CT, IntBuffer.wrap(copied), 0, width);
        StandardImage.from(floats(Mode.L16, CT, width, height, numbers), target);
        for (int i = 0; i < numbers.length; i++) {
            if (copied[i] != Math.round((double) numbers[i])) {
                assertThat(copied[i]).as("number %s", i).isEqualTo((int) Math.round((double) numbers[i]));
            }
        }
    }

    /** Numbers have no depth: where a conversion only copies components, they are kept. */
    @Test
    void C16_componentsThatAreCopiedKeepNumbers() {
        float[] numbers = {-3, 0.25f, Float.NaN, 7};
        float[] other = new float[4];
        StandardImage.from(
                floats(Mode.L32, new Plane.Range(0, 1), 4, 1, numbers),
                floats(Mode.L, new Plane.Range(0, 1), 4, 1, other)
                        .buffer()
                        .layout()
                        .orElseThrow());
        assertThat(other).containsExactly(numbers);
        float[] colors = new float[16];
        StandardImage.from(
                floats(Mode.L16, new Plane.Range(0, 1), 4, 1, numbers),
                floats(Mode.RGBA64, new Plane.Range(0, 2), 4, 1, colors)
                        .buffer()
                        .layout()
                        .orElseThrow());
        assertThat(colors)
                .containsExactly(-6, -6, -6, 2, 0.5f, 0.5f, 0.5f, 2, Float.NaN, Float.NaN, Float.NaN, 2, 14, 14, 14, 2);
        float[] inks = new float[4];
        Plane.Range percent = new Plane.Range(0, 100);
        Plane[] planes = new Plane[4];
        for (int c = 0; c < 4; c++) {
            planes[c] = Plane.ranged(FloatBuffer.wrap(inks), c, 4, 4, percent);
        }
        StandardImage.from(
                floats(Mode.RGBA, new Plane.Range(0, 1), 1, 1, new float[] {1.5f, 0.25f, -1, 1}),
                PixelLayout.of(Mode.CMYK, 1, 1, AlphaType.OPAQUE, planes));
        assertThat(inks).containsExactly(-50, 75, 200, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void C16_planesKeepNumbers(Mode mode) {
        float[] numbers = {-1, 2, 300, Float.NaN, 0.5f, 1e9f};
        float[] copied = new float[6];
        PixelLayout[] layouts = new PixelLayout[2];
        for (int i = 0; i < 2; i++) {
            FloatBuffer memory = FloatBuffer.wrap(i == 0 ? numbers : copied);
            Plane.Range range = new Plane.Range(0, 255);
            layouts[i] = PixelLayout.of(
                    mode,
                    2,
                    2,
                    AlphaType.OPAQUE,
                    Plane.ranged(memory, 0, 1, 2, range),
                    Plane.ranged(memory, 4, 1, 1, range),
                    Plane.ranged(memory, 5, 1, 1, range));
        }
        Images.copy(StandardImage.wrap(layouts[0]), StandardImage.wrap(layouts[1]));
        assertThat(copied).containsExactly(numbers);
        Images.copy(Views.flipTopBottom(StandardImage.wrap(layouts[1])), StandardImage.wrap(layouts[1]));
        assertThat(copied).containsExactly(300, Float.NaN, -1, 2, 0.5f, 1e9f);
    }
}
