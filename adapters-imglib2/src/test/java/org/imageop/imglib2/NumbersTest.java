package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.imageop.spi.Losses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of a range on their way to ImgLib2 and back, read by RandomAccess. */
class NumbersTest {
    private static final Plane.Range CT = new Plane.Range(0, 4000);
    private static final float[] MEASURED = {-1000, 0, 10.5f, 2000, 3999, 4000, 5000, Float.NaN};

    private static double at(RandomAccessibleInterval<?> image, long... position) {
        return ((RealType<?>) image.getAt(position)).getRealDouble();
    }

    static Stream<Arguments> memory() {
        Plane.Range range = new Plane.Range(-100, 100);
        return Stream.of(
                Arguments.of(true, FloatBuffer.wrap(new float[] {-1e9f, 2.5f, 3, 4, 5, 6}), range, FloatType.class),
                Arguments.of(true, ByteBuffer.wrap(new byte[] {-128, 2, 3, 4, 5, 127}), range, ByteType.class),
                Arguments.of(true, ShortBuffer.wrap(new short[] {-32768, 2, 3, 4, 5, 6}), range, ShortType.class),
                Arguments.of(true, IntBuffer.wrap(new int[] {Integer.MIN_VALUE, 2, 3, 4, 5, 6}), range, IntType.class),
                Arguments.of(false, ByteBuffer.wrap(new byte[] {-1, 2, 3, 4, 5, 6}), CT, UnsignedByteType.class),
                Arguments.of(false, ShortBuffer.wrap(new short[] {-1, 2, 3, 4, 5, 6}), CT, UnsignedShortType.class),
                Arguments.of(false, IntBuffer.wrap(new int[] {-1, 2, 3, 4, 5, 6}), CT, UnsignedIntType.class));
    }

    private static double number(Buffer memory, boolean signed, int i) {
        if (memory instanceof FloatBuffer floats) {
            return floats.get(i);
        } else if (memory instanceof ByteBuffer bytes) {
            return signed ? bytes.get(i) : Byte.toUnsignedInt(bytes.get(i));
        } else if (memory instanceof ShortBuffer shorts) {
            return signed ? shorts.get(i) : Short.toUnsignedInt(shorts.get(i));
        }
        int element = ((IntBuffer) memory).get(i);
        return signed ? element : Integer.toUnsignedLong(element);
    }

    /** The array itself, views of it, and copies. */
    @ParameterizedTest
    @MethodSource("memory")
    void numbersInMemoryHaveThePixelTypeOfTheirElements(
            boolean signed, Buffer memory, Plane.Range range, Class<?> type) {
        PixelLayout layout = signed
                ? PixelLayout.ranged(Mode.L16, 3, 2, "L", range, memory, 0, 3)
                : PixelLayout.rangedUnsigned(Mode.L16, 3, 2, "L", range, memory, 0, 3);
        StandardImage image = StandardImage.wrap(layout);

        Transfer<?> shared = Images.transfer(image, RandomAccessibleInterval.class, Copy.NEVER);
        RandomAccessibleInterval<?> turned = Images.to(Views.rotate90(image), RandomAccessibleInterval.class);
        Transfer<?> copied = Images.transfer(Views.rotate90(image), RandomAccessibleInterval.class, Copy.ALWAYS);

        assertThat(((ArrayDataAccess<?>) ((ArrayImg<?, ?>) shared.image()).update(null)).getCurrentStorageArray())
                .isSameAs(memory.array());
        assertThat(copied.losses()).isEmpty();
        RandomAccessibleInterval<?> copy = (RandomAccessibleInterval<?>) copied.image();
        assertThat(Stream.of((RandomAccessibleInterval<?>) shared.image(), turned, copy))
                .allMatch(each -> type.isInstance(each.getType()));
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 2; x++) {
                double expected = number(memory, signed, x * 3 + 2 - y);
                assertThat(at(turned, x, y)).isEqualTo(expected);
                assertThat(at(copy, x, y)).isEqualTo(expected);
            }
        }
        ((RealType<?>) copy.getAt(0, 0)).setReal(99);
        assertThat(number(memory, signed, 2)).isEqualTo(3);
        ((RealType<?>) turned.getAt(0, 0)).setReal(99);
        assertThat(number(memory, signed, 2)).isEqualTo(99);
    }

    @Test
    void C3_measurementsGoThroughImgLib2AsTheyAre() {
        ImageLike image = ImgLib2Images.wrap(ArrayImgs.floats(MEASURED.clone(), 8, 1), CT);

        Transfer<?> transfer = Images.transfer(image, RandomAccessibleInterval.class, Copy.ALWAYS);

        assertThat(transfer.losses()).isEmpty();
        RandomAccessibleInterval<?> copy = (RandomAccessibleInterval<?>) transfer.image();
        assertThat(copy.getType()).isInstanceOf(FloatType.class);
        for (int x = 0; x < 8; x++) {
            assertThat(((FloatType) copy.getAt(x, 0)).get()).isEqualTo(Float.valueOf(MEASURED[x]));
        }
        assertThat(Images.unwrap(image, RandomAccessibleInterval.class)).isPresent();
    }

    /** Cells and doubles are not memory that a plane describes, but have their numbers. */
    @Test
    void A14_computedNumbersAreCopiedIntoMemoryAndBack() {
        var cells = new CellImgFactory<>(new FloatType(), 3).create(8, 1);
        var doubles = ArrayImgs.doubles(8, 1);
        var ints = new CellImgFactory<>(new IntType(), 3).create(8, 1);
        for (int x = 0; x < 8; x++) {
            cells.getAt(x, 0).set(MEASURED[x]);
        }
        float[] memory = new float[8];
        StandardImage floats =
                StandardImage.wrap(PixelLayout.ranged(Mode.L16, 8, 1, "L", CT, FloatBuffer.wrap(memory), 0, 8));

        Images.copy(ImgLib2Images.wrap(cells, CT), floats);
        Images.copy(Views.flipLeftRight(floats), ImgLib2Images.wrap(doubles, CT));
        Images.copy(floats, ImgLib2Images.wrap(ints, CT));

        assertThat(memory).containsExactly(MEASURED);
        int[] whole = {-1000, 0, 11, 2000, 3999, 4000, 5000, 0};
        for (int x = 0; x < 8; x++) {
            assertThat(doubles.getAt(7 - x, 0).get()).isEqualTo(Double.valueOf(MEASURED[x]));
            assertThat(ints.getAt(x, 0).get()).isEqualTo(whole[x]);
        }
        memory[3] = Float.POSITIVE_INFINITY;
        Images.copy(floats, ImgLib2Images.wrap(cells, CT));
        assertThat(cells.getAt(3, 0).get()).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void C3_copiesOfComputedNumbersKeepThem() {
        var cells = new CellImgFactory<>(new FloatType(), 3).create(8, 1);
        var doubles = ArrayImgs.doubles(4, 3, 2);
        cells.getAt(1, 0).set(1e20f);
        doubles.getAt(3, 2, 1).set(0.1);
        Transfer<?> floats =
                Images.transfer(ImgLib2Images.wrap(cells, CT), RandomAccessibleInterval.class, Copy.ALWAYS);
        Transfer<?> copied = Images.transfer(
                Views.flipLeftRight(ImgLib2Images.wrap(doubles, 2, Mode.LA32, CT)),
                RandomAccessibleInterval.class,
                Copy.ALWAYS);

        assertThat(floats.losses()).isEmpty();
        assertThat(((FloatType) ((RandomAccessibleInterval<?>) floats.image()).getAt(1, 0)).get())
                .isEqualTo(1e20f);
        assertThat(copied.losses()).isEmpty();
        assertThat(((DoubleType) ((RandomAccessibleInterval<?>) copied.image()).getAt(0, 2, 1)).get())
                .isEqualTo(0.1);
    }

    /** What no ArrayImg describes is shown live, with its numbers. */
    @Test
    void C3_liveImagesShowNumbers() {
        var doubles = ArrayImgs.doubles(4, 3);
        doubles.getAt(3, 2).set(-7.25);
        ImageLike seen = Views.flipLeftRight(ImgLib2Images.wrap(doubles, CT));
        RandomAccessibleInterval<?> live = Images.to(seen, RandomAccessibleInterval.class);
        assertThat(at(live, 0, 2)).isEqualTo(-7.25);
        ((DoubleType) live.getAt(1, 1)).set(1e-9);
        assertThat(doubles.getAt(2, 1).get()).isEqualTo(1e-9);
        assertThat(Images.of(live)).isSameAs(seen);
        assertThat(ImgLib2Images.wrap(live, CT)).isSameAs(seen);
        assertThat(ImgLib2Images.wrap(live, new Plane.Range(0, 1))).isNotSameAs(seen);

        // rows of other lengths than their distance, every other pixel
        byte[] gaps = {0, -1, 0, -2, 0, 0, -3, 0, -4, 0};
        PixelLayout layout = PixelLayout.of(
                Mode.L,
                2,
                2,
                org.imageop.AlphaType.OPAQUE,
                Plane.ranged(ByteBuffer.wrap(gaps), 1, 2, 5, new Plane.Range(-128, 127)));
        RandomAccessibleInterval<?> bytes =
                Images.to(StandardImage.wrap(layout.transpose()), RandomAccessibleInterval.class);
        assertThat(bytes.getType()).isInstanceOf(ByteType.class);
        assertThat(List.of(at(bytes, 0, 0), at(bytes, 1, 0), at(bytes, 0, 1), at(bytes, 1, 1)))
                .containsExactly(-1.0, -3.0, -2.0, -4.0);
        ((ByteType) bytes.getAt(1, 1)).set((byte) -100);
        assertThat(gaps[8]).isEqualTo((byte) -100);
    }

    @Test
    void componentsAreAnAxisOfNumbers() {
        float[] colors = new float[24];
        IntStream.range(0, 24).forEach(i -> colors[i] = i / 8f - 1);
        StandardImage image = StandardImage.wrap(
                PixelLayout.ranged(Mode.RGB48, 4, 2, "BGR", new Plane.Range(0, 1), FloatBuffer.wrap(colors), 0, 12));
        RandomAccessibleInterval<?> shared = Images.to(image, RandomAccessibleInterval.class);
        Transfer<?> copied = Images.transfer(image, RandomAccessibleInterval.class, Copy.ALWAYS);
        RandomAccessibleInterval<?> copy = (RandomAccessibleInterval<?>) copied.image();
        assertThat(copied.losses()).isEmpty();
        assertThat((Object) copy).isInstanceOf(ArrayImg.class);
        for (int c = 0; c < 3; c++) {
            float expected = colors[12 + 3 * 3 + 2 - c];
            assertThat(((FloatType) shared.getAt(3, 1, c)).get()).isEqualTo(expected);
            assertThat(((FloatType) copy.getAt(3, 1, c)).get()).isEqualTo(expected);
        }
    }

    /** Whatever the pixels are, a form of samples loses the numbers and names it. */
    @Test
    void C3_samplesLoseTheNumbersOfEachType() {
        List<RandomAccessibleInterval<?>> all = List.of(
                ArrayImgs.floats(4, 4),
                ArrayImgs.doubles(4, 4),
                ArrayImgs.longs(4, 4),
                ArrayImgs.bytes(4, 4),
                ArrayImgs.shorts(4, 4),
                ArrayImgs.ints(4, 4),
                ArrayImgs.unsignedShorts(4, 4),
                ArrayImgs.unsigned12Bits(4, 4),
                ArrayImgs.bits(4, 4),
                new CellImgFactory<>(new FloatType(), 3).create(4, 4));
        for (RandomAccessibleInterval<?> image : all) {
            ImageLike ranged = ImgLib2Images.wrap(image, CT);
            int bits = ranged.bitsPerComponent();
            for (ImageLike seen : List.of(ranged, Views.flipLeftRight(ranged))) {
                assertThat(Images.transfer(seen, StandardImage.class, Copy.ALWAYS)
                                .losses())
                        .as("%s", image.getType().getClass())
                        .containsExactly(Losses.range(bits));
            }
        }
    }
}
