package org.imageop;

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

    @Override
    public int compareTo(ImageSize other) {
        int byWidth = Integer.compare(width, other.width);
        return byWidth != 0 ? byWidth : Integer.compare(height, other.height);
    }

    /** The PEP's exact form, {@code imageop.ImageSize(width=W, height=H)} (P-88). */
    @Override
    public String toString() {
        return "imageop.ImageSize(width=" + width + ", height=" + height + ")";
    }
}
