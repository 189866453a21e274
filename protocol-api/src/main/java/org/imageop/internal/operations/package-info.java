/** What is done with all samples of an image: copy, compare, map, fill; and how any image is reached. */
@org.jspecify.annotations.NullMarked
package org.imageop.internal.operations;
