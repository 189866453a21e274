/** Images of the protocol as images of AWT: shared, copied, or live. */
@org.jspecify.annotations.NullMarked
package org.imageop.awt.exporting;
