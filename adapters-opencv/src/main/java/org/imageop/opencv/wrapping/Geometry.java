package org.imageop.opencv.wrapping;

import org.imageop.UnsupportedImageException;
import org.imageop.opencv.elements.Subject;

/** Checks of sides. */
final class Geometry {
    private Geometry() {}

    /** Refuses what has no columns and rows. */
    static void check(Subject subject, int dimensions, int width, int height) {
        if (dimensions > 2) {
            throw new UnsupportedImageException(subject + " of " + dimensions
                    + " dimensions has no columns and rows; reshape it to two dimensions with reshape, or take one plane"
                    + " of it [errors.md#number-of-dimensions]");
        }
        if (width < 1 || height < 1) {
            throw new UnsupportedImageException(subject + " of " + width + "×" + height
                    + " pixels is empty, and an image has at least one pixel [errors.md#no-pixels]");
        }
    }
}
