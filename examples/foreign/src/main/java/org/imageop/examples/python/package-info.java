/** Python and NumPy in a process of Java's, on the memory of its images. */
@NullMarked
package org.imageop.examples.python;

import org.jspecify.annotations.NullMarked;
