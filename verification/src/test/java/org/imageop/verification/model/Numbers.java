package org.imageop.verification.model;

import org.imageop.Plane;

/**
 * Numbers of a range, and the samples that they are, written a second time (L-8, L-22).
 *
 * @param min the number that is 0
 * @param max the number that is a mode's largest value
 * @param signed whether they have a sign
 */
public record Numbers(double min, double max, boolean signed) {
    public Plane.Range range() {
        return new Plane.Range(min, max);
    }

    /** The sample that a number is. */
    public int sample(double number, long largest) {
        double position = Math.max(0, Math.min(1, (number - min) / (max - min)));
        return (int) Math.round(position * largest);
    }

    /** The number that a sample is. */
    public double number(int sample, long largest) {
        return min + (sample & largest) / (double) largest * (max - min);
    }
}
