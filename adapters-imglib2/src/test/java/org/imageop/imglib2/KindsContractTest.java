package org.imageop.imglib2;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.ByteBufferAccess;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.spi.SampleRows;
import org.imageop.spi.WrappedImage;
import org.imageop.tck.ImageContract;
import org.imageop.tck.LayoutContract;
import org.imageop.tck.LayoutSource;
import org.junit.jupiter.api.Nested;

/** The protocol's own contract on every kind of image that ImgLib2 has. */
class KindsContractTest {
    private static final int NONE = -1;

    /** Makes an image on new pixels of ImgLib2. */
    interface Maker {
        ImageLike of(int width, int height);
    }

    /** Makes new pixels of ImgLib2. */
    interface Pixels {
        RandomAccessibleInterval<?> of(int width, int height);
    }

    /** Images of one kind. */
    abstract static class Kind extends ImageContract {
        private final Mode only;
        private final Maker maker;

        Kind(Mode only, Maker maker) {
            this.only = only;
            this.maker = maker;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(only);
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            // ImgLib2 has exceptions of its own for sizes that no image has
            return mode == only && width > 0 && height > 0 ? Optional.of(maker.of(width, height)) : Optional.empty();
        }
    }

    /** Images of one kind that keep fewer bits than the mode has. */
    abstract static class Narrow extends Kind {
        private final long[] largest;

        Narrow(Mode only, Maker maker, long... largest) {
            super(only, maker);
            this.largest = largest;
        }

        @Override
        public long largest(Mode mode, int component) {
            return largest[component];
        }
    }

    /** Images of one kind that cannot be written. */
    abstract static class ReadOnly extends Kind {
        ReadOnly(Mode only, Maker maker) {
            super(only, maker);
        }

        @Override
        public boolean readOnly() {
            return true;
        }
    }

    private static Maker plain(Pixels pixels) {
        return (width, height) -> ImgLib2Images.wrap(pixels.of(width, height));
    }

    @Nested
    class ArrayOfBytes extends Kind {
        ArrayOfBytes() {
            super(Mode.L, plain(ArrayImgs::unsignedBytes));
        }
    }

    @Nested
    class ArrayOfShorts extends Kind {
        ArrayOfShorts() {
            super(Mode.L16, plain(ArrayImgs::unsignedShorts));
        }
    }

    @Nested
    class ArrayOfInts extends Kind {
        ArrayOfInts() {
            super(Mode.L32, plain(ArrayImgs::unsignedInts));
        }
    }

    @Nested
    class ArrayOfColours extends Kind {
        ArrayOfColours() {
            super(Mode.RGBA, plain(ArrayImgs::argbs));
        }
    }

    @Nested
    class DirectBytes extends Kind {
        DirectBytes() {
            super(
                    Mode.L,
                    plain((width, height) -> ArrayImgs.unsignedBytes(
                            new ByteBufferAccess(ByteBuffer.allocateDirect(width * height), true), width, height)));
        }
    }

    @Nested
    class ReadOnlyDirectBytes extends ReadOnly {
        ReadOnlyDirectBytes() {
            super(
                    Mode.L,
                    plain((width, height) -> ArrayImgs.unsignedBytes(
                            new ByteBufferAccess(
                                    ByteBuffer.allocateDirect(width * height).asReadOnlyBuffer(), true),
                            width,
                            height)));
        }
    }

    @Nested
    class PlaneOfShorts extends Kind {
        PlaneOfShorts() {
            super(Mode.L16, plain(PlanarImgs::unsignedShorts));
        }
    }

    @Nested
    class CellsOfBytes extends Kind {
        CellsOfBytes() {
            super(Mode.L, plain(new CellImgFactory<>(new UnsignedByteType(), 3)::create));
        }
    }

    @Nested
    class CellsOfColours extends Kind {
        CellsOfColours() {
            super(Mode.RGBA, plain(new CellImgFactory<>(new ARGBType(), 4, 2)::create));
        }
    }

    /** A part that is turned, mirrored and thinned. */
    private static <T> RandomAccessibleInterval<T> view(RandomAccessibleInterval<T> whole) {
        RandomAccessibleInterval<T> part =
                Views.interval(whole, new long[] {2, 1}, new long[] {whole.max(0) - 1, whole.max(1) - 2});
        return Views.subsample(Views.zeroMin(Views.invertAxis(Views.permute(part, 0, 1), 1)), 2, 3);
    }

    @Nested
    class ViewOfAnArray extends Kind {
        ViewOfAnArray() {
            super(Mode.L16, plain((width, height) -> view(ArrayImgs.unsignedShorts(3 * height + 3, 2 * width + 3))));
        }
    }

    @Nested
    class ViewOfCells extends Kind {
        ViewOfCells() {
            super(
                    Mode.L,
                    plain((width, height) -> view(
                            new CellImgFactory<>(new UnsignedByteType(), 4).create(3 * height + 3, 2 * width + 3))));
        }
    }

    @Nested
    class PixelsBeforeComponents extends Kind {
        PixelsBeforeComponents() {
            super(Mode.RGB, (width, height) -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(width, height, 3), 2));
        }
    }

    @Nested
    class ComponentsBeforePixels extends Kind {
        ComponentsBeforePixels() {
            super(Mode.RGBA64, (width, height) -> ImgLib2Images.wrap(ArrayImgs.unsignedShorts(4, width, height), 0));
        }
    }

    @Nested
    class ComponentsBetween extends Kind {
        ComponentsBetween() {
            super(Mode.LA, (width, height) -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(width, 2, height), 1));
        }
    }

    @Nested
    class Inks extends Kind {
        Inks() {
            super(
                    Mode.CMYK,
                    (width, height) -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(width, height, 4), 2, Mode.CMYK));
        }
    }

    @Nested
    class PlanesOfComponents extends Kind {
        PlanesOfComponents() {
            super(Mode.RGB48, (width, height) -> ImgLib2Images.wrap(PlanarImgs.unsignedShorts(width, height, 3), 2));
        }
    }

    @Nested
    class PlanesAcrossComponents extends Kind {
        PlanesAcrossComponents() {
            super(Mode.RGBA, (width, height) -> ImgLib2Images.wrap(PlanarImgs.unsignedBytes(4, width, height), 0));
        }
    }

    @Nested
    class CellsOfComponents extends Kind {
        CellsOfComponents() {
            super(
                    Mode.LA32,
                    (width, height) -> ImgLib2Images.wrap(
                            new CellImgFactory<>(new UnsignedShortType(), 3, 2, 1).create(width, height, 2), 2));
        }
    }

    private static Maker ranged(Pixels pixels, Mode mode, double min, double max) {
        return (width, height) -> ImgLib2Images.wrap(pixels.of(width, height), mode, new Plane.Range(min, max));
    }

    @Nested
    class TwelveBits extends Narrow {
        TwelveBits() {
            super(Mode.L16, ranged(ArrayImgs::unsigned12Bits, Mode.L16, 0, 4095), 4095);
        }
    }

    @Nested
    class Bits extends Narrow {
        Bits() {
            super(Mode.L, ranged(ArrayImgs::bits, Mode.L, 0, 1), 1);
        }
    }

    @Nested
    class TwelveOfSixteenBits extends Narrow {
        TwelveOfSixteenBits() {
            super(Mode.L16, ranged(ArrayImgs::unsignedShorts, Mode.L16, 0, 4095), 4095);
        }
    }

    @Nested
    class SignedBytes extends Kind {
        SignedBytes() {
            super(Mode.L, ranged(ArrayImgs::bytes, Mode.L, -128, 127));
        }
    }

    @Nested
    class SignedInts extends Kind {
        SignedInts() {
            super(Mode.L32, ranged(ArrayImgs::ints, Mode.L32, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
    }

    @Nested
    class Floats extends Kind {
        Floats() {
            super(Mode.L16, ranged(ArrayImgs::floats, Mode.L16, -1, 1));
        }
    }

    @Nested
    class Doubles extends Kind {
        Doubles() {
            super(Mode.L32, ranged(ArrayImgs::doubles, Mode.L32, -1, 1));
        }
    }

    @Nested
    class CellsOfFloats extends Kind {
        CellsOfFloats() {
            super(
                    Mode.RGB48,
                    (width, height) -> ImgLib2Images.wrap(
                            new CellImgFactory<>(new FloatType(), 3).create(width, height, 3),
                            2,
                            new Plane.Range(0, 1)));
        }
    }

    @Nested
    class LazyCells extends ReadOnly {
        LazyCells() {
            super(
                    Mode.L,
                    plain((width, height) ->
                            CachedImages.bytes(width, height, 3, 100, (x, y) -> (int) (x * 7 + y * 13), index -> {})));
        }
    }

    @Nested
    class Converted extends ReadOnly {
        Converted() {
            super(
                    Mode.L16,
                    plain((width, height) -> Converters.convert(
                            (RandomAccessibleInterval<UnsignedByteType>)
                                    Samples.noise(ArrayImgs.unsignedBytes(width, height), 3),
                            (in, out) -> out.set(in.get() * 257),
                            new UnsignedShortType())));
        }
    }

    @Nested
    class Extended extends ReadOnly {
        Extended() {
            super(
                    Mode.L,
                    plain((width, height) -> Views.interval(
                            Views.extendMirrorSingle(Samples.noise(ArrayImgs.unsignedBytes(3, 2), 4)),
                            Intervals.createMinMax(-2, -3, width - 3, height - 4))));
        }
    }

    /** Straight pixels that ImgLib2 sees of a premultiplied canvas. */
    @Nested
    class LiveCanvas extends Kind {
        LiveCanvas() {
            super(Mode.RGBA, plain((width, height) -> ImgLib2Images.toArgb(StandardImage.canvas(width, height))));
        }

        @Override
        public boolean premultiplied() {
            return true;
        }
    }

    @Nested
    class LiveFields extends Narrow {
        LiveFields() {
            super(
                    Mode.RGB,
                    (width, height) -> ImgLib2Images.wrap(
                            ImgLib2Images.toRandomAccessibleInterval(
                                    StandardImage.wrap(ImgLib2ContractTest.narrow(width, height)), 0),
                            0),
                    31,
                    63,
                    31);
        }
    }

    @Nested
    class LiveComputed extends ReadOnly {
        LiveComputed() {
            super(Mode.L32, plain((width, height) -> {
                SampleRows rows = (x, y, count, samples, offset) -> {
                    for (int i = 0; i < count; i++) {
                        samples[offset + i] = (x + i) * 0x1234567 ^ y * 0x89abcdef;
                    }
                };
                return ImgLib2Images.toRandomAccessibleInterval(WrappedImage.of(rows, Mode.L32, width, height, rows));
            }));
        }
    }

    /** The memory of an ImgLib2 image, as it is described. */
    abstract static class Described extends LayoutContract {
        private final Mode only;
        private final Pixels pixels;
        private final int axis;

        Described(Mode only, Pixels pixels, int axis) {
            this.only = only;
            this.pixels = pixels;
            this.axis = axis;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(only);
        }

        @Override
        public Optional<LayoutSource.Described> layout(Mode mode, int width, int height) {
            if (mode != only || width < 1 || height < 1) {
                return Optional.empty();
            }
            RandomAccessibleInterval<?> made = pixels.of(width, height);
            ImageLike image = axis == NONE ? ImgLib2Images.wrap(made) : ImgLib2Images.wrap(made, axis);
            return Optional.of(
                    new LayoutSource.Described(image.buffer().layout().orElseThrow(), new Accessed(made, axis)));
        }
    }

    /** Pixels by a RandomAccess. */
    private record Accessed(RandomAccessibleInterval<?> pixels, int axis) implements LayoutSource.Memory {
        @Override
        public int get(int component, int x, int y) {
            return Samples.at(pixels, axis, x, y)[component];
        }

        @Override
        public void set(int component, int x, int y, int value) {
            int[] pixel = Samples.at(pixels, axis, x, y);
            pixel[component] = value;
            Samples.set(pixels, axis, x, y, pixel);
        }
    }

    @Nested
    class DescribedColours extends Described {
        DescribedColours() {
            super(Mode.RGBA, ArrayImgs::argbs, NONE);
        }
    }

    @Nested
    class DescribedView extends Described {
        DescribedView() {
            super(Mode.L32, (width, height) -> view(ArrayImgs.unsignedInts(3 * height + 3, 2 * width + 3)), NONE);
        }
    }

    @Nested
    class DescribedPlanes extends Described {
        DescribedPlanes() {
            super(Mode.RGB, (width, height) -> PlanarImgs.unsignedBytes(width, height, 3), 2);
        }
    }

    @Nested
    class DescribedComponentsBackwards extends Described {
        DescribedComponentsBackwards() {
            super(
                    Mode.RGBA64,
                    (width, height) -> Views.zeroMin(Views.invertAxis(ArrayImgs.unsignedShorts(width, 4, height), 1)),
                    1);
        }
    }
}
