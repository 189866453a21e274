package org.imageop.imglib2;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.tck.ImageKindsContract;
import org.imageop.tck.LayoutContract;
import org.imageop.tck.source.ImageKind;
import org.imageop.tck.source.LayoutSource;
import org.junit.jupiter.api.Nested;

/** The protocol's own contract on every kind of image that ImgLib2 has. */
class KindsContractTest extends ImageKindsContract {
    @Override
    public Map<String, ImageKind> kinds() {
        Map<String, ImageKind> kinds = new LinkedHashMap<>();
        kinds.put("array of bytes", ImageKind.of(Mode.L, plain(ArrayImgs::unsignedBytes)));
        kinds.put("array of shorts", ImageKind.of(Mode.L16, plain(ArrayImgs::unsignedShorts)));
        kinds.put("array of ints", ImageKind.of(Mode.L32, plain(ArrayImgs::unsignedInts)));
        kinds.put("array of colours", ImageKind.of(Mode.RGBA, plain(ArrayImgs::argbs)));
        kinds.put(
                "direct bytes",
                ImageKind.of(
                        Mode.L,
                        plain((width, height) -> ArrayImgs.unsignedBytes(
                                new ByteBufferAccess(ByteBuffer.allocateDirect(width * height), true),
                                width,
                                height))));
        kinds.put(
                "read only direct bytes",
                ImageKind.of(
                                Mode.L,
                                plain((width, height) -> ArrayImgs.unsignedBytes(
                                        new ByteBufferAccess(
                                                ByteBuffer.allocateDirect(width * height)
                                                        .asReadOnlyBuffer(),
                                                true),
                                        width,
                                        height)))
                        .asReadOnly());
        kinds.put("plane of shorts", ImageKind.of(Mode.L16, plain(PlanarImgs::unsignedShorts)));
        kinds.put(
                "cells of bytes", ImageKind.of(Mode.L, plain(new CellImgFactory<>(new UnsignedByteType(), 3)::create)));
        kinds.put(
                "cells of colours", ImageKind.of(Mode.RGBA, plain(new CellImgFactory<>(new ARGBType(), 4, 2)::create)));
        kinds.put(
                "view of an array",
                ImageKind.of(
                        Mode.L16,
                        plain((width, height) -> view(ArrayImgs.unsignedShorts(3 * height + 3, 2 * width + 3)))));
        kinds.put(
                "view of cells",
                ImageKind.of(
                        Mode.L,
                        plain((width, height) -> view(new CellImgFactory<>(new UnsignedByteType(), 4)
                                .create(3 * height + 3, 2 * width + 3)))));
        kinds.put(
                "pixels before components",
                ImageKind.of(
                        Mode.RGB, (width, height) -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(width, height, 3), 2)));
        kinds.put(
                "components before pixels",
                ImageKind.of(
                        Mode.RGBA64,
                        (width, height) ->
                                ImgLib2Images.wrap(ArrayImgs.unsignedShorts(4, width, height), 0, Mode.RGBA64)));
        kinds.put(
                "components between",
                ImageKind.of(
                        Mode.LA,
                        (width, height) -> ImgLib2Images.wrap(ArrayImgs.unsignedBytes(width, 2, height), 1, Mode.LA)));
        kinds.put(
                "inks",
                ImageKind.of(
                        Mode.CMYK,
                        (width, height) ->
                                ImgLib2Images.wrap(ArrayImgs.unsignedBytes(width, height, 4), 2, Mode.CMYK)));
        kinds.put(
                "planes of components",
                ImageKind.of(
                        Mode.RGB48,
                        (width, height) -> ImgLib2Images.wrap(PlanarImgs.unsignedShorts(width, height, 3), 2)));
        kinds.put(
                "planes across components",
                ImageKind.of(
                        Mode.RGBA,
                        (width, height) ->
                                ImgLib2Images.wrap(PlanarImgs.unsignedBytes(4, width, height), 0, Mode.RGBA)));
        kinds.put(
                "cells of components",
                ImageKind.of(
                        Mode.LA32,
                        (width, height) -> ImgLib2Images.wrap(
                                new CellImgFactory<>(new UnsignedShortType(), 3, 2, 1).create(width, height, 2),
                                2,
                                Mode.LA32)));
        kinds.put(
                "twelve bits",
                ImageKind.of(Mode.L16, ranged(ArrayImgs::unsigned12Bits, Mode.L16, 0, 4095))
                        .withLargest(4095));
        kinds.put(
                "bits",
                ImageKind.of(Mode.L, ranged(ArrayImgs::bits, Mode.L, 0, 1)).withLargest(1));
        kinds.put(
                "twelve of sixteen bits",
                ImageKind.of(Mode.L16, ranged(ArrayImgs::unsignedShorts, Mode.L16, 0, 4095))
                        .withLargest(4095));
        kinds.put("signed bytes", ImageKind.of(Mode.L, ranged(ArrayImgs::bytes, Mode.L, -128, 127)));
        kinds.put(
                "signed ints",
                ImageKind.of(Mode.L32, ranged(ArrayImgs::ints, Mode.L32, Integer.MIN_VALUE, Integer.MAX_VALUE)));
        kinds.put("floats", ImageKind.of(Mode.L16, ranged(ArrayImgs::floats, Mode.L16, -1, 1)));
        kinds.put("doubles", ImageKind.of(Mode.L32, ranged(ArrayImgs::doubles, Mode.L32, -1, 1)));
        kinds.put(
                "cells of floats",
                ImageKind.of(
                        Mode.RGB48,
                        (width, height) -> ImgLib2Images.wrap(
                                new CellImgFactory<>(new FloatType(), 3).create(width, height, 3),
                                2,
                                new Plane.Range(0, 1))));
        kinds.put(
                "lazy cells",
                ImageKind.of(
                                Mode.L,
                                plain((width, height) -> CachedImages.bytes(
                                        width, height, 3, 100, (x, y) -> (int) (x * 7 + y * 13), index -> {})))
                        .asReadOnly());
        kinds.put(
                "converted",
                ImageKind.of(
                                Mode.L16,
                                plain((width, height) -> Converters.convert(
                                        (RandomAccessibleInterval<UnsignedByteType>)
                                                Samples.noise(ArrayImgs.unsignedBytes(width, height), 3),
                                        (in, out) -> out.set(in.get() * 257),
                                        new UnsignedShortType())))
                        .asReadOnly());
        kinds.put(
                "extended",
                ImageKind.of(
                                Mode.L,
                                plain((width, height) -> Views.interval(
                                        Views.extendMirrorSingle(Samples.noise(ArrayImgs.unsignedBytes(3, 2), 4)),
                                        Intervals.createMinMax(-2, -3, width - 3, height - 4))))
                        .asReadOnly());
        // straight pixels that ImgLib2 sees of a premultiplied canvas
        kinds.put(
                "live canvas",
                ImageKind.of(
                                Mode.RGBA,
                                plain((width, height) -> ImgLib2Images.toArgb(StandardImage.canvas(width, height))))
                        .asPremultiplied());
        kinds.put(
                "live fields",
                ImageKind.of(
                                Mode.RGB,
                                (width, height) -> ImgLib2Images.wrap(
                                        ImgLib2Images.toRandomAccessibleInterval(
                                                StandardImage.wrap(ImgLib2ContractTest.narrow(width, height)), 0),
                                        0))
                        .withLargest(31, 63, 31));
        kinds.put(
                "live computed",
                ImageKind.of(Mode.L32, plain((width, height) -> {
                            SampleRows rows = (x, y, count, samples, offset) -> {
                                for (int i = 0; i < count; i++) {
                                    samples[offset + i] = (x + i) * 0x1234567 ^ y * 0x89abcdef;
                                }
                            };
                            return ImgLib2Images.toRandomAccessibleInterval(
                                    StandardImage.wrapping(rows, Mode.L32, width, height, rows));
                        }))
                        .asReadOnly());
        return kinds;
    }

    private static final int NONE = -1;

    /** Makes new pixels of ImgLib2. */
    interface Pixels {
        RandomAccessibleInterval<?> of(int width, int height);
    }

    private static ImageKind.Maker plain(Pixels pixels) {
        return (width, height) -> ImgLib2Images.wrap(pixels.of(width, height));
    }

    /** A part that is turned, mirrored and thinned. */
    private static <T> RandomAccessibleInterval<T> view(RandomAccessibleInterval<T> whole) {
        RandomAccessibleInterval<T> part =
                Views.interval(whole, new long[] {2, 1}, new long[] {whole.max(0) - 1, whole.max(1) - 2});
        return Views.subsample(Views.zeroMin(Views.invertAxis(Views.permute(part, 0, 1), 1)), 2, 3);
    }

    private static ImageKind.Maker ranged(Pixels pixels, Mode mode, double min, double max) {
        return (width, height) -> ImgLib2Images.wrap(pixels.of(width, height), mode, new Plane.Range(min, max));
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
        public Optional<LayoutSource.Described> layout(Mode mode, int width, int height) {
            if (mode != only || width < 1 || height < 1) {
                return Optional.empty();
            }
            RandomAccessibleInterval<?> made = pixels.of(width, height);
            ImageLike image = axis == NONE ? ImgLib2Images.wrap(made) : ImgLib2Images.wrap(made, axis, only);
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
