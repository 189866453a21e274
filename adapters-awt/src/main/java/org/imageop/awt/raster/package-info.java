/** What the samples of a raster are: components in bands, and where they lie in memory. */
@NullMarked
package org.imageop.awt.raster;

import org.jspecify.annotations.NullMarked;
