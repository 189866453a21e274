/** What commands share: their base class, how arguments are written, and guesses at mistyped words. */
@NullMarked
package org.imageop.cli.command;

import org.jspecify.annotations.NullMarked;
