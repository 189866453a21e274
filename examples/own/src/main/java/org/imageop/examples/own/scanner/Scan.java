package org.imageop.examples.own.scanner;

/**
 * What a scanner's library might return. It stands for a class that you cannot change.
 *
 * @param width the width in pixels
 * @param height the height in pixels
 * @param pixels an array of all pixels, from the top: grey bytes, grey shorts, RGB ints, or bytes from white to black
 * @param negative whether 0 is white
 */
public record Scan(int width, int height, Object pixels, boolean negative) {}
