/** Files as bytes: read at any place, written whole or not at all. */
@NullMarked
package org.imageop.imageio.files;

import org.jspecify.annotations.NullMarked;
