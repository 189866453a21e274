/** {@code imageop convert} and {@code buffer}: one image or a folder, read, edited and written. */
@NullMarked
package org.imageop.cli.convert;

import org.jspecify.annotations.NullMarked;
