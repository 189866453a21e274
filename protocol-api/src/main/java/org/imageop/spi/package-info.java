/** What an adapter of a foreign image type implements. */
@NullMarked
package org.imageop.spi;

import org.jspecify.annotations.NullMarked;
