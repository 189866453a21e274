/** JPEG, and the images behind the first in MPO files. */
@NullMarked
package org.imageop.imageio.formats.jpeg;

import org.jspecify.annotations.NullMarked;
