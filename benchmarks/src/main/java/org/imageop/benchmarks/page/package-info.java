/** Makes {@code docs/benchmarks.md} of what was measured. */
@NullMarked
package org.imageop.benchmarks.page;

import org.jspecify.annotations.NullMarked;
