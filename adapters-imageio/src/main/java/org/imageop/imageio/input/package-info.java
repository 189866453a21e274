/** A file that is read: as bytes at any position, and as the stream that readers want. */
@NullMarked
package org.imageop.imageio.input;

import org.jspecify.annotations.NullMarked;
