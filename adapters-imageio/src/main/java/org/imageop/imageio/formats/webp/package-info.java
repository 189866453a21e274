/** WebP and its animations. */
@NullMarked
package org.imageop.imageio.formats.webp;

import org.jspecify.annotations.NullMarked;
