/** A class of somebody else's library, and its adapter: {@link org.imageop.Images} finds it by itself. */
@NullMarked
package org.imageop.examples.own.scanner;

import org.jspecify.annotations.NullMarked;
