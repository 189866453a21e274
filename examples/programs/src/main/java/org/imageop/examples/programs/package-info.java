/** Small programs that pass images on. */
@NullMarked
package org.imageop.examples.programs;

import org.jspecify.annotations.NullMarked;
