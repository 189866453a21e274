package org.imageop.internal.colors;

/** Pixels laid on an opaque colour: kernel B of SPEC.md B.2. */
public final class Blending {
    private Blending() {}

    /**
     * Colours become the nearest integer of (colour × alpha + background × (max − alpha)) / max; exact for both depths.
     *
     * @param pixels {@code count} pixels, their last component alpha
     * @param background a value for each colour
     * @param colors gets the colours, from {@code offset} on
     * @param bits 8 or 16
     */
    public static void onto(int[] background, int[] pixels, int[] colors, int offset, int count, int bits) {
        long max = (1L << bits) - 1;
        long half = 1L << bits - 1;
        int last = background.length;
        for (int i = 0, from = 0, to = offset; i < count; i++, from += last + 1, to += last) {
            long alpha = pixels[from + last];
            for (int c = 0; c < last; c++) {
                long sum = pixels[from + c] * alpha + background[c] * (max - alpha) + half;
                // the division by 2ⁿ − 1, exact for all sums up to its square
                colors[to + c] = (int) (sum + (sum >> bits) >> bits);
            }
        }
    }
}
