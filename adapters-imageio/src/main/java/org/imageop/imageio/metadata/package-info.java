/** Metadata of files, looked up in the bytes themselves. */
@NullMarked
package org.imageop.imageio.metadata;

import org.jspecify.annotations.NullMarked;
