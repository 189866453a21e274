/** The services through which {@link org.imageop.Images} knows the classes of AWT. */
@org.jspecify.annotations.NullMarked
package org.imageop.awt.adapters;
