/** Pixel types of ImgLib2 and the modes and samples that they are. */
@org.jspecify.annotations.NullMarked
package org.imageop.imglib2.pixels;
