/** {@code imageop show} and {@code live}: one canvas in a window of Swing, JavaFX or both. */
@NullMarked
package org.imageop.cli.window;

import org.jspecify.annotations.NullMarked;
