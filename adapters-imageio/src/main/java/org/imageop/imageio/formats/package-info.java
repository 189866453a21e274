/** All formats. A new one is added here. */
@NullMarked
package org.imageop.imageio.formats;

import org.jspecify.annotations.NullMarked;
