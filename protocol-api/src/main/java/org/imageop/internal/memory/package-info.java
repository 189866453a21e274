/** Memory: fields of bits in buffers, single samples and runs of them. Knows no image. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.memory;
