/** Images of the protocol as ImgLib2 images that ask them for each pixel. */
@org.jspecify.annotations.NullMarked
package org.imageop.imglib2.live;
