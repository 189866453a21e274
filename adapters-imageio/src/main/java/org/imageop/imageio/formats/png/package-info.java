/** PNG and its animations. */
@NullMarked
package org.imageop.imageio.formats.png;

import org.jspecify.annotations.NullMarked;
