/** Image files and their metadata. */
@NullMarked
package org.imageop.imageio;

import org.jspecify.annotations.NullMarked;
