/** AWT images as images of the protocol. */
@NullMarked
package org.imageop.awt;

import org.jspecify.annotations.NullMarked;
