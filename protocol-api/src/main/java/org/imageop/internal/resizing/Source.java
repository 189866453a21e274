package org.imageop.internal.resizing;

import org.imageop.internal.rows.ByteLines;
import org.jspecify.annotations.Nullable;

/**
 * What one band of a convolution reads.
 *
 * @param rows all rows; bands have sources of their own
 * @param bytes the same rows as bytes, if they lie so
 * @param components of a pixel
 * @param length of a row, in samples
 * @param height how many rows there are
 * @param weighted whether colours are to be multiplied by alpha, the last component, first
 */
record Source(RowSource rows, @Nullable ByteLines bytes, int components, int length, int height, boolean weighted) {}
