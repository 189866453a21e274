/** From a file to decoded frames, whatever plugins do. */
@NullMarked
package org.imageop.imageio.reading;

import org.jspecify.annotations.NullMarked;
