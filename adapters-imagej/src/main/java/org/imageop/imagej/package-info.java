/** {@code ImageProcessor} and {@code ImagePlus} of ImageJ as images of the protocol, and vice versa: {@link org.imageop.imagej.ImageJImages}. */
@org.jspecify.annotations.NullMarked
package org.imageop.imagej;
