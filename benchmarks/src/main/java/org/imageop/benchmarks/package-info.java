/** JMH benchmarks. */
@NullMarked
package org.imageop.benchmarks;

import org.jspecify.annotations.NullMarked;
