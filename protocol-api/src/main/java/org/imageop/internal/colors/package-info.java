/** Arithmetic on rows of ints: premultiplying, grey, luma and chroma, inks, depth. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.colors;
