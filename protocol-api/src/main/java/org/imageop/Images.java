package org.imageop;

import java.util.List;
import java.util.function.BiPredicate;
import org.imageop.internal.Conversion;
import org.imageop.internal.Raster;
import org.jspecify.annotations.Nullable;

/**
 * Accepts any image object and hands images on.
 *
 * <p>An object is an image if it speaks the protocol itself, or if an adapter for its class is on the class path
 * or module path. Adapters are found by {@link java.util.ServiceLoader} through the thread's context class
 * loader and the one of this class. All methods may be called by several threads at once.
 */
public final class Images {
    private Images() {}

    /**
     * Accepts an object as the image that it is. Nothing is copied.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @return the image itself, or a protocol image on the same pixels
     * @throws NullPointerException if the object is null
     * @throws UnsupportedImageException if no adapter knows the object; the message says which were found and
     *     which artifact to add
     */
    public static ImageLike of(Object image) {
        return Adapters.wrap(image);
    }

    /**
     * Whether an object is of a class that {@link #of} knows. An adapter may still refuse this very object, such as an
     * ImgLib2 image whose component axis must be said.
     *
     * @param object anything, also null
     * @return true if it speaks the protocol or an adapter knows its class
     */
    public static boolean isImage(@Nullable Object object) {
        return object != null && Adapters.knows(object);
    }

    /**
     * Hands an image on as an object of another class, in the cheapest way that is right.
     *
     * @param <T> the class
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param type the class wanted: one that an adapter makes, {@link ImageLike} or {@link StandardImage}
     * @return the same object if it is a T or wraps one; else a T on the same memory, or, where that is
     *     impossible, a copy; {@link #transfer} says which
     * @throws UnsupportedImageException if no adapter knows the object or makes the class
     */
    public static <T> T to(Object image, Class<T> type) {
        return transfer(image, type, Copy.IF_NEEDED).image();
    }

    /**
     * Hands an image on as an object of another class, and says what happened.
     *
     * @param <T> the class
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param type the class wanted: one that an adapter makes, {@link ImageLike} or {@link StandardImage}
     * @param copy whether pixels may or must be copied
     * @return the object, and whether it shares memory, and if not, why and what was lost
     * @throws UnsupportedImageException if no adapter knows the object or makes the class
     * @throws CopyRequiredException under {@link Copy#NEVER}, if memory cannot be shared
     */
    public static <T> Transfer<T> transfer(Object image, Class<T> type, Copy copy) {
        return Adapters.transfer(image, type, copy);
    }

    /**
     * Copies every pixel of one image into another of the same size, converting it to the other's mode (P-70).
     * The images may share memory; the target then becomes what the source was before. No more than a few rows are
     * held besides, unless they share memory or nobody can tell: what lies below a direct or read-only buffer or a
     * buffer of another class is not known. Computed images share what their {@link SampleRows#bases()} say.
     *
     * @param source the image to read
     * @param target the image to overwrite
     * @throws IllegalArgumentException if the sizes differ
     * @throws ReadOnlyImageException if the target is read-only
     */
    public static void copy(ImageLike source, ImageLike target) {
        overwrite(target, source, Overlap::likely);
    }

    /** Copies, after taking a copy of the source where it might change on the way. */
    static void overwrite(ImageLike target, ImageLike source, BiPredicate<Raster, Raster> overlap) {
        if (!source.size().equals(target.size())) {
            throw new IllegalArgumentException("A " + describe(source) + " cannot be copied into a " + describe(target)
                    + ": the sizes differ; resize it with StandardImage.from(image, width, height)"
                    + " [errors.md#sizes-differ]");
        }
        Raster from = raster(source);
        Raster to = raster(target);
        if (target.buffer().readOnly()) {
            throw new ReadOnlyImageException("This " + describe(target)
                    + " is read-only and cannot be overwritten; copy into a new StandardImage instead"
                    + " [errors.md#read-only]");
        }
        if (overlap.test(from, to)) {
            from = raster(StandardImage.from(source));
        }
        Conversion.run(from, to, Filter.NEAREST, Filter.NEAREST);
    }

    /**
     * Whether two images have the same mode, size and samples (AMB-15). Info is not compared.
     *
     * @param a an image
     * @param b another image
     * @return true if their buffers have the same bytes and mean the same
     */
    public static boolean sameContent(ImageLike a, ImageLike b) {
        return a.mode() == b.mode() && a.size().equals(b.size()) && SameContent.test(a, b);
    }

    /**
     * The samples of a non-planar image by rows: the fast way to read and write any image.
     *
     * @param image a non-planar image; of a planar one take {@link ImageLike#plane} first
     * @return live access to the image's samples
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    public static SampleRows rows(ImageLike image) {
        Line.checkPixels(image.mode());
        return rows(image, 0);
    }

    /** The rows of one plane of a planar image, or, with plane 0, of the whole of another one. */
    static SampleRows rows(ImageLike image, int plane) {
        PixelLayout layout = layoutOf(image);
        ImageBuffer buffer = image.buffer();
        if (buffer instanceof RowsBuffer known) {
            return known.rows(plane);
        }
        Mode mode = image.mode();
        if (layout != null) {
            return mode.planar()
                    ? layout.component(mode.componentNames().get(plane)).rows()
                    : layout.rows();
        }
        return new ByteRows(buffer, mode, image.size(), plane);
    }

    static Raster raster(ImageLike image) {
        Mode mode = image.mode();
        SampleRows[] rows = new SampleRows[mode.planar() ? mode.components() : 1];
        for (int plane = 0; plane < rows.length; plane++) {
            rows[plane] = rows(image, plane);
        }
        return new Raster(mode, image.size().width(), image.size().height(), rows);
    }

    /**
     * Where the image lies in memory, or null if its samples are computed. All use of an image begins here, so this
     * is where implementations that contradict themselves are found out.
     */
    static @Nullable PixelLayout layoutOf(ImageLike image) {
        ImageBuffer buffer = image.buffer();
        Mode mode = image.mode();
        ImageSize size = image.size();
        if (buffer instanceof RowsBuffer known) {
            if (known.mode() != mode || !known.size().equals(size)) {
                throw contradiction(image, "its buffer is that of a " + known.describe());
            }
            return known.layout().orElse(null);
        }
        if (buffer.length() != mode.length(size)) {
            throw contradiction(
                    image, "that has " + mode.length(size) + " bytes and its buffer has " + buffer.length());
        }
        PixelLayout layout = buffer.layout().orElse(null);
        if (layout != null && (layout.mode() != mode || !layout.size().equals(size))) {
            throw contradiction(image, "its buffer is that of a " + layout);
        }
        return layout;
    }

    private static IllegalStateException contradiction(ImageLike image, String found) {
        return new IllegalStateException(image.getClass().getName() + " says that it is a " + describe(image) + ", but "
                + found + "; that is a bug of the class [errors.md#contradiction]");
    }

    static String describe(ImageLike image) {
        return PixelLayout.describe(image.mode(), image.size());
    }

    static void checkColor(Mode mode, int... color) {
        if (color.length != mode.components()) {
            throw new IllegalArgumentException(
                    "A pixel of " + mode + " has the components " + mode.componentNames() + " and takes "
                            + mode.components() + " values, not " + color.length + " [errors.md#number-of-values]");
        }
        for (int c = 0; c < color.length; c++) {
            checkValue(mode, c, color[c]);
        }
    }

    static void checkValue(Mode mode, int component, int value) {
        // any 32 bits are an unsigned 32-bit value
        if (mode != Mode.L32 && (value < 0 || value > mode.maxValue())) {
            List<String> names = mode.componentNames();
            throw new IllegalArgumentException(
                    "The component " + names.get(component) + " of " + mode + " cannot become " + value
                            + "; its values are 0 to " + mode.maxValue() + " [errors.md#value-out-of-range]");
        }
    }
}
