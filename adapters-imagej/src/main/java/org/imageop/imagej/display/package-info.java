/** How ImageJ shows numbers: look-up tables, display ranges, composites. */
@org.jspecify.annotations.NullMarked
package org.imageop.imagej.display;
