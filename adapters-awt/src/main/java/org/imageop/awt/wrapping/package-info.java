/** Images of AWT as images of the protocol. */
@org.jspecify.annotations.NullMarked
package org.imageop.awt.wrapping;
