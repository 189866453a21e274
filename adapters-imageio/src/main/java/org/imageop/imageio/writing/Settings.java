package org.imageop.imageio.writing;

import org.jspecify.annotations.Nullable;

/**
 * How an image is written.
 *
 * @param format a name in any case, or null to go by the suffix
 * @param quality of lossy formats, 0 to 1
 * @param colors how many colours it has at most; 0 for as many as the format holds
 * @param dither whether reduced colours are dithered
 * @param palette whether reduced colours may be a palette of the file
 */
public record Settings(@Nullable String format, double quality, int colors, boolean dither, boolean palette) {}
