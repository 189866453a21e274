/** Tables of colours: entries found by their colour, and the texts that palettes are saved in. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.palette;
