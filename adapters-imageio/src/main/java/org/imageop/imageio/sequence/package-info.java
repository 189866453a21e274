/** Several images in one file: where they lie, and what an animation shows. */
@NullMarked
package org.imageop.imageio.sequence;

import org.jspecify.annotations.NullMarked;
