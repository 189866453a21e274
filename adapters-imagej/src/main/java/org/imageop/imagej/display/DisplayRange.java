package org.imageop.imagej.display;

import ij.process.ImageProcessor;
import org.imageop.Plane;

/** The numbers that ImageJ shows black and white, as a range of numbers. */
public final class DisplayRange {
    private static final Plane.Range UNKNOWN = new Plane.Range(0, 1);

    private DisplayRange() {}

    /** The range of a processor. Where nobody has set it, ImageJ looks for the smallest and the largest of all numbers. */
    public static Plane.Range of(ImageProcessor processor) {
        return of(processor.getMin(), processor.getMax());
    }

    /**
     * A range that ImageJ has. Where black and white are one number, that is black, as ImageJ shows it, and white lies above
     * it; where they are not numbers, or infinite, 0 is black and 1 is white.
     */
    public static Plane.Range of(double min, double max) {
        if (min < max && Double.isFinite(max - min)) {
            return new Plane.Range(min, max);
        }
        if (!Double.isFinite(min)) {
            return UNKNOWN;
        }
        // far enough for floats to tell 65536 steps apart
        return new Plane.Range(min, min + Math.max(1, 0x1p16 * Math.ulp((float) min)));
    }
}
