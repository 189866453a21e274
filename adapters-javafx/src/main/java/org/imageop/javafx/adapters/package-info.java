/** The services through which {@link org.imageop.Images} knows the classes of JavaFX. */
@org.jspecify.annotations.NullMarked
package org.imageop.javafx.adapters;
