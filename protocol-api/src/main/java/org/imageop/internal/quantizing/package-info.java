/** The best few colours for an image, and the pixels that show it in them. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.quantizing;
