/** Images as plugins give them and as plugins take them. */
@NullMarked
package org.imageop.imageio.pixels;

import org.jspecify.annotations.NullMarked;
