package org.imageop.imglib2;

import java.util.List;
import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.imageop.imglib2.adapters.RandomAccessibleIntervalAdapter;
import org.imageop.imglib2.exporting.ToRandomAccessibleInterval;
import org.imageop.imglib2.geometry.Axes;
import org.imageop.imglib2.geometry.ConcurrentView;
import org.imageop.imglib2.wrapping.FromRandomAccessibleInterval;
import org.imageop.spi.HandingOn;

/**
 * ImgLib2's images as images of the protocol, and vice versa. Pixels are shared: writing one side shows on the other.
 *
 * <p><b>Axes.</b> An image has two dimensions, columns and then rows. A third one, at any place, is the component axis; the
 * caller gives it, because ImgLib2 does not know it. A minimum other than zero is column or row 0.
 *
 * <p><b>Types.</b> {@code UnsignedByteType} becomes L or, with three components, RGB, {@code UnsignedShortType} their 16-bit
 * counterparts, {@code UnsignedIntType} L32. Two or four components are LA, RGBA or CMYK only if the caller names the mode,
 * because they may as well be channels that are not colours: {@link #channels} makes an image of each.
 * {@code ARGBType} becomes RGBA, its colours straight, as ImgLib2's own code takes them. Any other {@code RealType}
 * needs the {@linkplain org.imageop.Plane.Range range} of numbers from black to white. It becomes the narrowest mode that
 * has its bits, with a component axis at most 16.
 *
 * <p><b>MemoryLayout.</b> Where the samples lie in the arrays or buffers of an {@code ArrayImg} or {@code PlanarImg},
 * the image has a {@linkplain org.imageop.ImageBuffer#layout() layout} on that very memory, through any chain of
 * intervals, translations, rotations, permutations, inverted axes, hyperslices, subsampling and stacks. Cells,
 * converters, extensions and all other images have no layout. They are read on each access, by {@code PrimitiveBlocks}
 * where those know them, else pixel by pixel; so an image may be larger than memory. They can be written if ImgLib2 would
 * keep what is written: cells in memory or tracked as dirty, elements of a {@code ListImg}, and write-converters on
 * these. All others are read-only.
 *
 * <p><b>Volatile images.</b> Pixels or cells that are not valid yet are never read as 0: reading them throws {@link
 * PixelsNotLoadedException}. A cached image that waits for its cells is read as any other.
 *
 * <p><b>Threads.</b> All methods may be called by several threads at once. Several threads may read one wrapped image if all
 * its pixels lie in an {@code ArrayImg}, {@code PlanarImg} or {@code CellImg}, under any of ImgLib2's views and usual
 * extensions. Converters, functions, loaded cells, lists and images of foreign classes are read by one thread, that of the
 * caller (T-8), unless {@link #concurrent(RandomAccessibleInterval)} declares that they bear more.
 *
 * <pre>{@code
 * Img<UnsignedByteType> stack = ArrayImgs.unsignedBytes(640, 480, 3);
 * ImageLike image = ImgLib2Images.wrap(stack, 2);              // RGB, on the same array
 * RandomAccessibleInterval<?> back = ImgLib2Images.toRandomAccessibleInterval(image);    // the stack itself
 * }</pre>
 */
public final class ImgLib2Images {
    private ImgLib2Images() {}

    /**
     * An image of two dimensions: L, L16, L32 or RGBA. Nothing is copied.
     *
     * @param image pixels of {@code UnsignedByteType}, {@code UnsignedShortType}, {@code UnsignedIntType} or {@code
     *     ARGBType}, or their volatile variants
     * @return an image on the same pixels; unwrapping gives {@code image} back. Of a live view that {@link
     *     #toRandomAccessibleInterval(Object)} made, it is the image that the view shows, if the mode is the same.
     * @throws UnsupportedImageException if there are other than two dimensions, one is empty or longer than an int
     *     can count, or the pixels are of another type; the message names what would help
     */
    public static ImageLike wrap(RandomAccessibleInterval<?> image) {
        return FromRandomAccessibleInterval.wrap(image, Axes.NONE, null, null);
    }

    /**
     * An image with a component axis of one or three positions: L or RGB, or their 16-bit counterparts. Nothing is copied.
     * An image that {@link #toRandomAccessibleInterval(Object, int)} made is of the mode that it was made of.
     *
     * @param image three dimensions of {@code UnsignedByteType} or {@code UnsignedShortType}
     * @param componentAxis the dimension that counts components, 0 to 2; the others are columns and then rows
     * @return an image on the same pixels
     * @throws UnsupportedImageException as {@link #wrap(RandomAccessibleInterval)}, or if the axis has another number of
     *     positions: name {@linkplain #wrap(RandomAccessibleInterval, int, Mode) the mode}, or take the {@link #channels}
     */
    public static ImageLike wrap(RandomAccessibleInterval<?> image, int componentAxis) {
        return FromRandomAccessibleInterval.wrap(image, axis(componentAxis), null, null);
    }

    /**
     * An image with a component axis, in a mode that its length alone does not give: LA, RGBA or CMYK. Nothing
     * is copied.
     *
     * @param image three dimensions of {@code UnsignedByteType} or {@code UnsignedShortType}
     * @param componentAxis the dimension that counts components, 0 to 2
     * @param mode a mode of as many components, and of the type's bits
     * @return an image on the same pixels
     * @throws UnsupportedImageException as {@link #wrap(RandomAccessibleInterval)}, or if the mode does not fit
     */
    public static ImageLike wrap(RandomAccessibleInterval<?> image, int componentAxis, Mode mode) {
        return FromRandomAccessibleInterval.wrap(
                image, axis(componentAxis), Objects.requireNonNull(mode, "mode"), null);
    }

    /**
     * An image of two dimensions of numbers, seen as grey: L, L16 or L32. Nothing is copied.
     *
     * @param image pixels of any {@code RealType}
     * @param range the numbers that are 0 and the mode's largest value; those outside read as the nearer end, NaN
     *     as the minimum
     * @return an image on the same pixels
     * @throws UnsupportedImageException as {@link #wrap(RandomAccessibleInterval)}, or if pixels are not numbers
     */
    public static ImageLike wrap(RandomAccessibleInterval<?> image, Plane.Range range) {
        return FromRandomAccessibleInterval.wrap(image, Axes.NONE, null, Objects.requireNonNull(range, "range"));
    }

    /**
     * An image of two dimensions of numbers, in a grey mode of one's choice. Nothing is copied.
     *
     * @param image pixels of any {@code RealType}
     * @param mode L, L16 or L32
     * @param range the numbers that are 0 and the mode's largest value
     * @return an image on the same pixels
     * @throws UnsupportedImageException as {@link #wrap(RandomAccessibleInterval, Plane.Range)}, or if the mode
     *     has several components
     */
    public static ImageLike wrap(RandomAccessibleInterval<?> image, Mode mode, Plane.Range range) {
        return FromRandomAccessibleInterval.wrap(
                image, Axes.NONE, Objects.requireNonNull(mode, "mode"), Objects.requireNonNull(range, "range"));
    }

    /**
     * An image of numbers with a component axis. Nothing is copied.
     *
     * @param image three dimensions of any {@code RealType}
     * @param componentAxis the dimension that counts components, 0 to 2
     * @param range the numbers that are 0 and the mode's largest value, in all components
     * @return an image on the same pixels, of 8 bits where the type has no more, else of 16
     * @throws UnsupportedImageException as {@link #wrap(RandomAccessibleInterval, int)}, also for two and four positions, or
     *     if pixels are not numbers
     */
    public static ImageLike wrap(RandomAccessibleInterval<?> image, int componentAxis, Plane.Range range) {
        return FromRandomAccessibleInterval.wrap(
                image, axis(componentAxis), null, Objects.requireNonNull(range, "range"));
    }

    /**
     * An image of numbers with a component axis, in a mode of one's choice. Nothing is copied.
     *
     * @param image three dimensions of any {@code RealType}
     * @param componentAxis the dimension that counts components, 0 to 2
     * @param mode a mode of as many components
     * @param range the numbers that are 0 and the mode's largest value, in all components
     * @return an image on the same pixels
     * @throws UnsupportedImageException as {@link #wrap(RandomAccessibleInterval, int, Plane.Range)}, or if the
     *     mode does not fit
     */
    public static ImageLike wrap(RandomAccessibleInterval<?> image, int componentAxis, Mode mode, Plane.Range range) {
        return FromRandomAccessibleInterval.wrap(
                image,
                axis(componentAxis),
                Objects.requireNonNull(mode, "mode"),
                Objects.requireNonNull(range, "range"));
    }

    /**
     * An image for each channel, whatever their number and meaning. Nothing is copied, and no channel weighs or covers
     * another.
     *
     * <pre>{@code
     * List<ImageLike> channels = ImgLib2Images.channels(stained, 2);       // of 16 bits: L16 each
     * StandardImage nuclei = StandardImage.from(channels.get(0), 512, 512);
     * }</pre>
     *
     * @param image three dimensions of a type that {@link #wrap(RandomAccessibleInterval)} takes
     * @param channelAxis the dimension that counts channels, 0 to 2; the others are columns and then rows
     * @return L, L16 or L32 images on the same pixels, in the order of the axis; of {@code ARGBType}, RGBA
     * @throws UnsupportedImageException as {@link #wrap(RandomAccessibleInterval)}, or if there is no such axis
     */
    public static List<ImageLike> channels(RandomAccessibleInterval<?> image, int channelAxis) {
        return FromRandomAccessibleInterval.channels(image, axis(channelAxis), null);
    }

    /**
     * An image for each channel of numbers. Nothing is copied.
     *
     * @param image three dimensions of any {@code RealType}
     * @param channelAxis the dimension that counts channels, 0 to 2; the others are columns and then rows
     * @param range the numbers that are 0 and the mode's largest value, in all channels
     * @return L, L16 or L32 images on the same pixels, in the order of the axis
     * @throws UnsupportedImageException as {@link #wrap(RandomAccessibleInterval, Plane.Range)}, or if there is no such
     *     axis
     */
    public static List<ImageLike> channels(RandomAccessibleInterval<?> image, int channelAxis, Plane.Range range) {
        return FromRandomAccessibleInterval.channels(image, axis(channelAxis), Objects.requireNonNull(range, "range"));
    }

    /**
     * The same pixels, declared to bear several threads that read them at once, each by a RandomAccess of its own. Large
     * conversions then use all cores. Without it, code that ImgLib2 does not bring itself, such as a loader that keeps a
     * position in a file, is called by the caller's thread alone (T-8).
     *
     * <pre>{@code
     * Images.to(ImgLib2Images.concurrent(cached), BufferedImage.class);
     * }</pre>
     *
     * @param <T> the pixel type
     * @param image an image whose loader, converter or function several threads may call
     * @return a view of it, to be wrapped, handed on or viewed in its place
     */
    public static <T> RandomAccessibleInterval<T> concurrent(RandomAccessibleInterval<T> image) {
        return new ConcurrentView<>(image);
    }

    private static int axis(int componentAxis) {
        if (componentAxis < 0) {
            throw new UnsupportedImageException("There is no dimension " + componentAxis
                    + " to hold the components; an image without a component axis is wrapped without giving one"
                    + " [errors.md#no-such-axis]");
        }
        return componentAxis;
    }

    /**
     * Any image as one of ImgLib2.
     *
     * <table>
     * <caption>What becomes of what</caption>
     * <tr><th>image<th>result
     * <tr><td>an ImgLib2 image, or one wrapped<td>that image itself
     * <tr><td>L, L16, L32<td>two dimensions of {@code UnsignedByteType}, {@code UnsignedShortType}, {@code
     *     UnsignedIntType}
     * <tr><td>LA, RGB, RGBA, CMYK and their 16-bit counterparts<td>three dimensions x, y, component
     * <tr><td>numbers of a range, in any of these modes<td>the numbers themselves, in {@code FloatType}, {@code
     *     ByteType}, {@code ShortType}, {@code IntType} or the unsigned types, as memory has them; {@code DoubleType}
     *     where they are computed
     * <tr><td>RGB and RGBA with a pixel in each int<td>two dimensions of {@code ARGBType}
     * <tr><td>YV12, JPEG_YV12<td>a copy, converted to RGB; single planes are shared: {@code image.plane("y")}
     * </table>
     *
     * <p>It is shared: an {@code ArrayImg} on the same array where samples lie one after the other, also on
     * direct memory; views of one where strides, order or offset differ; and where no view expresses the memory
     * (premultiplied, packed in fewer bits, computed) a live image that asks the given one for each pixel.
     * {@code ARGBType} is always straight: premultiplied ints are read divided by alpha and written multiplied,
     * and ints without alpha are read as opaque. A read-only image refuses to be written with a {@link
     * java.nio.ReadOnlyBufferException}.
     *
     * <p>ImgLib2 has no ranges. An image that wraps numbers is unwrapped with its own; numbers that come from elsewhere, and
     * copies, need theirs again: {@code wrap(result, range)}, for unsigned types too, because without it their largest value is
     * white.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @return an ImgLib2 image whose minimum is zero, unless it is the one that had been wrapped
     * @throws UnsupportedImageException if no adapter knows the object
     */
    public static RandomAccessibleInterval<?> toRandomAccessibleInterval(Object image) {
        if (image instanceof RandomAccessibleInterval<?> same) {
            return same;
        }
        return HandingOn.transfer(new RandomAccessibleIntervalAdapter(), Images.of(image), Copy.IF_NEEDED)
                .image();
    }

    /**
     * Any image but a planar one as three dimensions of {@code UnsignedByteType}, {@code UnsignedShortType} or
     * {@code UnsignedIntType}, with the component axis where it is wanted. Shared as by {@link
     * #toRandomAccessibleInterval(Object)}, but never unwrapped.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param componentAxis the dimension of the result that counts components, 0 to 2; columns and rows follow in
     *     this order
     * @return an ImgLib2 image on the same pixels
     * @throws UnsupportedImageException if the image is planar, there is no such dimension, or no adapter knows the
     *     object
     */
    public static RandomAccessibleInterval<?> toRandomAccessibleInterval(Object image, int componentAxis) {
        return ToRandomAccessibleInterval.components(Images.of(image), axis(componentAxis));
    }

    /**
     * Any image but a planar one as two dimensions of {@code ARGBType}, straight: on the same ints where these are
     * straight ARGB, else a live image that converts each pixel as {@code StandardImage.from(image, Mode.RGBA)}
     * does. RGB, RGBA and their 16-bit counterparts can be written this way; greyscale and CMYK images are read-only.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @return a live ImgLib2 image
     * @throws UnsupportedImageException if the image is planar, or no adapter knows the object
     */
    public static RandomAccessibleInterval<ARGBType> toArgb(Object image) {
        return ToRandomAccessibleInterval.argb(Images.of(image));
    }
}
