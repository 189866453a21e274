/** Files as the disk sees them: whole or not there. */
@NullMarked
package org.imageop.imageio.files;

import org.jspecify.annotations.NullMarked;
