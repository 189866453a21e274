/** Modes, sizes, slices, and the shape of the types. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.library.values;
