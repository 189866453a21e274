/** Files with random damage, and what must not come of them. */
@NullMarked
package org.imageop.verification.fuzz;

import org.jspecify.annotations.NullMarked;
