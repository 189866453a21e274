/** The services through which {@link org.imageop.Images} knows the classes of AWT. */
@NullMarked
package org.imageop.awt.adapters;

import org.jspecify.annotations.NullMarked;
