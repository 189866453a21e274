/** Rows, conversion and resampling. Not exported: everything here may change at any time. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal;
