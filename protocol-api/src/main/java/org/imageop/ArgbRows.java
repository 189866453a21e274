package org.imageop;

/**
 * Rows of L, LA, RGB or RGBA pixels that are also to be had as ints {@code 0xAARRGGBB}, the form in which toolkits hand pixels out.
 * Conversions between 8-bit modes take these ints as they are, several times as fast as samples; all else reads samples.
 *
 * <p>Both ways must give the same pixels: {@link #read} divides colours by alpha where {@link #premultiplied} ints are not straight.
 * The grey of L and LA is the blue of the int. Bits of a component that the mode lacks have any value.
 */
public interface ArgbRows extends SampleRows {
    /** Whether the colours of the ints are multiplied by alpha; false by default, and if the mode has no alpha. */
    @Override
    default boolean premultiplied() {
        return false;
    }

    /**
     * Reads a run of pixels within a row.
     *
     * @param x the column of the first pixel
     * @param y the row
     * @param count how many pixels, within the row
     * @param argb where they go
     * @param offset the index in {@code argb} of the first one
     */
    void readArgb(int x, int y, int count, int[] argb, int offset);
}
