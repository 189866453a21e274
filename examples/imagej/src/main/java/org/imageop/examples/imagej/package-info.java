/** ImageJ's ImageProcessor as an image of the protocol: {@link org.imageop.Images} finds the adapter by itself. */
@NullMarked
package org.imageop.examples.imagej;

import org.jspecify.annotations.NullMarked;
