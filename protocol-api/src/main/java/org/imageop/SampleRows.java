package org.imageop;

import java.util.List;

/**
 * The samples of an image, or of one plane of a planar image, by runs of pixels within a row.
 *
 * <p>This is the hub of every generic algorithm, and the one method to write for an image whose samples are
 * computed (a palette, cells, hidden pixels). Samples are {@code int}s from 0 to the mode's largest value,
 * the components of a pixel side by side, colours straight; a 32-bit sample is the raw 32 bits. Coordinates
 * belong to the image or plane, and the caller has checked them.
 *
 * <p>Samples may stand for numbers of a range (L-8), measurements of which they keep the position in the range alone. Rows
 * that know the numbers themselves name the {@link #ranges} and override {@link #readNumbers}; then copies into
 * other numbers keep them (A-14, C-16).
 *
 * <p>One thread at a time uses it, unless it declares itself {@link #concurrent()}.
 */
@FunctionalInterface
public interface SampleRows {

    /**
     * Reads a run of pixels.
     *
     * @param x the first pixel's column
     * @param y the row
     * @param count how many pixels, all within the row
     * @param samples where the samples go: {@code count} × components values
     * @param offset the first position in {@code samples}
     */
    void read(int x, int y, int count, int[] samples, int offset);

    /**
     * Writes a run of pixels.
     *
     * @param x the first pixel's column
     * @param y the row
     * @param count how many pixels, all within the row
     * @param samples the new samples, each in range
     * @param offset the first position in {@code samples}
     * @throws ReadOnlyImageException if {@link #readOnly()}
     */
    default void write(int x, int y, int count, int[] samples, int offset) {
        throw new ReadOnlyImageException(
                "These pixels are read-only; copy the image with StandardImage.from to change it"
                        + " [errors.md#read-only]");
    }

    /**
     * Whether {@link #write} refuses.
     *
     * @return true, unless overridden; return false here if you implement {@code write}
     */
    default boolean readOnly() {
        return true;
    }

    /**
     * Whether several threads may use it at once: read any rows, and write different rows. Large conversions then
     * use all cores; otherwise they stay in the caller's thread.
     *
     * @return false, unless overridden
     */
    default boolean concurrent() {
        return false;
    }

    /**
     * Whether the colours behind the samples are stored multiplied by alpha, so that a copy that stores them so loses nothing.
     * The samples themselves are straight.
     *
     * @return false by default
     */
    default boolean premultiplied() {
        return false;
    }

    /**
     * What the samples are made of: foreign images, arrays, buffers. Writing one of two images with a common foundation may
     * change the other, so a copy between them goes through memory of its own.
     *
     * <p>An {@link ImageLike}, other rows or a {@link java.nio.Buffer} stand for what lies below them, so that samples
     * computed from an image, or from an array, are known to belong to all images on the same memory. The list is asked for
     * again before each copy.
     *
     * @return objects that are compared by identity; empty, the default, for nothing that another image can have
     */
    default List<?> foundations() {
        return List.of();
    }

    /**
     * The numbers that samples stand for.
     *
     * @return for each component of {@link #read}, the numbers that are 0 and the largest value, the same at each call; empty,
     *     the default, if nothing more is known than the samples
     */
    default List<Plane.Range> ranges() {
        return List.of();
    }

    /**
     * Reads the numbers of a run of pixels: not rounded, not limited to their range, NaN as it is. Colours are straight.
     *
     * @param x the first pixel's column
     * @param y the row
     * @param count how many pixels, all within the row
     * @param numbers where the numbers go: {@code count} × components values
     * @param offset the first position in {@code numbers}
     * @throws UnsupportedOperationException if there are no {@link #ranges}
     */
    default void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        throw noNumbers("readNumbers");
    }

    /**
     * Writes the numbers of a run of pixels, each as the nearest that can be stored: beyond the range too, and NaN, where
     * that can be stored, else as the number that is 0.
     *
     * @param x the first pixel's column
     * @param y the row
     * @param count how many pixels, all within the row
     * @param numbers the new numbers
     * @param offset the first position in {@code numbers}
     * @throws ReadOnlyImageException if {@link #readOnly()}
     * @throws UnsupportedOperationException if there are no {@link #ranges}
     */
    default void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (readOnly()) {
            throw new ReadOnlyImageException(
                    "These numbers are read-only; copy them with StandardImage.from(image, layout) to change them"
                            + " [errors.md#read-only]");
        }
        throw noNumbers("writeNumbers");
    }

    private UnsupportedOperationException noNumbers(String method) {
        String name = getClass().getName();
        if (ranges().isEmpty()) {
            return new UnsupportedOperationException(
                    "The rows " + name + " have samples and no numbers; ask ranges() first [errors.md#no-numbers]");
        }
        return new UnsupportedOperationException("The rows " + name + " have ranges and lack " + method
                + "; that is a bug of these rows [errors.md#rows-without-numbers]");
    }
}
