/** Mats of OpenCV's own Java classes as images of the protocol, and vice versa: {@link org.imageop.opencv.OpenCvImages}. */
@org.jspecify.annotations.NullMarked
package org.imageop.opencv;
