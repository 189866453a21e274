/** The services through which {@link org.imageop.Images} knows the classes of ImageJ. */
@org.jspecify.annotations.NullMarked
package org.imageop.imagej.adapters;
