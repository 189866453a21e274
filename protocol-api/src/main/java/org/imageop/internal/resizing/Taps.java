package org.imageop.internal.resizing;

/**
 * The windows of an axis with as many weights each, so that the inmost loop needs no other end for each. Weights that are missing at
 * the borders are 0.
 *
 * @param first the first source position of each window
 * @param count of the weights of a window; a multiple of {@link #STEP}
 * @param weights in 22-bit fixed point, window after window
 */
record Taps(int[] first, int count, int[] weights) {
    /** How many weights are used in one go. */
    static final int STEP = 4;

    static Taps of(Axis axis) {
        int count = (axis.widest() + STEP - 1) / STEP * STEP;
        int windows = axis.first().length;
        int[] weights = new int[Math.multiplyExact(windows, count)];
        for (int i = 0; i < windows; i++) {
            System.arraycopy(axis.fixed(), axis.start()[i], weights, i * count, axis.count(i));
        }
        return new Taps(axis.first(), count, weights);
    }
}
