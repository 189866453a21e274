package org.imageop;

/**
 * The convolution kernel of a resize. All but {@link #NEAREST} widen when shrinking, so that every source pixel
 * counts (C-6); names and values are Pillow's (SPEC.md C.1).
 */
public enum Filter {
    /** The nearest source pixel; makes no new values, and skips pixels when shrinking (C-7). */
    NEAREST,
    /** The mean of the source pixels covered. */
    BOX,
    /** A triangle of radius 1: linear interpolation when enlarging. */
    BILINEAR,
    /** A Hamming-windowed sinc of radius 1: sharper than bilinear, no halos as with Lanczos. */
    HAMMING,
    /** A cubic of radius 2 with a = −0.5; the default to enlarge. */
    BICUBIC,
    /** A Lanczos-windowed sinc of radius 3; the default to shrink. */
    LANCZOS
}
