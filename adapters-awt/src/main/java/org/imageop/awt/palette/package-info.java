/** Indexed rasters: colours looked up and found again. */
@NullMarked
package org.imageop.awt.palette;

import org.jspecify.annotations.NullMarked;
