/** Copies of images in the one form that JavaFX draws fastest: premultiplied ARGB ints. */
@org.jspecify.annotations.NullMarked
package org.imageop.javafx.exporting;
