/** What files say of their frames. */
@NullMarked
package org.imageop.imageio.frames;

import org.jspecify.annotations.NullMarked;
