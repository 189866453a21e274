/** TIFF: samples of all kinds, pages, strips and tiles. */
@NullMarked
package org.imageop.imageio.formats.tiff;

import org.jspecify.annotations.NullMarked;
