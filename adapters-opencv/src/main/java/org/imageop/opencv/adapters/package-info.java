/** The services through which {@link org.imageop.Images} knows Mats and Frames. Each works without the libraries of the others. */
@org.jspecify.annotations.NullMarked
package org.imageop.opencv.adapters;
