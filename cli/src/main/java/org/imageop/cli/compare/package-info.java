/** Witnesses of the tour: what each library itself reads from an image, and proofs of shared memory. */
@NullMarked
package org.imageop.cli.compare;

import org.jspecify.annotations.NullMarked;
