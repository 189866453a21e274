/** The canonical bytes of an image over its rows, and rows over bytes. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.buffer;
