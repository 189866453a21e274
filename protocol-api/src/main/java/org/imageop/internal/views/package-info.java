/** Rows that are parts or turns of other rows. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.views;
