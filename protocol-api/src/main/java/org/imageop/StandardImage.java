package org.imageop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.imageop.internal.Conversion;
import org.jspecify.annotations.Nullable;

/**
 * The standard image: memory of its own, or somebody else's shared, and all of the protocol (P-62).
 *
 * <p>The factory's verb tells the cost: {@link #of}, {@link #filled} and {@link #canvas} allocate, {@link
 * #ofBytes} and {@link #from} copy, {@link #wrap(PixelLayout)} shares. A new image starts with an empty, mutable
 * {@code info} (P-71).
 *
 * <pre>{@code
 * StandardImage image = StandardImage.filled(Mode.RGB, 640, 480, 255, 255, 255);
 * image.set(3, 4, 255, 0, 0);
 * StandardImage small = StandardImage.from(image, 320, 240);
 * StandardImage grey = StandardImage.from(small, Mode.L);
 * }</pre>
 *
 * <p>An image of 8-bit components may have up to 2<sup>31</sup> − 9 samples in each component, heap permitting;
 * a size that cannot be held is refused before anything is allocated.
 */
public final class StandardImage implements ImageMixin {
    private final Mode mode;
    private final ImageSize size;
    private final ImageBuffer buffer;
    private final Map<String, Object> info;

    /** The foreign object whose pixels these are, so that handing the image on gives it back. */
    private final @Nullable Object source;

    StandardImage(Mode mode, int width, int height, ImageBuffer buffer) {
        this(mode, new ImageSize(width, height), buffer, new LinkedHashMap<>(), null);
    }

    /** Another image with the pixels and the info of a given one. */
    StandardImage(ImageLike image, @Nullable Object source) {
        this(image.mode(), image.size(), image.buffer(), image.info(), source);
    }

    private StandardImage(
            Mode mode, ImageSize size, ImageBuffer buffer, Map<String, Object> info, @Nullable Object source) {
        this.mode = mode;
        this.size = size;
        this.buffer = buffer;
        this.info = info;
        this.source = source;
    }

    /**
     * A new image whose bytes are all 16 for YV12, 255 for CMYK and CMYK64, and 0 for other modes (P-68).
     * That is transparent black where there is alpha, black of all inks for CMYK, and a dark green for the planar
     * modes; for real black use {@link Mode#black()} with {@link #filled}.
     *
     * @param mode the mode
     * @param width the width in pixels
     * @param height the height in pixels
     * @return an image with memory of its own
     * @throws IllegalArgumentException if the mode cannot have that size (P-10, P-18), or this JVM cannot hold it
     */
    public static StandardImage of(Mode mode, int width, int height) {
        StandardImage image = wrap(Allocation.layout(mode, width, height));
        switch (mode) {
            case YV12 -> Allocation.fill(image, 16, 16, 16);
            case CMYK, CMYK64 -> {
                int full = (int) mode.maxValue();
                Allocation.fill(image, full, full, full, full);
            }
            default -> {
                // memory is born with zeros
            }
        }
        return image;
    }

    /**
     * A new image of one colour (P-65).
     *
     * @param mode the mode
     * @param width the width in pixels
     * @param height the height in pixels
     * @param color one value for each component
     * @return an image with memory of its own
     * @throws IllegalArgumentException if the colour has more or fewer values or one is out of range (AMB-7), if
     *     the mode cannot have that size, or this JVM cannot hold it
     */
    public static StandardImage filled(Mode mode, int width, int height, int... color) {
        Images.checkColor(mode, color);
        StandardImage image = wrap(Allocation.layout(mode, width, height));
        Allocation.fill(image, color);
        return image;
    }

    /**
     * A new, fully transparent RGBA image in the one memory layout that Swing, JavaFX and ImgLib2 can all open
     * without copying: premultiplied ARGB, one {@code int} a pixel. Where alpha is 0 it keeps no colour.
     *
     * @param width the width in pixels
     * @param height the height in pixels
     * @return an image with memory of its own
     * @throws IllegalArgumentException if a side is less than 1, or this JVM cannot hold it
     */
    public static StandardImage canvas(int width, int height) {
        return wrap(Allocation.canvas(width, height));
    }

    /**
     * A new image with a copy of the given bytes, which are in the buffer's order (P-66).
     *
     * @param mode the mode
     * @param width the width in pixels
     * @param height the height in pixels
     * @param bytes exactly {@code mode.length(width, height)} bytes; components of more than 8 bits in native order
     * @return an image with memory of its own
     * @throws IllegalArgumentException if the number of bytes is wrong (AMB-6), or as {@link #of}
     */
    public static StandardImage ofBytes(Mode mode, int width, int height, byte[] bytes) {
        checkLength(mode, width, height, bytes.length, 1);
        StandardImage image = wrap(Allocation.layout(mode, width, height));
        image.buffer.set(0, bytes, 0, bytes.length);
        return image;
    }

    /**
     * An image on described memory. Nothing is copied: writing the image writes the memory, and the reverse.
     *
     * @param layout where the samples lie
     * @return an image that shares the memory
     */
    public static StandardImage wrap(PixelLayout layout) {
        return new StandardImage(
                layout.mode(), layout.size().width(), layout.size().height(), ImageBuffer.of(layout));
    }

    /**
     * An image on an array of bytes in the buffer's order. Nothing is copied.
     *
     * @param mode the mode
     * @param width the width in pixels
     * @param height the height in pixels
     * @param bytes exactly {@code mode.length(width, height)} bytes; components of more than 8 bits in native order
     * @return an image that shares the array
     * @throws IllegalArgumentException if the mode cannot have that size, or the array another length
     */
    public static StandardImage wrap(Mode mode, int width, int height, byte[] bytes) {
        checkLength(mode, width, height, bytes.length, 1);
        return wrap(PixelLayout.of(mode, width, height, ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder())));
    }

    /**
     * An image on an array of 16-bit components in the buffer's order. Nothing is copied.
     *
     * @param mode a mode with 16 bits per component
     * @param width the width in pixels
     * @param height the height in pixels
     * @param samples exactly width × height × components values
     * @return an image that shares the array
     * @throws IllegalArgumentException if the mode has other components, or the array another length
     */
    public static StandardImage wrap(Mode mode, int width, int height, short[] samples) {
        checkLength(mode, width, height, samples.length, 2);
        return wrap(PixelLayout.of(mode, width, height, ShortBuffer.wrap(samples)));
    }

    /**
     * An image on an array of 32-bit components. Nothing is copied.
     *
     * @param mode {@link Mode#L32}; packed pixels are described with {@link PixelLayout}
     * @param width the width in pixels
     * @param height the height in pixels
     * @param samples exactly width × height values, unsigned
     * @return an image that shares the array
     * @throws IllegalArgumentException if the mode is another one, or the array has another length
     */
    public static StandardImage wrap(Mode mode, int width, int height, int[] samples) {
        checkLength(mode, width, height, samples.length, 4);
        return wrap(PixelLayout.of(mode, width, height, IntBuffer.wrap(samples)));
    }

    private static void checkLength(Mode mode, int width, int height, long elements, int elementBytes) {
        long expected = mode.length(width, height);
        if (elements * elementBytes != expected) {
            throw new IllegalArgumentException("A " + width + "×" + height + " " + mode + " image has " + expected
                    + " bytes, but the array has " + elements * elementBytes + " [errors.md#array-length]");
        }
        if (elementBytes > 1 && elementBytes * 8 != mode.bitsPerComponent()) {
            throw new IllegalArgumentException(mode + " has components of " + mode.bitsPerComponent()
                    + " bits, but the array's elements have " + elementBytes * 8
                    + "; give bytes, or elements as wide as the components [errors.md#element-width]");
        }
    }

    /**
     * A copy of an image (P-69).
     *
     * @param source any image
     * @return an image with memory of its own and an empty info
     * @throws IllegalArgumentException if this JVM cannot hold it
     */
    public static StandardImage from(ImageLike source) {
        return from(source, source.mode());
    }

    /**
     * A copy of an image in another mode (P-70). Alpha is dropped where the mode has none, without blending, and
     * is opaque where the source has none (AMB-16).
     *
     * @param source any image
     * @param mode the new mode
     * @return an image with memory of its own and an empty info
     * @throws IllegalArgumentException if the mode cannot have the source's size (AMB-12), or this JVM cannot
     *     hold it
     */
    public static StandardImage from(ImageLike source, Mode mode) {
        ImageSize size = source.size();
        return from(source, mode, size.width(), size.height(), Filter.NEAREST);
    }

    /**
     * A copy of an image in memory that the caller has just allocated, converted to its mode: how an adapter fills a
     * new foreign image. No more than a few rows are held besides. Unlike {@link Images#copy} it takes for granted
     * that the memory is not the source's own.
     *
     * @param source any image
     * @param memory where to put the copy; of the source's size
     * @return an image that shares the memory
     * @throws IllegalArgumentException if the sizes differ
     * @throws ReadOnlyImageException if the memory is read-only
     */
    public static StandardImage from(ImageLike source, PixelLayout memory) {
        StandardImage image = wrap(memory);
        Images.overwrite(image, source, (from, to) -> false);
        return image;
    }

    /**
     * A copy of an image in another size: bicubic where an axis grows, Lanczos where it shrinks.
     *
     * @param source any image
     * @param width the new width in pixels
     * @param height the new height in pixels
     * @return an image with memory of its own and an empty info
     * @throws IllegalArgumentException if the mode cannot have that size, or this JVM cannot hold it
     */
    public static StandardImage from(ImageLike source, int width, int height) {
        return from(source, source.mode(), width, height);
    }

    /**
     * A copy of an image in another size.
     *
     * @param source any image
     * @param width the new width in pixels
     * @param height the new height in pixels
     * @param filter the kernel for both axes
     * @return an image with memory of its own and an empty info
     * @throws IllegalArgumentException if the mode cannot have that size, or this JVM cannot hold it
     */
    public static StandardImage from(ImageLike source, int width, int height, Filter filter) {
        return from(source, source.mode(), width, height, filter);
    }

    /**
     * A copy of an image in another mode and size: resized first, bicubic where an axis grows and Lanczos where
     * it shrinks, then converted (AMB-18).
     *
     * @param source any image
     * @param mode the new mode
     * @param width the new width in pixels
     * @param height the new height in pixels
     * @return an image with memory of its own and an empty info
     * @throws IllegalArgumentException if the mode cannot have that size, or this JVM cannot hold it
     */
    public static StandardImage from(ImageLike source, Mode mode, int width, int height) {
        return resized(source, mode, width, height, null, null);
    }

    /**
     * A copy of an image in another mode and size: resized first, then converted (AMB-18).
     *
     * @param source any image
     * @param mode the new mode
     * @param width the new width in pixels
     * @param height the new height in pixels
     * @param filter the kernel for both axes
     * @return an image with memory of its own and an empty info
     * @throws IllegalArgumentException if the mode cannot have that size, or this JVM cannot hold it
     */
    public static StandardImage from(ImageLike source, Mode mode, int width, int height, Filter filter) {
        Objects.requireNonNull(filter, "filter");
        return from(source, mode, width, height, filter, filter);
    }

    /**
     * A copy of an image in another mode and size: resized first with a kernel for each axis, then converted.
     *
     * @param source any image
     * @param mode the new mode
     * @param width the new width in pixels
     * @param height the new height in pixels
     * @param across the kernel for the rows
     * @param down the kernel for the columns
     * @return an image with memory of its own and an empty info
     * @throws IllegalArgumentException if the mode cannot have that size, or this JVM cannot hold it
     */
    public static StandardImage from(ImageLike source, Mode mode, int width, int height, Filter across, Filter down) {
        Objects.requireNonNull(across, "across");
        Objects.requireNonNull(down, "down");
        return resized(source, mode, width, height, across, down);
    }

    /** A copy; without a filter, each axis takes the one that suits it. */
    private static StandardImage resized(
            ImageLike source, Mode mode, int width, int height, @Nullable Filter across, @Nullable Filter down) {
        StandardImage image = wrap(Allocation.layout(mode, width, height));
        Conversion.run(Images.raster(source), Images.raster(image), across, down);
        return image;
    }

    @Nullable
    Object source() {
        return source;
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public ImageSize size() {
        return size;
    }

    @Override
    public ImageBuffer buffer() {
        return buffer;
    }

    /** Metadata that the protocol does not interpret (P-25): empty at first, and mutable. */
    @Override
    public Map<String, Object> info() {
        return info;
    }

    @Override
    public String toString() {
        return Images.describe(this);
    }
}
