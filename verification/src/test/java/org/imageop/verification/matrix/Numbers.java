package org.imageop.verification.matrix;

import org.imageop.Mode;
import org.imageop.Plane;

/**
 * Numbers of a range, and the samples that they are.
 *
 * @param min the number that is 0
 * @param max the number that is a mode's largest value
 * @param signed whether they have a sign
 */
record Numbers(double min, double max, boolean signed) {
    Plane.Range range() {
        return new Plane.Range(min, max);
    }

    int sample(double number, Mode mode) {
        double position = Math.max(0, Math.min(1, (number - min) / (max - min)));
        return (int) Math.round(position * mode.maxValue());
    }

    double number(int sample, Mode mode) {
        return min + (sample & mode.maxValue()) * (max - min) / mode.maxValue();
    }
}
