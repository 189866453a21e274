/** The service through which {@link org.imageop.Images} knows the images of ImgLib2. */
@org.jspecify.annotations.NullMarked
package org.imageop.imglib2.adapters;
