package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers need the range that they stand for. */
class RangesTest {
    static Stream<Arguments> numbers() {
        List<Arguments> cases = new ArrayList<>();
        Plane.Range unit = new Plane.Range(0, 1);
        Plane.Range signed = new Plane.Range(-100, 27);
        Plane.Range wide = new Plane.Range(-30_000, 30_000);
        add(cases, "float array", ArrayImgs.floats(7, 5), unit, Mode.L32, true);
        FloatBufferAccess direct = new FloatBufferAccess(
                ByteBuffer.allocateDirect(4 * 35).order(ByteOrder.BIG_ENDIAN).asFloatBuffer(), true);
        add(cases, "direct floats", ArrayImgs.floats(direct, 7, 5), signed, Mode.L32, true);
        add(cases, "float planar", PlanarImgs.floats(7, 5), wide, Mode.L32, true);
        add(cases, "float cells", new CellImgFactory<>(new FloatType(), 3).create(7, 5), wide, Mode.L32, false);
        add(cases, "double array", ArrayImgs.doubles(7, 5), unit, Mode.L32, false);
        add(cases, "double cells", new CellImgFactory<>(new DoubleType(), 4).create(7, 5), signed, Mode.L32, false);
        add(cases, "signed bytes", ArrayImgs.bytes(7, 5), signed, Mode.L, true);
        add(cases, "signed shorts", ArrayImgs.shorts(7, 5), wide, Mode.L16, true);
        add(cases, "short cells", new CellImgFactory<>(new ShortType(), 4).create(7, 5), wide, Mode.L16, false);
        add(cases, "signed ints", ArrayImgs.ints(7, 5), wide, Mode.L32, true);
        add(cases, "longs", ArrayImgs.longs(7, 5), wide, Mode.L32, false);
        add(cases, "12 bits", ArrayImgs.unsigned12Bits(7, 5), new Plane.Range(0, 4095), Mode.L16, false);
        add(cases, "bits", ArrayImgs.bits(7, 5), unit, Mode.L, false);
        add(cases, "12 of 16 bits", ArrayImgs.unsignedShorts(7, 5), new Plane.Range(0, 4095), Mode.L16, true);
        add(cases, "unsigned bytes", ArrayImgs.unsignedBytes(7, 5), new Plane.Range(10, 200), Mode.L, true);
        add(cases, "unsigned ints", ArrayImgs.unsignedInts(7, 5), new Plane.Range(0, 4e9), Mode.L32, true);
        return cases.stream();
    }

    private static void add(
            List<Arguments> cases,
            String name,
            RandomAccessibleInterval<?> image,
            Plane.Range range,
            Mode mode,
            boolean layout) {
        cases.add(Arguments.of(name, image, range, mode, layout));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    <T extends RealType<T>> void numbersAreScaledLinearlyBothWays(
            String name, RandomAccessibleInterval<T> root, Plane.Range range, Mode mode, boolean layout) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        double margin = (range.max() - range.min()) / 4;
        for (T pixel : root) {
            double number = random.nextDouble(range.min() - margin, range.max() + margin);
            pixel.setReal(Math.max(pixel.getMinValue(), Math.min(pixel.getMaxValue(), number)));
        }
        RandomAccessibleInterval<T> seen = Views.translate(Views.rotate(root, 0, 1), 3, 4);

        ImageLike image = ImgLib2Images.wrap(seen, range);

        assertThat(image.mode()).isEqualTo(mode);
        assertThat(image.buffer().layout().isPresent()).isEqualTo(layout);
        RandomAccess<T> access = seen.randomAccess();
        int[] row = new int[image.width()];
        for (int y = 0; y < image.height(); y++) {
            Images.rows(image).read(0, y, row.length, row, 0);
            for (int x = 0; x < image.width(); x++) {
                access.setPosition(new long[] {seen.min(0) + x, seen.min(1) + y});
                double number = access.get().getRealDouble();
                double part = (number - range.min()) / (range.max() - range.min());
                long expected = Math.round(Math.max(0, Math.min(1, part)) * mode.maxValue());
                assertThat(Integer.toUnsignedLong(image.get(x, y).l())).isEqualTo(expected);
                assertThat(Integer.toUnsignedLong(row[x])).isEqualTo(expected);
            }
        }
        int middle = (int) (mode.maxValue() / 3);
        image.set(2, 3, middle);
        access.setPosition(new long[] {seen.min(0) + 2, seen.min(1) + 3});
        T pixel = access.get();
        double step = pixel.getClass().getSimpleName().matches("(Float|Double)Type") ? 0 : 0.5;
        double number = range.min() + (range.max() - range.min()) * (middle / (double) mode.maxValue());
        assertThat(pixel.getRealDouble()).isCloseTo(number, within(step + Math.abs(number) * 1e-6));
    }

    @Test
    void componentsOfNumbersAreSixteenBitsWide() {
        var floats = ArrayImgs.floats(3, 6, 5);
        floats.getAt(1, 2, 3).set(0.5f);
        Plane.Range range = new Plane.Range(0, 1);

        ImageLike image = ImgLib2Images.wrap(floats, 0, range);

        assertThat(image.mode()).isEqualTo(Mode.RGB48);
        assertThat(image.buffer().layout()).isPresent();
        assertThat(image.get(2, 3).value()).containsExactly(0, 32768, 0);
        image.set(0, 0, 65535, 0, 13107);
        assertThat(floats.getAt(0, 0, 0).get()).isEqualTo(1);
        assertThat(floats.getAt(2, 0, 0).get()).isEqualTo(0.2f);
        assertThat(ImgLib2Images.wrap(floats, 0, Mode.RGB, range).get(2, 3).g()).isEqualTo(128);
        assertThat(ImgLib2Images.wrap(ArrayImgs.bytes(4, 4, 3), 2, new Plane.Range(-128, 127))
                        .mode())
                .isEqualTo(Mode.RGB);
    }

    @Test
    void theModeMayBeChosen() {
        var floats = ArrayImgs.floats(4, 4);
        floats.getAt(1, 1).set(Float.NaN);
        floats.getAt(2, 1).set(Float.POSITIVE_INFINITY);
        floats.getAt(3, 1).set(-1);
        var doubles = ArrayImgs.doubles(4, 4);
        doubles.getAt(1, 1).set(Double.NaN);
        doubles.getAt(2, 1).set(Double.POSITIVE_INFINITY);
        doubles.getAt(3, 1).set(-1);
        for (RandomAccessibleInterval<?> numbers : List.of(floats, doubles)) {
            ImageLike image = ImgLib2Images.wrap(numbers, Mode.L, new Plane.Range(0, 2));

            assertThat(image.mode()).isEqualTo(Mode.L);
            assertThat(image.get(1, 1).l()).isZero();
            assertThat(image.get(2, 1).l()).isEqualTo(255);
            assertThat(image.get(3, 1).l()).isZero();
        }
    }

    /** Where a type cannot hold a number of the range, it takes the nearest that it can. */
    @Test
    void numbersBeyondTheTypeAreClamped() {
        Plane.Range wide = new Plane.Range(-1e10, 1e10);
        for (var bytes : List.of(new CellImgFactory<>(new ByteType(), 2).create(2, 2), ArrayImgs.bytes(2, 2))) {
            ImageLike image = ImgLib2Images.wrap(bytes, wide);
            image.set(0, 0, 255);
            image.set(1, 0, 0);

            assertThat(bytes.getAt(0, 0).get()).isEqualTo((byte) 127);
            assertThat(bytes.getAt(1, 0).get()).isEqualTo((byte) -128);
        }
        var ints = ArrayImgs.ints(2, 2);
        ImgLib2Images.wrap(ints, wide).set(0, 0, -1);
        assertThat(ints.getAt(0, 0).get()).isEqualTo(Integer.MAX_VALUE);
    }
}
