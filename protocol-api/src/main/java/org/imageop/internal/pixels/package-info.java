/** Pixels of 8-bit components in memory, each moved as one int: what most images are. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.pixels;
