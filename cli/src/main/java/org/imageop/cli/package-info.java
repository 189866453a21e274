/** The {@code imageop} command: {@link org.imageop.cli.Main} lists its commands, and each has a room below. */
@NullMarked
package org.imageop.cli;

import org.jspecify.annotations.NullMarked;
