/** Memory that JavaFX and the protocol share: which layouts are PixelBuffers, what is on which, and what is to be redrawn. */
@org.jspecify.annotations.NullMarked
package org.imageop.javafx.buffers;
