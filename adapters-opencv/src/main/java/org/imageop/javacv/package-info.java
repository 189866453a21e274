/**
 * Mats of Bytedeco's OpenCV and Frames of JavaCV as images of the protocol, and vice versa: {@link org.imageop.javacv.MatImages},
 * {@link org.imageop.javacv.FrameImages}.
 */
@org.jspecify.annotations.NullMarked
package org.imageop.javacv;
