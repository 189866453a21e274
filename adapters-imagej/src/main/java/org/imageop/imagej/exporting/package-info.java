/** Images of the protocol as images of ImageJ. */
@org.jspecify.annotations.NullMarked
package org.imageop.imagej.exporting;
