/** Operations on all samples of an image: copy, compare, map, fill; and access to the samples of any image. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.operations;
