/** From images of the protocol to Mats and Frames: on the same memory, or copies. */
@org.jspecify.annotations.NullMarked
package org.imageop.opencv.exporting;
