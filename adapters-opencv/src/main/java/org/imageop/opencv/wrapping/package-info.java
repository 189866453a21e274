/** From Mats and Frames to images of the protocol. */
@org.jspecify.annotations.NullMarked
package org.imageop.opencv.wrapping;
