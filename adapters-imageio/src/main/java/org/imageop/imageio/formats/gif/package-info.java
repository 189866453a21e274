/** GIF and its animations. */
@NullMarked
package org.imageop.imageio.formats.gif;

import org.jspecify.annotations.NullMarked;
