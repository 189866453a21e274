/** From images of the protocol to images of ImgLib2. */
@org.jspecify.annotations.NullMarked
package org.imageop.imglib2.exporting;
