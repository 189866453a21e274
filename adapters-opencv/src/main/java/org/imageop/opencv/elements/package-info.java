/** What the elements of a Mat or Frame are, whatever class it is of: depths, channels, ranges, rows. */
@org.jspecify.annotations.NullMarked
package org.imageop.opencv.elements;
