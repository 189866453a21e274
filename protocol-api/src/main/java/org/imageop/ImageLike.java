package org.imageop;

import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The image protocol of PEP 368: what any image can do.
 *
 * <p>An implementation writes the four methods of {@link ImageCore} and gets the rest from {@link ImageMixin}.
 *
 * <p>Coordinates are pixels, (0, 0) is the top left. Two indices are x first, one is a row (P-48). Integer
 * indices count from 0 and must exist (P-58); slices follow Python's rules, and negative positions belong to
 * them. Component values are {@code int}s from 0 to the mode's largest value; an {@link Mode#L32} value is the
 * raw 32 bits of an unsigned number. Colours are straight, not premultiplied; alpha is copied like any
 * component and never blended (P-60). Values outside their range are refused, and nothing is written then
 * (AMB-7); only {@link #map} clips.
 *
 * <p>Images are equal only if they are the same object (AMB-15); {@link Images#sameContent} compares pixels.
 * The protocol adds no synchronisation: several threads may read one image as long as nobody writes it, as
 * far as the image's own memory allows it.
 *
 * <p>A planar image ({@link Mode#YV12}, {@link Mode#JPEG_YV12}) has planes in place of pixels: {@link
 * #plane}. What belongs to pixels throws {@link UnsupportedOperationException} there (P-44).
 */
public interface ImageLike extends ImageCore, Iterable<Line> {

    /**
     * The width in pixels.
     *
     * @return {@code size().width()}
     */
    int width();

    /**
     * The height in pixels, which is also the number of lines (P-46).
     *
     * @return {@code size().height()}
     */
    int height();

    /**
     * The width of a component (P-27).
     *
     * @return {@code mode().bitsPerComponent()}
     */
    int bitsPerComponent();

    /**
     * The size of a pixel in the buffer (P-27).
     *
     * @return {@code mode().bytesPerPixel()}
     * @throws UnsupportedOperationException if the image is planar
     */
    int bytesPerPixel();

    /**
     * The names of the components (P-27).
     *
     * @return {@code mode().componentNames()}
     */
    List<String> componentNames();

    /**
     * The number of components (P-27).
     *
     * @return {@code mode().components()}
     */
    int components();

    /**
     * The valid values of each component (P-27).
     *
     * @return {@code mode().intervals()}
     */
    List<Mode.Interval> intervals();

    /**
     * Whether the image is planar (P-27).
     *
     * @return {@code mode().planar()}
     */
    boolean planar();

    /**
     * The divisors of each component's plane (P-27).
     *
     * @return {@code mode().subsampling()}
     */
    List<Mode.Subsampling> subsampling();

    /**
     * Replaces every sample by a function of it, in place (P-29 to P-33).
     *
     * <p>One function serves all components; otherwise function <i>i</i> serves component <i>i</i>, alpha
     * included. A function gets a sample's value and its result is rounded to the nearest integer, ties toward
     * positive infinity (AMB-1), and clipped to what the component can store, not to its interval (P-32).
     * Functions must be pure; they are called once for each distinct value that occurs, or once for each
     * sample of 32 bits, before anything is written (AMB-2).
     *
     * @param functions one, or one for each component
     * @throws IllegalArgumentException if there is another number of functions (AMB-13), or one returns NaN;
     *     the image is unchanged then, as it is when a function throws
     * @throws ReadOnlyImageException if the image is read-only
     */
    void map(DoubleUnaryOperator... functions);

    /**
     * Replaces every sample by a function of it: {@link #map(DoubleUnaryOperator...)} with one function. Languages with
     * lambdas of their own find this one before {@code Iterable}'s extensions of the same name.
     *
     * @param function for all components
     * @throws IllegalArgumentException if the function returns NaN; the image is unchanged then
     * @throws ReadOnlyImageException if the image is read-only
     */
    default void map(DoubleUnaryOperator function) {
        map(new DoubleUnaryOperator[] {function});
    }

    /**
     * The image turned a quarter counterclockwise (P-34).
     *
     * @return a copy with empty info (P-37)
     */
    ImageLike rotate90();

    /**
     * The image turned upside down (P-34).
     *
     * @return a copy with empty info (P-37)
     */
    ImageLike rotate180();

    /**
     * The image turned three quarters counterclockwise, which is a quarter clockwise (P-34).
     *
     * @return a copy with empty info (P-37)
     */
    ImageLike rotate270();

    /**
     * Limits the samples of a YV12 image to their intervals, in place; does nothing in other modes (P-38,
     * P-39).
     *
     * @throws ReadOnlyImageException if the mode is YV12 and the image is read-only
     */
    void clip();

    /**
     * Takes the components apart (P-40).
     *
     * @return for each component an image of mode L, L16 or L32; always copies, chroma in its own size
     *     (AMB-11)
     */
    List<? extends ImageLike> split();

    /**
     * One component as a greyscale image on the same samples: writing it changes this image, and vice versa
     * (P-41 to P-43). Beyond the PEP, non-planar images have it too.
     *
     * @param componentName for example {@code "y"} or {@code "r"}
     * @return a live view of mode L, L16 or L32, in planar images of the size of the plane
     * @throws UnsupportedOperationException if the mode has no such component
     */
    ImageLike plane(String componentName);

    /**
     * The pixels, top line first, each line from left to right (P-45).
     *
     * @return a sequence of live views that can be walked any number of times
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    Iterable<Pixel> pixels();

    /**
     * The lines from top to bottom (P-46).
     *
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    @Override
    Iterator<Line> iterator();

    /**
     * A line: the PEP's {@code image[y]} (P-47).
     *
     * @param y the row, 0 to height − 1
     * @return a live view
     * @throws IndexOutOfBoundsException if there is no such row (P-58)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    Line line(int y);

    /**
     * A pixel: the PEP's {@code image[x, y]} (P-48).
     *
     * @param x the column, 0 to width − 1
     * @param y the row, 0 to height − 1
     * @return a live view
     * @throws IndexOutOfBoundsException if there is no such pixel (P-58)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    Pixel get(int x, int y);

    /**
     * Selected rows: the PEP's {@code image[rows]}, which is {@code image[:, rows]} (P-49).
     *
     * @param rows which rows
     * @return a copy with empty info
     * @throws IllegalArgumentException if nothing is selected (AMB-3)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    ImageLike get(Slice rows);

    /**
     * Selected columns and rows: the PEP's {@code image[columns, rows]} (P-50).
     *
     * @param columns which columns
     * @param rows which rows
     * @return a copy with empty info
     * @throws IllegalArgumentException if nothing is selected (AMB-3)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    ImageLike get(Slice columns, Slice rows);

    /**
     * Selected rows of one column (P-50).
     *
     * @param x the column, 0 to width − 1
     * @param rows which rows
     * @return a copy of width 1 with empty info
     * @throws IndexOutOfBoundsException if there is no such column (P-58)
     * @throws IllegalArgumentException if nothing is selected (AMB-3)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    ImageLike get(int x, Slice rows);

    /**
     * Selected columns of one row (P-50).
     *
     * @param columns which columns
     * @param y the row, 0 to height − 1
     * @return a copy of height 1 with empty info
     * @throws IndexOutOfBoundsException if there is no such row (P-58)
     * @throws IllegalArgumentException if nothing is selected (AMB-3)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    ImageLike get(Slice columns, int y);

    /**
     * Changes a pixel: the PEP's {@code image[x, y] = value} (P-51).
     *
     * @param x the column, 0 to width − 1
     * @param y the row, 0 to height − 1
     * @param value one value for each component
     * @throws IndexOutOfBoundsException if there is no such pixel (P-58)
     * @throws IllegalArgumentException if there are more or fewer values, or one is out of range (AMB-7)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     * @throws ReadOnlyImageException if the image is read-only
     */
    void set(int x, int y, int... value);

    /**
     * Changes a pixel of one component; Kotlin's and Groovy's {@code image[x, y] = value} (P-51).
     *
     * @param x the column, 0 to width − 1
     * @param y the row, 0 to height − 1
     * @param value the value of the only component
     * @throws IndexOutOfBoundsException if there is no such pixel (P-58)
     * @throws IllegalArgumentException if there are more components, or the value is out of range (AMB-7)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     * @throws ReadOnlyImageException if the image is read-only
     */
    default void set(int x, int y, int value) {
        set(x, y, new int[] {value});
    }

    /**
     * Replaces selected rows (P-52).
     *
     * @param rows which rows
     * @param source as {@link #set(Slice, Slice, ImageLike)}
     * @throws IllegalArgumentException as {@link #set(Slice, Slice, ImageLike)}
     * @throws UnsupportedOperationException if the image is planar (P-44)
     * @throws ReadOnlyImageException if the image is read-only
     */
    void set(Slice rows, ImageLike source);

    /**
     * Replaces selected columns and rows: the PEP's {@code image[columns, rows] = source} (P-52).
     *
     * @param columns which columns
     * @param rows which rows
     * @param source an image of the same mode and of the selection's size; it may overlap the selection (P-53)
     * @throws IllegalArgumentException if mode or size differ, or nothing is selected; nothing is changed
     * @throws UnsupportedOperationException if the image is planar (P-44)
     * @throws ReadOnlyImageException if the image is read-only
     */
    void set(Slice columns, Slice rows, ImageLike source);

    /**
     * Replaces selected rows of one column (P-52).
     *
     * @param x the column, 0 to width − 1
     * @param rows which rows
     * @param source as {@link #set(Slice, Slice, ImageLike)}
     * @throws IndexOutOfBoundsException if there is no such column (P-58)
     * @throws IllegalArgumentException as {@link #set(Slice, Slice, ImageLike)}
     * @throws UnsupportedOperationException if the image is planar (P-44)
     * @throws ReadOnlyImageException if the image is read-only
     */
    void set(int x, Slice rows, ImageLike source);

    /**
     * Replaces selected columns of one row (P-52).
     *
     * @param columns which columns
     * @param y the row, 0 to height − 1
     * @param source as {@link #set(Slice, Slice, ImageLike)}
     * @throws IndexOutOfBoundsException if there is no such row (P-58)
     * @throws IllegalArgumentException as {@link #set(Slice, Slice, ImageLike)}
     * @throws UnsupportedOperationException if the image is planar (P-44)
     * @throws ReadOnlyImageException if the image is read-only
     */
    void set(Slice columns, int y, ImageLike source);
}
