/** The arrays of processors, and what their elements are. */
@org.jspecify.annotations.NullMarked
package org.imageop.imagej.pixels;
