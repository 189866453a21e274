/**
 * Image classes of one's own, each by another way into the protocol: {@link org.imageop.examples.own.Bitmap} by a layout, {@link
 * org.imageop.examples.own.RowArrays} by a buffer of its own, {@link org.imageop.examples.own.Difference} by rows that are
 * computed, {@link org.imageop.examples.own.HeightMap} by an image that it provides, as its methods have names of the protocol's.
 */
@NullMarked
package org.imageop.examples.own;

import org.jspecify.annotations.NullMarked;
