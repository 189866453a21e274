/** Which dimension is what, and where the pixels of a view are in the image below it. */
@org.jspecify.annotations.NullMarked
package org.imageop.imglib2.geometry;
