/** The words for how components follow one another in memory. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.arrangement;
