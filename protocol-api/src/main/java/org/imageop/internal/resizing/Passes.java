package org.imageop.internal.resizing;

/**
 * The arithmetic of a convolution, on rows of a type of its own: 22-bit fixed point for 8-bit components, double for wider
 * ones. Each pass rounds and clips to the range of the samples.
 *
 * @param <R> a row of samples, or of sums
 */
interface Passes<R> {
    /** How many rows are added at once, which saves most of the way to memory and back. */
    int ROWS = 4;

    /** New rows. */
    R[] rows(int count);

    /** Takes in a row, as a {@link RowSource} has it. */
    void load(int[] in, R row);

    /** Begins sums. */
    void clear(R sums);

    /**
     * Adds neighbouring rows to the sums of a window.
     *
     * @param rows {@link #ROWS} rows
     * @param weights of each row; 0 for those that are not in the window
     */
    void add(R[] rows, Weights weights, R sums);

    /**
     * Rounds and clips sums to samples.
     *
     * @return the row, as a {@link RowSource} has it; good until the next call
     */
    int[] finish(R sums);
}
