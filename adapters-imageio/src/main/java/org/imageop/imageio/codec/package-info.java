/** What a file format is to the rest: names, plugins, what they hold, what is mended. */
@NullMarked
package org.imageop.imageio.codec;

import org.jspecify.annotations.NullMarked;
