package org.imageop.imglib2;

/**
 * Thrown when pixels are read that are not valid yet, because a volatile image is still loading them. Reading again later
 * may succeed; reading the image itself in place of its volatile view waits. The message ends with its place in {@code
 * docs/reference/errors.md}.
 */
public class PixelsNotLoadedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * A message on missing pixels.
     *
     * @param message where they are, and what to do about it
     */
    public PixelsNotLoadedException(String message) {
        super(message);
    }
}
