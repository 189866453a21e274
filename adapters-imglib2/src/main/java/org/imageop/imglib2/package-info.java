/**
 * {@code RandomAccessibleInterval} of ImgLib2 as an image of the protocol, and vice versa: {@link
 * org.imageop.imglib2.ImgLib2Images}.
 */
@org.jspecify.annotations.NullMarked
package org.imageop.imglib2;
