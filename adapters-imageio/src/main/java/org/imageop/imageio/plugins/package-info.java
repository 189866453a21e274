/** The readers and writers of ImageIO, found and called with care. */
@NullMarked
package org.imageop.imageio.plugins;

import org.jspecify.annotations.NullMarked;
