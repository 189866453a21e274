package org.imageop.cli.compare;

import java.util.Arrays;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.SampleRows;

/** Compares an image, sample by sample, with another reading of its pixels. */
public final class PixelComparison {
    private PixelComparison() {}

    /** Another reading: the samples of a row, the components of a pixel side by side. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Reads a row.
         *
         * @param y the row
         * @param samples where they go
         */
        void read(int y, int[] samples);
    }

    /** Whether all samples are equal. */
    public static boolean test(ImageLike image, Rows other) {
        return firstDifference(image, other).isEmpty();
    }

    /**
     * Checks that all samples are equal.
     *
     * @throws Mismatch if one is not; the message names the first
     */
    public static void check(ImageLike image, Rows other) {
        String difference = firstDifference(image, other);
        if (!difference.isEmpty()) {
            throw new Mismatch(difference);
        }
    }

    private static String firstDifference(ImageLike image, Rows other) {
        int width = image.width();
        int components = image.components();
        SampleRows rows = Images.rows(image);
        int[] expected = new int[Math.multiplyExact(width, components)];
        int[] found = new int[expected.length];
        for (int y = 0; y < image.height(); y++) {
            rows.read(0, y, width, expected, 0);
            other.read(y, found);
            int i = Arrays.mismatch(expected, found);
            if (i >= 0) {
                return "the pixels differ, first at (" + i / components + ", " + y + "): "
                        + image.componentNames().get(i % components) + " is " + Integer.toUnsignedString(expected[i])
                        + " on one side, " + Integer.toUnsignedString(found[i]) + " on the other";
            }
        }
        return "";
    }
}
