package org.imageop.imglib2.live;

import java.util.function.Function;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.imglib2.geometry.Axes;
import org.imageop.imglib2.pixels.NumberType;

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

    /**
     * The components of a non-planar image along an axis of their own, or of a grey one without an axis: numbers of a range
     * as numbers, others as samples.
     */
    public static LiveImage<?> components(ImageLike image, int axis) {
        NumberType numbers = NumberType.of(image).orElse(null);
        return numbers == null
                ? live(image, axis, new ComponentValues(image, axis), samples(image.mode()))
                : live(image, axis, new NumberValues(image, axis, numbers), numbers);
    }

    private static NumberType samples(Mode mode) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> NumberType.UNSIGNED_BYTE;
            case 16 -> NumberType.UNSIGNED_SHORT;
            default -> NumberType.UNSIGNED_INT;
        };
    }

    private static LiveImage<?> live(ImageLike image, int axis, LiveImage.Values values, NumberType type) {
        return switch (type) {
            case BYTE -> live(image, axis, values, at -> new ByteType(new LiveImage.Bytes(at)), new ByteType());
            case SHORT -> live(image, axis, values, at -> new ShortType(new LiveImage.Shorts(at)), new ShortType());
            case INT -> live(image, axis, values, at -> new IntType(new LiveImage.Ints(at)), new IntType());
            case UNSIGNED_BYTE ->
                live(image, axis, values, at -> new UnsignedByteType(new LiveImage.Bytes(at)), new UnsignedByteType());
            case UNSIGNED_SHORT ->
                live(
                        image,
                        axis,
                        values,
                        at -> new UnsignedShortType(new LiveImage.Shorts(at)),
                        new UnsignedShortType());
            case UNSIGNED_INT ->
                live(image, axis, values, at -> new UnsignedIntType(new LiveImage.Ints(at)), new UnsignedIntType());
            case FLOAT -> live(image, axis, values, at -> new FloatType(new LiveImage.Floats(at)), new FloatType());
            case DOUBLE -> live(image, axis, values, at -> new DoubleType(new LiveImage.Doubles(at)), new DoubleType());
        };
    }

    private static <T> LiveImage<T> live(
            ImageLike image, int axis, LiveImage.Values values, Function<LiveImage.Sampler<T>, T> pixel, T type) {
        return new LiveImage<>(image, axis, values, pixel, type);
    }
}
