/** The colour spaces and models that AWT gets with components that it has none for. */
@org.jspecify.annotations.NullMarked
package org.imageop.awt.color;
