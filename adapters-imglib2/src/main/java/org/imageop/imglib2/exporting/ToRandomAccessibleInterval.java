package org.imageop.imglib2.exporting;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.imglib2.geometry.Axes;
import org.imageop.imglib2.live.LiveImages;
import org.imageop.imglib2.pixels.NumberType;
import org.jspecify.annotations.Nullable;

/** From an image of the protocol to one of ImgLib2 on the same pixels. */
public final class ToRandomAccessibleInterval {
    private ToRandomAccessibleInterval() {}

    /** A non-planar image as ARGB if its pixels are ints, else with its components along dimension 2, if it has several. */
    public static RandomAccessibleInterval<?> of(ImageLike image) {
        return packedInInts(image)
                ? argb(image)
                : components(image, image.mode().components() == 1 ? Axes.NONE : 2);
    }

    /** A copy of the same pixel type and dimensions as {@link #of} gives; planar images become RGB. */
    public static RandomAccessibleInterval<?> copy(ImageLike image) {
        NumberType numbers = NumberType.of(image).orElse(null);
        if (numbers != null) {
            return NumberImg.copy(image, numbers);
        }
        Mode mode = image.mode().planar() ? Mode.RGB : image.mode();
        if (!packedInInts(image)) {
            return of(StandardImage.from(image, mode));
        }
        int width = image.size().width();
        int height = image.size().height();
        IntBuffer memory = IntBuffer.allocate(Math.multiplyExact(width, height));
        return of(StandardImage.from(image, PixelLayout.argb(memory, width, height, AlphaType.STRAIGHT)));
    }

    /** Whether each pixel of an image is one int of 8-bit colours, in whatever order: then ARGBType is its counterpart. */
    private static boolean packedInInts(ImageLike image) {
        Mode mode = image.mode();
        return mode.family() == ColorFamily.RGB
                && mode.bitsPerComponent() == Byte.SIZE
                && image.buffer()
                        .layout()
                        .filter(layout -> layout.arrangement() instanceof Arrangement.Packed
                                && layout.planes().stream().allMatch(plane -> plane.bits() == Byte.SIZE))
                        .isPresent();
    }

    /** Pixels as straight ARGB in two dimensions. */
    public static RandomAccessibleInterval<ARGBType> argb(ImageLike image) {
        checkPixels(image);
        PixelLayout layout = layout(image);
        if (layout != null
                && layout.mode() == Mode.RGBA
                && layout.alpha() == AlphaType.STRAIGHT
                && layout.arrangement() instanceof Arrangement.Packed at
                && at.order().equals("ARGB")) {
            long[] sides = {layout.size().width(), layout.size().height()};
            long[] strides = {at.pixelStride(), at.lineStride()};
            RandomAccessibleInterval<?> shared = StridedImg.argb((IntBuffer) at.memory(), at.offset(), sides, strides);
            if (shared != null) {
                return typed(shared);
            }
        }
        return LiveImages.argb(image);
    }

    /** Components along an axis of their own, or, in grey images, none. */
    public static RandomAccessibleInterval<?> components(ImageLike image, int axis) {
        checkPixels(image);
        if (axis != Axes.NONE && (axis < 0 || axis > 2)) {
            throw new UnsupportedImageException(
                    "A component axis is dimension 0, 1 or 2 of the result, not " + axis + " [errors.md#no-such-axis]");
        }
        PixelLayout layout = layout(image);
        RandomAccessibleInterval<?> shared =
                layout == null || !wholeElements(image, layout) ? null : shared(layout, axis);
        RandomAccessibleInterval<?> result = shared != null ? shared : LiveImages.components(image, axis);
        return axis == Axes.NONE ? result : ExportedModes.with(result, axis, image.mode());
    }

    /** The image's layout, on read-only memory if samples lie upon each other, so that ImgLib2 does not write them either. */
    private static @Nullable PixelLayout layout(ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        return layout != null && layout.readOnly() ? layout.asReadOnly() : layout;
    }

    /** Whether elements are samples as they are, or numbers of one type. */
    private static boolean wholeElements(ImageLike image, PixelLayout layout) {
        int bits = layout.mode().bitsPerComponent();
        return layout.alpha() != AlphaType.PREMULTIPLIED
                && (NumberType.of(image)
                                .filter(type -> type != NumberType.DOUBLE)
                                .isPresent()
                        || layout.planes().stream().allMatch(plane -> plane.wholeElements() && plane.bits() == bits));
    }

    private static @Nullable RandomAccessibleInterval<?> shared(PixelLayout layout, int axis) {
        List<Plane> planes = layout.planes();
        if (axis == Axes.NONE || evenlySpaced(planes)) {
            RandomAccessibleInterval<?> image = strided(layout, planes, axis);
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
            RandomAccessibleInterval<?> view = strided(layout, List.of(plane), Axes.NONE);
            if (view == null) {
                return null;
            }
            planes.add(typed(view));
        }
        RandomAccessibleInterval<Object> stack = Views.stack(planes);
        return axis == 2 ? stack : Views.moveAxis(stack, 2, axis);
    }

    /** Whether planes are equal but for their offsets, which have one distance. */
    private static boolean evenlySpaced(List<Plane> planes) {
        Plane first = planes.get(0);
        for (int c = 1; c < planes.size(); c++) {
            Plane plane = planes.get(c);
            if (plane.pixelStride() != first.pixelStride()
                    || plane.lineStride() != first.lineStride()
                    || !plane.sharesMemory(first)
                    || plane.offset() - planes.get(c - 1).offset()
                            != planes.get(1).offset() - first.offset()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable RandomAccessibleInterval<?> strided(PixelLayout layout, List<Plane> planes, int axis) {
        Plane plane = planes.get(0);
        long apart = planes.size() == 1 ? 0 : planes.get(1).offset() - plane.offset();
        long[] strides = along(axis, apart, plane.pixelStride(), plane.lineStride());
        long[] sides =
                along(axis, planes.size(), layout.size().width(), layout.size().height());
        return StridedImg.samples(plane.memory(), plane.signed(), plane.offset(), sides, strides);
    }

    /** A number for each dimension, with that of the components at its axis. */
    private static long[] along(int axis, long components, long across, long down) {
        return switch (axis) {
            case Axes.NONE -> new long[] {across, down};
            case 0 -> new long[] {components, across, down};
            case 1 -> new long[] {across, components, down};
            default -> new long[] {across, down, components};
        };
    }

    private static void checkPixels(ImageLike image) {
        if (image.mode().planar()) {
            throw new UnsupportedImageException("ImgLib2 has no planes of different sizes, as a " + image.mode()
                    + " image has; transfer one plane with image.plane(\"y\"), \"cr\" or \"cb\", or convert with"
                    + " StandardImage.from(image, Mode.RGB) [errors.md#planar-in-one-array]");
        }
    }

    @SuppressWarnings("unchecked") // the caller knows the pixel type
    private static <T> RandomAccessibleInterval<T> typed(RandomAccessibleInterval<?> image) {
        return (RandomAccessibleInterval<T>) image;
    }
}
