/** The colour spaces and models that AWT gets with components that it has none for. */
@NullMarked
package org.imageop.awt.color;

import org.jspecify.annotations.NullMarked;
