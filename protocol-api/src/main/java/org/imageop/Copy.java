package org.imageop;

/**
 * Whether the pixels may be copied when an image is transferred. The three values mean what {@code copy=False},
 * {@code None} and {@code True} mean in Python's array API.
 */
public enum Copy {
    /** Share memory, or throw a {@link CopyRequiredException} that gives the reason why it cannot be shared. */
    NEVER,
    /** Share memory where that is possible, copy where it is not; {@link Transfer} reports which it was. */
    IF_NEEDED,
    /** Always make an independent copy. */
    ALWAYS
}
