/** Palettes, and images of indices. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.library.palettes;
