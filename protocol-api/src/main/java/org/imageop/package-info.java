/** The image protocol. */
@NullMarked
package org.imageop;

import org.jspecify.annotations.NullMarked;
