/** Finds the adapter for an object or a class, and explains why there is none. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.lookup;
