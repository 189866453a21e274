/** Images of the protocol as images of AWT: shared, copied, or live. */
@NullMarked
package org.imageop.awt.exporting;

import org.jspecify.annotations.NullMarked;
