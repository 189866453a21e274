/** The imageop command. */
@NullMarked
package org.imageop.cli;

import org.jspecify.annotations.NullMarked;
