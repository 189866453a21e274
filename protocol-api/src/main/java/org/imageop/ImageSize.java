package org.imageop;

/**
 * Placeholder.
 *
 * @param width the number of columns
 * @param height the number of lines
 */
public record ImageSize(int width, int height) {}
