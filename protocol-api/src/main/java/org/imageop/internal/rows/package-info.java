/** The rows of images: over memory, checked at the border, and the ways over all of them. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.rows;
