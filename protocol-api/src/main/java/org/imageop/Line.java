package org.imageop;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.operations.AreaAssignment;

/**
 * A live view of one row of a non-planar image (P-78).
 *
 * <p>Every call that gives a line gives a new object that stays on its row. Two lines are equal only if they
 * are the same object (AMB-15). As safe for several threads as the image's memory.
 */
public final class Line implements Iterable<Pixel> {
    private final ImageLike image;
    private final int y;

    private Line(ImageLike image, int y) {
        this.image = image;
        this.y = y;
    }

    /**
     * A row of an image (P-47).
     *
     * @param image a non-planar image
     * @param y the row, 0 to height − 1
     * @return a live view
     * @throws IndexOutOfBoundsException if there is no such row (P-58)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    public static Line of(ImageLike image, int y) {
        Checks.pixels(image.mode());
        int height = image.size().height();
        if (y < 0 || y >= height) {
            throw new IndexOutOfBoundsException("There is no line " + y + " in an image of " + height
                    + " rows; indices count from 0, negative positions belong to Slice [errors.md#no-such-index]");
        }
        return new Line(image, y);
    }

    /**
     * The mode of the line's image (P-73).
     *
     * @return the mode
     */
    public Mode mode() {
        return image.mode();
    }

    /**
     * The number of pixels (P-74).
     *
     * @return the image's width
     */
    public int length() {
        return image.size().width();
    }

    /**
     * A pixel of the line (P-75).
     *
     * @param x the column, 0 to length − 1
     * @return a live view
     * @throws IndexOutOfBoundsException if there is no such pixel (P-58)
     */
    public Pixel get(int x) {
        return Pixel.of(image, x, y);
    }

    /**
     * Selected pixels as a new image of height 1 (P-75).
     *
     * @param columns which pixels
     * @return a copy
     * @throws IllegalArgumentException if nothing is selected (AMB-3)
     */
    public StandardImage get(Slice columns) {
        return StandardImage.from(Views.select(image, columns, row()));
    }

    /**
     * Changes a pixel (P-76).
     *
     * @param x the column, 0 to length − 1
     * @param value one value for each component
     * @throws IndexOutOfBoundsException if there is no such pixel (P-58)
     * @throws IllegalArgumentException if there are more or fewer values, or one is out of range (AMB-7)
     * @throws ReadOnlyImageException if the image is read-only
     */
    public void set(int x, int... value) {
        get(x).value(value);
    }

    /**
     * Changes a pixel of one component; Kotlin's and Groovy's {@code line[x] = value} (P-76).
     *
     * @param x the column, 0 to length − 1
     * @param value the value of the only component
     * @throws IndexOutOfBoundsException if there is no such pixel (P-58)
     * @throws IllegalArgumentException if there are more components, or the value is out of range (AMB-7)
     * @throws ReadOnlyImageException if the image is read-only
     */
    public void set(int x, int value) {
        set(x, new int[] {value});
    }

    /**
     * Replaces selected pixels; alpha is copied, not blended (P-60, P-77).
     *
     * @param columns which pixels
     * @param source an image of the same mode, of height 1 and as wide as the selection
     * @throws IllegalArgumentException if mode or size differ, or nothing is selected; nothing is changed
     * @throws ReadOnlyImageException if the image is read-only
     */
    public void set(Slice columns, ImageLike source) {
        AreaAssignment.run(image, Views.select(image, columns, row()), columns, row(), source);
    }

    private Slice row() {
        return Slice.of(y, y + 1L);
    }

    /** The pixels from left to right (P-74). */
    @Override
    public Iterator<Pixel> iterator() {
        return new Iterator<>() {
            private int x;

            @Override
            public boolean hasNext() {
                return x < length();
            }

            @Override
            public Pixel next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("There is no next pixel, the line has " + length()
                            + "; ask hasNext() first [errors.md#no-more-elements]");
                }
                return get(x++);
            }
        };
    }

    @Override
    public String toString() {
        return "line " + y + " of a " + Checks.describe(image.mode(), image.size());
    }
}
