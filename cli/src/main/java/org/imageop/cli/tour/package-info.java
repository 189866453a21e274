/** {@code imageop tour}: images pass from library to library, and each step is checked. */
@NullMarked
package org.imageop.cli.tour;

import org.jspecify.annotations.NullMarked;
