/** What an ImagePlus says of its pixels, as info. */
@org.jspecify.annotations.NullMarked
package org.imageop.imagej.metadata;
