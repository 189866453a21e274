/** Images of ImageJ as images of the protocol. */
@org.jspecify.annotations.NullMarked
package org.imageop.imagej.wrapping;
