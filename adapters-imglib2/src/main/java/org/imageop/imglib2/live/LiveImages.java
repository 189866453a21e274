package org.imageop.imglib2.live;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.imglib2.geometry.Axes;

/** Live images of ImgLib2's usual pixel types. */
public final class LiveImages {
    private LiveImages() {}

    /** A non-planar image as straight ARGB in two dimensions. */
    public static LiveImage<ARGBType> argb(ImageLike image) {
        return new LiveImage<>(
                image, Axes.NONE, argbValues(image), at -> new ARGBType(new LiveImage.Ints(at)), new ARGBType());
    }

    private static LiveImage.Values argbValues(ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        return layout != null
                        && layout.mode() == Mode.RGBA
                        && layout.alpha() == AlphaType.PREMULTIPLIED
                        && layout.arrangement() instanceof Arrangement.Packed at
                        && at.order().equals("ARGB")
                ? new PremultipliedValues(at)
                : new ArgbValues(image);
    }

    /** The components of a non-planar image along an axis of their own, or of a grey one without an axis. */
    public static LiveImage<?> components(ImageLike image, int axis) {
        ComponentValues values = new ComponentValues(image, axis);
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
}
