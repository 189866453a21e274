/** Formats whose peculiarities need a class or two. */
@NullMarked
package org.imageop.imageio.formats.others;

import org.jspecify.annotations.NullMarked;
