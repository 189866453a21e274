package org.imageop.internal.resizing;

/**
 * The arithmetic of a resampling pass on rows of a type of its own: 22-bit fixed point for 8-bit samples, double
 * for wider ones. Each pass rounds and clips to the sample's range.
 *
 * @param <R> a row of samples, or of sums
 */
interface Passes<R> {
    /** A new row of zeros. */
    R row(int samples);

    /** Takes samples in. */
    void load(int[] samples, R row);

    /** Gives samples out. */
    void store(R row, int[] samples);

    /** Resizes a row; {@code out} has as many pixels as the axis has windows. */
    void across(R in, Axis axis, int components, R out);

    /** Begins sums. */
    void clear(R sums);

    /** Adds a row times the k-th weight of the axis. */
    void add(R row, Axis axis, int k, R sums);

    /** Rounds and clips sums to samples, in place. */
    void finish(R sums);
}
