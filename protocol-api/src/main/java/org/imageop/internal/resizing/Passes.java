package org.imageop.internal.resizing;

/**
 * The arithmetic of one band of a convolution, on rows of a type of its own: 22-bit fixed point for 8-bit samples, double for wider
 * ones. Each pass rounds and clips to the sample's range.
 *
 * @param <R> a row of samples, or of sums
 */
interface Passes<R> {
    /** How many rows are added at once, which saves most of the way to memory and back. */
    int ROWS = 4;

    /** A new row of zeros. */
    R row(int samples);

    /** Places for rows. */
    R[] rows(int count);

    /** Takes in a row of the source. */
    void load(int s, R row);

    /** Resizes two rows of the source at once, which may be the same. */
    void across(int s, int t, R upper, R lower);

    /** Resizes a row that is not the source's. */
    void across(R row, R out);

    /** Begins sums. */
    void clear(R sums);

    /**
     * Adds neighbouring rows to the sums of a window.
     *
     * @param rows {@link #ROWS} rows
     * @param weights of each row; 0 for those that are not in the window
     */
    void add(R[] rows, Weights weights, R sums);

    /** Rounds and clips sums to samples, in place. */
    void finish(R sums);

    /** The samples of a row: itself, or an array of this object. */
    int[] samples(R row);
}
