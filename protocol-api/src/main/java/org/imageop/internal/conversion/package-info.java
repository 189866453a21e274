/** Conversion between modes and sizes, with direct copies where nothing is computed. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.conversion;
