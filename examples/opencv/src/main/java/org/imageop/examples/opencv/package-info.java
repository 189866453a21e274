/** OpenCV's Mat as an image of the protocol: {@link org.imageop.Images} finds the adapter by itself. */
@NullMarked
package org.imageop.examples.opencv;

import org.jspecify.annotations.NullMarked;
