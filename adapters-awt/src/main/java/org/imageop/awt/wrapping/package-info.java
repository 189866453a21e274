/** Images of AWT as images of the protocol. */
@NullMarked
package org.imageop.awt.wrapping;

import org.jspecify.annotations.NullMarked;
