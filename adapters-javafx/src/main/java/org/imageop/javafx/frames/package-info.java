/** Frames on their way from a drawing thread to a showing one. */
@org.jspecify.annotations.NullMarked
package org.imageop.javafx.frames;
