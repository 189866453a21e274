/** From an image to the bytes of a file, and what is lost on the way. */
@NullMarked
package org.imageop.imageio.writing;

import org.jspecify.annotations.NullMarked;
