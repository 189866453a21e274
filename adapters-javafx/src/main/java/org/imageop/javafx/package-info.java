/**
 * JavaFX images as images of the protocol, and vice versa.
 *
 * <p>{@link org.imageop.javafx.FxImages} is the way in, {@link org.imageop.javafx.SwapChain} shows what another thread
 * draws. JavaFX itself is not among this module's dependencies: code that has JavaFX images has JavaFX, 21 or newer.
 */
@NullMarked
package org.imageop.javafx;

import org.jspecify.annotations.NullMarked;
