/** From images of ImgLib2 to images of the protocol. */
@org.jspecify.annotations.NullMarked
package org.imageop.imglib2.wrapping;
