/** A class for each file format: all that is peculiar to it, and nothing that is not. */
@NullMarked
package org.imageop.imageio.codecs;

import org.jspecify.annotations.NullMarked;
