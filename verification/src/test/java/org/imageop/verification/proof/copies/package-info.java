/** Copies of the library with one mistake each, for what its final classes do. */
@org.jspecify.annotations.NullMarked
package org.imageop.verification.proof.copies;
