/** Conversion and resampling; not exported. */
@NullMarked
package org.imageop.internal;

import org.jspecify.annotations.NullMarked;
