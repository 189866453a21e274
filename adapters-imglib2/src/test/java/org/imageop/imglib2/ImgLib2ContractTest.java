package org.imageop.imglib2;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.converter.read.ConvertedRandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.ByteBufferAccess;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.color.Profiles;
import org.imageop.imglib2.adapters.RandomAccessibleIntervalAdapter;
import org.imageop.imglib2.live.LiveImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.imageop.tck.source.AdapterSource;

/** The protocol's own contract on ImgLib2's adapter; pixels are read and written by a RandomAccess. */
class ImgLib2ContractTest extends AdapterContract<RandomAccessibleInterval<?>> {
    private static final int W = 7;
    private static final int H = 5;

    @Override
    public ImageAdapter<RandomAccessibleInterval<?>> adapter() {
        return new RandomAccessibleIntervalAdapter();
    }

    @Override
    public Map<String, Supplier<? extends RandomAccessibleInterval<?>>> objects() {
        Map<String, Supplier<? extends RandomAccessibleInterval<?>>> objects = new LinkedHashMap<>();
        objects.put("an array of bytes", () -> Samples.noise(ArrayImgs.unsignedBytes(W, H), 1));
        objects.put("an array of shorts", () -> Samples.noise(ArrayImgs.unsignedShorts(W, H), 2));
        objects.put("an array of ints", () -> Samples.noise(ArrayImgs.unsignedInts(W, H), 3));
        objects.put("an array of colours", () -> Samples.noise(ArrayImgs.argbs(W, H), 4));
        objects.put(
                "direct bytes",
                () -> ArrayImgs.unsignedBytes(new ByteBufferAccess(ByteBuffer.allocateDirect(W * H), true), W, H));
        objects.put("planes of bytes", () -> Samples.noise(PlanarImgs.unsignedBytes(W, H), 5));
        objects.put("planes of colours", () -> Samples.noise(PlanarImgs.argbs(W, H), 6));
        objects.put(
                "cells of bytes", () -> Samples.noise(new CellImgFactory<>(new UnsignedByteType(), 3).create(W, H), 7));
        objects.put(
                "cells of shorts",
                () -> Samples.noise(new CellImgFactory<>(new UnsignedShortType(), 4, 2).create(W, H), 8));
        objects.put(
                "cells of ints", () -> Samples.noise(new CellImgFactory<>(new UnsignedIntType(), 3).create(W, H), 9));
        objects.put("cells of colours", () -> Samples.noise(new CellImgFactory<>(new ARGBType(), 2).create(W, H), 10));
        objects.put(
                "a turned part of an array",
                () -> Views.rotate(
                        Views.interval(
                                Samples.noise(ArrayImgs.unsignedShorts(9, 8), 11), Intervals.createMinMax(2, 1, 7, 6)),
                        0,
                        1));
        objects.put(
                "every other pixel of cells, mirrored",
                () -> Views.subsample(
                        Views.zeroMin(Views.invertAxis(
                                Samples.noise(new CellImgFactory<>(new UnsignedByteType(), 3).create(9, 8), 12), 0)),
                        2));
        objects.put("a list", () -> {
            List<UnsignedByteType> pixels = new ArrayList<>();
            for (int i = 0; i < W * H; i++) {
                pixels.add(new UnsignedByteType(i));
            }
            return new ListImg<>(pixels, W, H);
        });
        objects.put("a live view of a canvas", () -> ImgLib2Images.toArgb(StandardImage.canvas(W, H)));
        return objects;
    }

    @Override
    public Map<String, Supplier<? extends RandomAccessibleInterval<?>>> readOnlyObjects() {
        return Map.of(
                "lazy cells",
                () -> CachedImages.bytes(W, H, 3, 100, (x, y) -> (int) (x * 7 + y * 13), index -> {}),
                "converted pixels",
                () -> Converters.convert(
                        (RandomAccessibleInterval<UnsignedShortType>) Samples.noise(ArrayImgs.unsignedShorts(W, H), 13),
                        (in, out) -> out.set(in.get() >> 8),
                        new UnsignedByteType()),
                "a live view of a read-only image",
                () -> ImgLib2Images.toArgb(StandardImage.wrap(packed(
                        AlphaType.PREMULTIPLIED, IntBuffer.allocate(W * H).asReadOnlyBuffer(), 16, 8, 0, 24))));
    }

    @Override
    public Map<String, Supplier<? extends RandomAccessibleInterval<?>>> unsupportedObjects() {
        return Map.of(
                "three dimensions", () -> ArrayImgs.unsignedBytes(W, H, 3),
                "two channels", () -> ArrayImgs.unsignedBytes(W, H, 2),
                "numbers without a range", () -> ArrayImgs.floats(W, H),
                "an empty view",
                        () -> Views.interval(ArrayImgs.unsignedBytes(W, H), Intervals.createMinMax(0, 0, -1, 4)));
    }

    /** Whatever ImgLib2 cannot describe is a live view. */
    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            if (!mode.planar()) {
                images.put("an array in mode " + mode, () -> StandardImage.of(mode, W, H));
                images.put(
                        "an upside down image in mode " + mode,
                        () -> org.imageop.Views.flipTopBottom(StandardImage.of(mode, W, H)));
            }
        }
        images.put("a canvas", () -> StandardImage.canvas(W, H));
        images.put("a part of a canvas", () -> org.imageop.Views.crop(StandardImage.canvas(W, H), 1, 2, 4, 3));
        images.put(
                "ARGB ints",
                () -> StandardImage.wrap(packed(AlphaType.STRAIGHT, IntBuffer.allocate(W * H), 16, 8, 0, 24)));
        images.put(
                "RGBA ints",
                () -> StandardImage.wrap(packed(AlphaType.STRAIGHT, IntBuffer.allocate(W * H), 24, 16, 8, 0)));
        images.put("RGB ints", () -> StandardImage.wrap(packed(AlphaType.OPAQUE, IntBuffer.allocate(W * H), 16, 8, 0)));
        images.put("565", () -> StandardImage.wrap(narrow(W, H)));
        images.put(
                "premultiplied LA",
                () -> StandardImage.wrap(bytes(Mode.LA, AlphaType.PREMULTIPLIED, ByteBuffer.allocate(2 * W * H))));
        images.put("padded rows with gaps, transposed", () -> StandardImage.wrap(gaps().transpose()));
        images.put("padded rows with gaps, mirrored", () -> StandardImage.wrap(gaps().flipLeftRight()));
        images.put(
                "direct RGB bytes",
                () -> StandardImage.wrap(bytes(Mode.RGB, AlphaType.OPAQUE, ByteBuffer.allocateDirect(3 * W * H))));
        images.put(
                "floats",
                () -> StandardImage.wrap(PixelLayout.of(
                        Mode.L16,
                        W,
                        H,
                        AlphaType.OPAQUE,
                        Plane.ranged(FloatBuffer.allocate(W * H), 0, 1, W, new Plane.Range(-1, 1)))));
        images.put(
                "unsigned shorts of a window",
                () -> StandardImage.wrap(PixelLayout.rangedUnsigned(
                        Mode.L16, W, H, "L", new Plane.Range(0, 4095), ShortBuffer.allocate(W * H), 0, W)));
        return images;
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        return Map.of(
                "YV12",
                () -> StandardImage.of(Mode.YV12, 6, 4),
                "JPEG_YV12",
                () -> StandardImage.of(Mode.JPEG_YV12, 6, 4));
    }

    /** Every other byte, in rows whose length is not a multiple of two. */
    private static PixelLayout gaps() {
        return PixelLayout.of(Mode.L, W, H, AlphaType.OPAQUE, Plane.of(ByteBuffer.allocate(100), 1, 2, 2 * W + 1));
    }

    private static PixelLayout packed(AlphaType alpha, IntBuffer memory, int... shifts) {
        Plane[] planes = new Plane[shifts.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.packed(memory, 0, 1, W, shifts[c], 8);
        }
        return PixelLayout.of(shifts.length == 4 ? Mode.RGBA : Mode.RGB, W, H, alpha, planes);
    }

    private static PixelLayout bytes(Mode mode, AlphaType alpha, ByteBuffer memory) {
        int n = mode.components();
        Plane[] planes = new Plane[n];
        for (int c = 0; c < n; c++) {
            planes[c] = Plane.of(memory, n - 1 - c, n, (long) n * W);
        }
        return PixelLayout.of(mode, W, H, alpha, planes);
    }

    /** Pixels of 5, 6 and 5 bits. */
    static PixelLayout narrow(int width, int height) {
        ShortBuffer memory = ShortBuffer.allocate(width * height);
        return PixelLayout.of(
                Mode.RGB,
                width,
                height,
                AlphaType.OPAQUE,
                Plane.packed(memory, 0, 1, width, 11, 5),
                Plane.packed(memory, 0, 1, width, 5, 6),
                Plane.packed(memory, 0, 1, width, 0, 5));
    }

    private static int axis(RandomAccessibleInterval<?> image) {
        return image.numDimensions() == 3 ? 2 : -1;
    }

    @Override
    public ImageSize size(RandomAccessibleInterval<?> image) {
        return new ImageSize((int) image.dimension(0), (int) image.dimension(1));
    }

    /** ImgLib2 has no place for one; but a view that shows an image in its own mode leads back to it. */
    @Override
    public Optional<byte[]> profile(RandomAccessibleInterval<?> image) {
        return image instanceof LiveImage<?> live && live.image().mode() == mode(image)
                ? Profiles.of(live.image())
                : Optional.empty();
    }

    @Override
    public Mode mode(RandomAccessibleInterval<?> image) {
        Object type = image.getType();
        if (type instanceof ARGBType) {
            return Mode.RGBA;
        }
        if (type instanceof UnsignedIntType) {
            return Mode.L32;
        }
        Mode[] modes = type instanceof UnsignedByteType
                ? new Mode[] {Mode.L, Mode.LA, Mode.RGB, Mode.RGBA}
                : new Mode[] {Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64};
        Mode mode = modes[axis(image) < 0 ? 0 : (int) image.dimension(2) - 1];
        // of four components, only the image that they were made of knows whether they are inks
        Mode inks = mode == Mode.RGBA ? Mode.CMYK : Mode.CMYK64;
        return mode.components() == 4 && Images.of(image).mode() == inks ? inks : mode;
    }

    @Override
    public int[] pixel(RandomAccessibleInterval<?> image, int x, int y) {
        return Samples.at(image, axis(image), x, y);
    }

    @Override
    public void setPixel(RandomAccessibleInterval<?> image, int x, int y, int[] pixel) {
        if (image instanceof LazyCellImg || image instanceof ConvertedRandomAccessibleInterval) {
            throw new UnsupportedOperationException("ImgLib2 forgets what is written here");
        }
        Samples.set(image, axis(image), x, y, pixel);
    }

    /** ImgLib2 keeps numbers as they are; which of them are black and white, only the image knows. */
    @Override
    public AdapterSource<RandomAccessibleInterval<?>> madeOf(ImageLike image) {
        List<Plane.Range> ranges = image.buffer().layout().stream()
                .flatMap(layout -> layout.planes().stream())
                .map(Plane::range)
                .filter(Objects::nonNull)
                .toList();
        return ranges.isEmpty() || image.planar() ? this : new Numbers(image.mode(), ranges);
    }

    private static final class Numbers extends ImgLib2ContractTest {
        private final Mode mode;
        private final List<Plane.Range> ranges;

        Numbers(Mode mode, List<Plane.Range> ranges) {
            this.mode = mode;
            this.ranges = ranges;
        }

        @Override
        public Mode mode(RandomAccessibleInterval<?> image) {
            return mode;
        }

        private RealType<?> at(RandomAccessibleInterval<?> image, int x, int y, int component) {
            return (RealType<?>) (image.numDimensions() == 2 ? image.getAt(x, y) : image.getAt(x, y, component));
        }

        @Override
        public int[] pixel(RandomAccessibleInterval<?> image, int x, int y) {
            int[] pixel = new int[ranges.size()];
            for (int c = 0; c < pixel.length; c++) {
                double number = at(image, x, y, c).getRealDouble();
                Plane.Range range = ranges.get(c);
                double position = (number - range.min()) / (range.max() - range.min());
                pixel[c] = (int) Math.round(Math.max(0, Math.min(1, position)) * mode.maxValue());
            }
            return pixel;
        }

        @Override
        public void setPixel(RandomAccessibleInterval<?> image, int x, int y, int[] pixel) {
            for (int c = 0; c < pixel.length; c++) {
                Plane.Range range = ranges.get(c);
                at(image, x, y, c).setReal(pixel[c] == 0 ? range.min() : range.max());
            }
        }
    }
}
