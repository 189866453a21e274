package org.imageop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.imageop.internal.buffer.BufferOverRows;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.conversion.Conversion;
import org.imageop.internal.operations.Allocation;
import org.imageop.internal.operations.ImageAccess;
import org.imageop.internal.operations.Overwriting;
import org.imageop.internal.profiles.ProfileHeader;
import org.jspecify.annotations.Nullable;

/**
 * The standard image: memory of its own, or somebody else's shared, and all of the protocol (P-62).
 *
 * <p>The factory's verb names the cost: {@link #of}, {@link #filled} and {@link #canvas} allocate, {@link
 * #ofBytes} and {@link #from} copy, {@link #wrap(PixelLayout)} shares. A new image starts with an empty, mutable
 * {@code info} (P-71), but for the colour profile of the image that it is made of (K-2).
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

    /** The foreign object whose pixels these are, so that {@link Images#to} returns it. */
    private final @Nullable Object source;

    /** Why the pixels are a copy of those of the source, or null if they are its own. */
    private final @Nullable String snapshotReason;

    StandardImage(Mode mode, int width, int height, ImageBuffer buffer) {
        this(mode, new ImageSize(width, height), buffer, new LinkedHashMap<>(), null, null);
    }

    private StandardImage(
            Mode mode,
            ImageSize size,
            ImageBuffer buffer,
            Map<String, Object> info,
            @Nullable Object source,
            @Nullable String snapshotReason) {
        this.mode = mode;
        this.size = size;
        this.buffer = buffer;
        this.info = info;
        this.source = source;
        this.snapshotReason = snapshotReason;
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
        Checks.color(mode, color);
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
     * An image on described memory. Nothing is copied: writing the image writes the memory, and vice versa.
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

    /**
     * An image whose samples are computed on each access. Reading throws {@link IllegalStateException} if {@code rows}
     * deliver a value beyond the mode's range.
     *
     * @param mode the mode
     * @param width the width in pixels
     * @param height the height in pixels
     * @param rows reads and writes the samples: one for the image, or, in a planar mode, one for each plane
     * @return a live image without memory, read-only if one of the {@code rows} is
     * @throws IllegalArgumentException if the mode cannot have that size, or the number of {@code rows} is wrong
     */
    public static StandardImage computed(Mode mode, int width, int height, SampleRows... rows) {
        return new StandardImage(mode, width, height, BufferOverRows.computed(null, mode, width, height, rows));
    }

    /**
     * A foreign image whose samples lie in memory: what an adapter's {@code wrap} returns. {@link Images#to} the foreign
     * object's class returns the object.
     *
     * @param source the foreign object, which is kept
     * @param layout where its samples lie
     * @return an image that shares the memory
     */
    public static StandardImage wrapping(Object source, PixelLayout layout) {
        Objects.requireNonNull(source, "source");
        return new StandardImage(
                layout.mode(), layout.size(), ImageBuffer.of(layout), new LinkedHashMap<>(), source, null);
    }

    /**
     * A foreign image whose samples are computed on each access: what an adapter's {@code wrap} returns. The foreign object
     * is the foundation of rows that name none.
     *
     * @param source the foreign object, which is kept
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param rows reads and writes the samples: one for the image, or, in a planar mode, one for each plane
     * @return a live image, read-only if one of the {@code rows} is
     * @throws IllegalArgumentException if the mode cannot have that size, or the number of {@code rows} is wrong
     */
    public static StandardImage wrapping(Object source, Mode mode, int width, int height, SampleRows... rows) {
        Objects.requireNonNull(source, "source");
        ImageBuffer buffer = BufferOverRows.computed(source, mode, width, height, rows);
        return new StandardImage(mode, new ImageSize(width, height), buffer, new LinkedHashMap<>(), source, null);
    }

    /**
     * A read-only copy of a foreign image that hides its pixels: what an adapter's {@code wrap} returns where it had to
     * read them (S-13). What the foreign image shows later does not show in it. Handing it on is a copy, with this
     * reason, and {@link Copy#NEVER} refuses it.
     *
     * @param source the foreign object, which is kept
     * @param pixels the pixels that were read from it, in memory that nobody writes any more; they and their info are
     *     taken over, not copied again
     * @param reason why the pixels had to be copied, as a clause: {@code "a Photo keeps its pixels in the graphics card"}
     * @return an image of the pixels as they were
     */
    public static StandardImage snapshot(Object source, ImageLike pixels, String reason) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
        ImageBuffer buffer = wrap(Views.readOnly(pixels)).buffer;
        return new StandardImage(
                pixels.mode(), pixels.size(), buffer, new LinkedHashMap<>(pixels.info()), source, reason);
    }

    /**
     * A standard image on the samples and the info of any image. Nothing is copied.
     *
     * @param image any image
     * @return the image itself if it is a standard image, else one with the same buffer and the same info
     */
    public static StandardImage wrap(ImageLike image) {
        if (image instanceof StandardImage standard) {
            return standard;
        }
        ImageAccess.layout(image); // finds out implementations that contradict themselves
        return new StandardImage(image.mode(), image.size(), image.buffer(), image.info(), null, null);
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
     * @return an image with memory of its own; its info has the profile of {@code source}, if there is one (K-2)
     * @throws IllegalArgumentException if this JVM cannot hold it
     */
    public static StandardImage from(ImageLike source) {
        return from(source, source.mode());
    }

    /**
     * A copy of an image in another mode (P-70). Alpha is dropped where the mode has none, without blending, and
     * is opaque where the source has none (AMB-16). {@link Views#flatten} blends.
     *
     * @param source any image
     * @param mode the new mode
     * @return an image with memory of its own; its info has the profile of {@code source}, if it fits (K-2)
     * @throws IllegalArgumentException if the mode cannot have the source's size (AMB-12), or this JVM cannot
     *     hold it
     */
    public static StandardImage from(ImageLike source, Mode mode) {
        ImageSize size = source.size();
        return from(source, mode, size.width(), size.height(), Filter.NEAREST);
    }

    /**
     * A copy of an image in memory that the caller has just allocated, converted to its mode: how an adapter fills a
     * new foreign image. Only a few rows are held in extra memory. Unlike {@link Images#copy} it
     * assumes that the memory is not the source's own.
     *
     * @param source any image
     * @param memory where to put the copy; of the source's size
     * @return an image that shares the memory
     * @throws IllegalArgumentException if the sizes differ
     * @throws ReadOnlyImageException if the memory is read-only
     */
    public static StandardImage from(ImageLike source, PixelLayout memory) {
        StandardImage image = wrap(memory);
        Overwriting.run(image, source, Overwriting.NONE);
        return image.withColorsOf(source);
    }

    /**
     * A copy of an image in another size: bicubic where an axis grows, Lanczos where it shrinks.
     *
     * @param source any image
     * @param width the new width in pixels
     * @param height the new height in pixels
     * @return an image with memory of its own; its info has the profile of {@code source}, if it fits (K-2)
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
     * @return an image with memory of its own; its info has the profile of {@code source}, if it fits (K-2)
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
     * @return an image with memory of its own; its info has the profile of {@code source}, if it fits (K-2)
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
     * @return an image with memory of its own; its info has the profile of {@code source}, if it fits (K-2)
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
     * @return an image with memory of its own; its info has the profile of {@code source}, if it fits (K-2)
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
        Conversion.run(ImageAccess.all(source), ImageAccess.all(image), across, down);
        return image.withColorsOf(source);
    }

    /** This image, with the other one's profile if it is one for this mode: the numbers mean the same (K-2). */
    StandardImage withColorsOf(ImageLike other) {
        byte[] profile = ProfileHeader.fitting(other.info(), mode);
        if (profile != null) {
            info.put(InfoKeys.ICC_PROFILE, profile);
        }
        return this;
    }

    /**
     * The foreign object that this image wraps, so that {@link Images#to} returns it.
     *
     * @return the object that was given to {@code wrapping} or {@code snapshot}; empty if the image wraps none
     */
    public Optional<Object> source() {
        return Optional.ofNullable(source);
    }

    /**
     * Why this image is a copy of its {@link #source}, taken when the object was wrapped.
     *
     * @return the reason that was given to {@link #snapshot}; empty unless this is a snapshot
     */
    public Optional<String> snapshotReason() {
        return Optional.ofNullable(snapshotReason);
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
        return Checks.describe(mode, size)
                + (source == null
                        ? ""
                        : (snapshotReason == null ? " on a " : ", a snapshot of a ")
                                + source.getClass().getName());
    }
}
