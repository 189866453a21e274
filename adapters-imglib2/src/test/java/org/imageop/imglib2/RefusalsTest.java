package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.complex.ComplexFloatType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;

/** An object that cannot be an image is refused with a way out. */
class RefusalsTest {
    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(UnsupportedImageException.class);
    }

    private static RandomAccessibleInterval<UnsignedByteType> sized(long... sides) {
        return ConstantUtils.constantRandomAccessibleInterval(new UnsignedByteType(), new FinalInterval(sides));
    }

    @Test
    void threeDimensionsWithoutAComponentAxis() {
        refused(() -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(4, 4, 3)))
                .hasMessageContaining("4×4×3")
                .hasMessageContaining("wrap(image, componentAxis)")
                .hasMessageContaining("hyperSlice");
        refused(() -> Images.of(ArrayImgs.unsignedBytes(4, 4, 3))).hasMessageContaining("componentAxis");
    }

    @Test
    void otherNumbersOfDimensions() {
        refused(() -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(4))).hasMessageContaining("1 dimension,");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(4, 3, 2, 1))).hasMessageContaining("4 dimensions");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(4, 3), 1)).hasMessageContaining("component axis");
    }

    @Test
    void axesThatDoNotExist() {
        var image = ArrayImgs.unsignedBytes(4, 4, 3);
        refused(() -> ImgLib2Images.wrap(image, 3)).hasMessageContaining("no dimension 3");
        refused(() -> ImgLib2Images.wrap(image, -1)).hasMessageContaining("no dimension -1");
        refused(() -> ImgLib2Images.toRandomAccessibleInterval(StandardImage.of(Mode.RGB, 2, 2), 3))
                .hasMessageContaining("0, 1 or 2");
        refused(() -> ImgLib2Images.toRandomAccessibleInterval(StandardImage.of(Mode.RGB, 2, 2), -1))
                .hasMessageContaining("-1");
    }

    @Test
    void tooManyComponents() {
        refused(() -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(4, 4, 5), 2))
                .hasMessageContaining("5 positions")
                .hasMessageContaining("channels(image, 2)")
                .hasMessageContaining("4 components");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.unsignedInts(4, 4, 3), 2)).hasMessageContaining("UnsignedIntType");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.argbs(4, 4, 3), 2)).hasMessageContaining("ARGBType");
    }

    @Test
    void modesThatDoNotFit() {
        var rgb = ArrayImgs.unsignedBytes(4, 4, 3);
        refused(() -> ImgLib2Images.wrap(rgb, 2, Mode.RGBA))
                .hasMessageContaining("RGBA")
                .hasMessageContaining("as RGB");
        refused(() -> ImgLib2Images.wrap(rgb, 2, Mode.RGB48)).hasMessageContaining("16 bits");
        refused(() -> ImgLib2Images.wrap(rgb, 2, Mode.YV12)).hasMessageContaining("equal size");
    }

    @Test
    void emptyAndHugeSides() {
        refused(() -> ImgLib2Images.wrap(sized(0, 4)))
                .hasMessageContaining("0×4")
                .hasMessageContaining("empty");
        refused(() -> ImgLib2Images.wrap(sized(4, 3_000_000_000L)))
                .hasMessageContaining("4×3000000000")
                .hasMessageContaining("Views.interval");
    }

    @Test
    void typesWithoutAMeaning() {
        refused(() -> ImgLib2Images.wrap(ArrayImgs.floats(4, 4)))
                .hasMessageContaining("FloatType")
                .hasMessageContaining("Plane.Range");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.bytes(4, 4))).hasMessageContaining("ByteType");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.unsigned12Bits(4, 4))).hasMessageContaining("Unsigned12BitType");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.complexFloats(4, 4)))
                .hasMessageContaining(ComplexFloatType.class.getSimpleName())
                .hasMessageContaining("Converters");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.argbs(4, 4), new Plane.Range(0, 1)))
                .hasMessageContaining("no value range");
        refused(() -> ImgLib2Images.wrap(ArrayImgs.complexFloats(4, 4), new Plane.Range(0, 1)))
                .hasMessageContaining("ComplexFloatType");
    }

    /** ImgLib2 itself reads the next line, or fails late. */
    @Test
    void viewsThatReachBeyondTheirSource() {
        var root = Samples.noise(ArrayImgs.unsignedBytes(4, 4), 1);
        var beyond = Views.interval(root, Intervals.createMinMax(2, 0, 5, 2));
        assertThat(beyond.getAt(4, 0).get()).isEqualTo(root.getAt(0, 1).get());

        refused(() -> ImgLib2Images.wrap(beyond))
                .hasMessageContaining("2 to 5 of dimension 0")
                .hasMessageContaining("extend");
    }

    @Test
    void slicesBeyondAStackOrUnderAConverter() {
        RandomAccessibleInterval<UnsignedByteType> slice = ArrayImgs.unsignedBytes(4, 3);
        RandomAccessibleInterval<UnsignedByteType> stack = Views.stack(slice, slice);
        for (int z : new int[] {-1, 2, Integer.MAX_VALUE}) {
            refused(() -> ImgLib2Images.wrap(Views.hyperSlice(stack, 2, z)))
                    .hasMessageContaining("positions " + z + " to " + z + " of dimension 2")
                    .hasMessageContaining("has 0 to 1")
                    .hasMessageEndingWith("[errors.md#view-beyond-source]");
        }
        // of other sizes than the first one
        refused(() -> ImgLib2Images.wrap(Views.stack(slice, ArrayImgs.unsignedBytes(4, 2)), 2, Mode.LA))
                .hasMessageContaining("0 to 2 of dimension 1");
        // a converter of an unbounded view does not know its bounds
        RandomAccessible<UnsignedByteType> unbounded =
                Views.translate((RandomAccessible<UnsignedByteType>) slice, 1, 1);
        refused(() -> ImgLib2Images.wrap(Views.interval(
                        Converters.convert(unbounded, (in, out) -> out.set(in), new UnsignedByteType()), slice)))
                .hasMessageContaining("-1 to 2 of dimension 0");
    }

    /** Sums of translations wrap around in ImgLib2, too. */
    @Test
    void viewsMayBeFarAway() {
        RandomAccessibleInterval<UnsignedByteType> image = Samples.noise(ArrayImgs.unsignedBytes(4, 3), 1);
        RandomAccessibleInterval<UnsignedByteType> far =
                Views.translate(Views.translate(image, Long.MAX_VALUE - 9, 0), Long.MAX_VALUE - 9, 0);
        Samples.assertSame(ImgLib2Images.wrap(far), far, -1);
    }

    @Test
    void planarImagesHaveNoPixels() {
        StandardImage planar = StandardImage.of(Mode.YV12, 4, 4);
        refused(() -> ImgLib2Images.toRandomAccessibleInterval(planar, 2)).hasMessageContaining("plane(\"y\")");
        refused(() -> ImgLib2Images.toArgb(planar)).hasMessageContaining("Mode.RGB");
    }
}
