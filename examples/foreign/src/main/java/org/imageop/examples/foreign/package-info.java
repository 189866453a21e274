/** Libraries of C that work on the memory of Java's images, called through java.lang.foreign; nothing of theirs is shipped. */
@NullMarked
package org.imageop.examples.foreign;

import org.jspecify.annotations.NullMarked;
