/** Files that are written: whole or not at all. */
@NullMarked
package org.imageop.imageio.files;

import org.jspecify.annotations.NullMarked;
