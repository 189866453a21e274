/** What the samples of a raster are: components in bands, and where they lie in memory. */
@org.jspecify.annotations.NullMarked
package org.imageop.awt.raster;
