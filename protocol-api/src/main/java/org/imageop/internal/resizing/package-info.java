/** Resizing as a separable convolution, row by row. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.resizing;
