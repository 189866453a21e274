package org.imageop;

import org.jspecify.annotations.Nullable;

/**
 * A width and a height in pixels: the PEP's pair of two integers (P-86, P-87).
 *
 * <p>Any two integers are accepted, as in any tuple; images check their own (AMB-9). Sizes are ordered as
 * tuples are: by width, then by height.
 *
 * @param width the width
 * @param height the height
 */
public record ImageSize(int width, int height) implements Comparable<ImageSize> {
    /** The longest array that JVMs are known to allow. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /**
     * Item 0, the width, or item 1, the height (P-18).
     *
     * @param index 0 or 1
     * @return the width or the height
     * @throws IndexOutOfBoundsException for any other index
     */
    public int get(int index) {
        return switch (index) {
            case 0 -> width;
            case 1 -> height;
            default ->
                throw new IndexOutOfBoundsException("A size has the items 0, the width, and 1, the height, but no "
                        + index + " [errors.md#no-such-index]");
        };
    }

    /**
     * The width; Kotlin's {@code val (width, height) = size}.
     *
     * @return the width
     */
    public int component1() {
        return width;
    }

    /**
     * The height; Kotlin's {@code val (width, height) = size}.
     *
     * @return the height
     */
    public int component2() {
        return height;
    }

    /**
     * How long an array for all pixels is.
     *
     * @param elements how many elements of the array a pixel needs
     * @return width × height × {@code elements}
     * @throws UnsupportedImageException if Java has no array of that length
     */
    public int arrayLength(int elements) {
        double length = (double) width * height * elements;
        if (length > LONGEST_ARRAY) {
            throw new UnsupportedImageException("A " + width + "×" + height + " image with " + elements
                    + " elements per pixel does not fit in an array, which has at most " + LONGEST_ARRAY
                    + " elements; take a part of it with Views.crop, or a smaller copy with StandardImage.from"
                    + " [errors.md#too-large-for-toolkit]");
        }
        return width * height * elements;
    }

    @Override
    public int compareTo(ImageSize other) {
        int byWidth = Integer.compare(width, other.width);
        return byWidth != 0 ? byWidth : Integer.compare(height, other.height);
    }

    // by hand: the support of records in Java 17 keeps the class that it compared last, and so its class loader

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageSize o && width == o.width && height == o.height;
    }

    @Override
    public int hashCode() {
        return 31 * width + height;
    }

    /** The PEP's exact form, {@code imageop.ImageSize(width=W, height=H)} (P-88). */
    @Override
    public String toString() {
        return "imageop.ImageSize(width=" + width + ", height=" + height + ")";
    }
}
