/**
 * Image classes that implement the protocol: {@link org.imageop.examples.own.Bitmap} by a layout, {@link
 * org.imageop.examples.own.RowArrays} by a buffer of its own, {@link org.imageop.examples.own.Difference} by rows that
 * are computed.
 */
@NullMarked
package org.imageop.examples.own;

import org.jspecify.annotations.NullMarked;
