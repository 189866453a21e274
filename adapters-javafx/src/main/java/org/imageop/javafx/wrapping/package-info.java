/** From JavaFX images to images of the protocol. */
@org.jspecify.annotations.NullMarked
package org.imageop.javafx.wrapping;
