package org.imageop.imglib2;

/**
 * Thrown when pixels are read that ImgLib2 says are not valid yet, because a volatile image is still loading
 * them. Reading again later may succeed; reading the image itself instead of its volatile view waits. The message ends
 * with its place in {@code docs/reference/errors.md}.
 */
public class PixelsNotLoadedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Says which pixels are missing.
     *
     * @param message where they are, and what to do about it
     */
    public PixelsNotLoadedException(String message) {
        super(message);
    }
}
