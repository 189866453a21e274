/** Small programs that pass images on. */
@NullMarked
package org.imageop.examples;

import org.jspecify.annotations.NullMarked;
