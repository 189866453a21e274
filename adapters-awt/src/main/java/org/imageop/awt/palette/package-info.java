/** Indexed rasters: colours looked up and found again. */
@org.jspecify.annotations.NullMarked
package org.imageop.awt.palette;
