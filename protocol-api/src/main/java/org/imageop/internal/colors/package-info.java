/** Arithmetic on rows of samples and numbers: premultiplying, grey, luma and chroma, inks, depth. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.colors;
