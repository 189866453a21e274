package org.imageop.imglib2;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** From an image of the protocol to one of ImgLib2 on the same pixels. */
final class Exporting {
    private Exporting() {}

    /** Whether each pixel of an image is one int of 8-bit colours, in whatever order: then ARGBType is its like. */
    static boolean packedInInts(ImageLike image) {
        Mode mode = image.mode();
        return (mode == Mode.RGB || mode == Mode.RGBA)
                && image.buffer()
                        .layout()
                        .filter(layout -> layout.planes().stream()
                                .allMatch(plane -> plane.memory() instanceof IntBuffer && plane.bits() == 8))
                        .isPresent();
    }

    /** Pixels as ARGB in two dimensions. */
    static RandomAccessibleInterval<ARGBType> argb(ImageLike image) {
        checkPixels(image);
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout == null || !argbInts(layout)) {
            return live(image, new LiveArgb(image));
        }
        Plane plane = layout.planes().get(0);
        if (layout.alpha() == AlphaType.PREMULTIPLIED) {
            return live(image, new PremultipliedArgb(plane));
        }
        RandomAccessibleInterval<?> shared = strided(layout, List.of(plane), Strided.Element.ARGB, Axes.NONE);
        return shared != null ? typed(shared) : live(image, new LiveArgb(image));
    }

    private static RandomAccessibleInterval<ARGBType> live(ImageLike image, LiveImage.Values values) {
        return new LiveImage<>(image, Axes.NONE, values, at -> new ARGBType(new LiveImage.Ints(at)), new ARGBType());
    }

    /** Whether each pixel is one int, alpha highest and blue lowest. */
    private static boolean argbInts(PixelLayout layout) {
        List<Plane> planes = layout.planes();
        Plane first = planes.get(0);
        boolean same = layout.mode() == Mode.RGBA;
        for (int c = 0; c < planes.size() && same; c++) {
            Plane plane = planes.get(c);
            same = plane.memory() instanceof IntBuffer memory
                    && plane.bits() == 8
                    && plane.shift() == (c == 3 ? 24 : 16 - 8 * c)
                    && plane.range() == null
                    && alike(plane, first)
                    && plane.offset() == first.offset();
        }
        return same;
    }

    /** Components along an axis of their own, or, in grey images, none. */
    static RandomAccessibleInterval<?> components(ImageLike image, int axis) {
        checkPixels(image);
        if (axis != Axes.NONE && (axis < 0 || axis > 2)) {
            throw new UnsupportedImageException(
                    "A component axis is dimension 0, 1 or 2 of the result, not " + axis + " [errors.md#no-such-axis]");
        }
        PixelLayout layout = image.buffer().layout().orElse(null);
        RandomAccessibleInterval<?> shared = layout == null || !wholeSamples(layout) ? null : shared(layout, axis);
        if (shared != null) {
            return shared;
        }
        LiveComponents values = new LiveComponents(image, axis);
        return switch (image.mode().bitsPerComponent()) {
            case 8 ->
                new LiveImage<>(
                        image,
                        axis,
                        values,
                        at -> new UnsignedByteType(new LiveImage.Bytes(at)),
                        new UnsignedByteType());
            case 16 ->
                new LiveImage<>(
                        image,
                        axis,
                        values,
                        at -> new UnsignedShortType(new LiveImage.Shorts(at)),
                        new UnsignedShortType());
            default ->
                new LiveImage<>(
                        image, axis, values, at -> new UnsignedIntType(new LiveImage.Ints(at)), new UnsignedIntType());
        };
    }

    /** Whether elements are samples as they are. */
    private static boolean wholeSamples(PixelLayout layout) {
        int bits = layout.mode().bitsPerComponent();
        return layout.alpha() != AlphaType.PREMULTIPLIED
                && layout.planes().stream()
                        .allMatch(p -> p.range() == null && p.bits() == bits && elementBits(p.memory()) == bits);
    }

    private static int elementBits(Buffer memory) {
        return memory instanceof ByteBuffer ? 8 : memory instanceof ShortBuffer ? 16 : 32;
    }

    private static @Nullable RandomAccessibleInterval<?> shared(PixelLayout layout, int axis) {
        if (axis == Axes.NONE || evenlySpaced(layout.planes())) {
            RandomAccessibleInterval<?> image = strided(layout, layout.planes(), Strided.Element.SAMPLE, axis);
            if (image != null) {
                return image;
            }
        }
        return axis == Axes.NONE ? null : stacked(layout, axis);
    }

    /** Planes in any order, or of several arrays: a stack of one view for each. */
    private static @Nullable RandomAccessibleInterval<?> stacked(PixelLayout layout, int axis) {
        List<RandomAccessibleInterval<Object>> planes = new ArrayList<>();
        for (Plane plane : layout.planes()) {
            RandomAccessibleInterval<?> view = strided(layout, List.of(plane), Strided.Element.SAMPLE, Axes.NONE);
            if (view == null) {
                return null;
            }
            planes.add(typed(view));
        }
        RandomAccessibleInterval<Object> stack = Views.stack(planes);
        return axis == 2 ? stack : Views.moveAxis(stack, 2, axis);
    }

    /** The planes are equal but for their offsets, which have one distance. */
    private static boolean evenlySpaced(List<Plane> planes) {
        for (int c = 1; c < planes.size(); c++) {
            if (!alike(planes.get(c), planes.get(0))
                    || planes.get(c).offset() - planes.get(c - 1).offset()
                            != planes.get(1).offset() - planes.get(0).offset()) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(Plane a, Plane b) {
        return a.pixelStride() == b.pixelStride() && a.lineStride() == b.lineStride() && a.sharesMemory(b);
    }

    private static @Nullable RandomAccessibleInterval<?> strided(
            PixelLayout layout, List<Plane> planes, Strided.Element element, int axis) {
        Plane plane = planes.get(0);
        long between = planes.size() == 1 ? 0 : planes.get(1).offset() - plane.offset();
        List<Long> strides = new ArrayList<>(List.of(plane.pixelStride(), plane.lineStride()));
        List<Long> sides = new ArrayList<>(
                List.of((long) layout.size().width(), (long) layout.size().height()));
        if (axis != Axes.NONE) {
            strides.add(axis, between);
            sides.add(axis, (long) planes.size());
        }
        return Strided.of(plane.memory(), element, plane.offset(), longs(sides), longs(strides));
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static void checkPixels(ImageLike image) {
        if (image.mode().planar()) {
            throw new UnsupportedImageException("ImgLib2 has no planes of different sizes, as a " + image.mode()
                    + " image has; hand on one plane with image.plane(\"y\"), \"cr\" or \"cb\", or convert with"
                    + " StandardImage.from(image, Mode.RGB) [errors.md#planar-in-one-array]");
        }
    }

    @SuppressWarnings("unchecked") // the caller knows the pixel type
    private static <T> RandomAccessibleInterval<T> typed(RandomAccessibleInterval<?> image) {
        return (RandomAccessibleInterval<T>) image;
    }
}
