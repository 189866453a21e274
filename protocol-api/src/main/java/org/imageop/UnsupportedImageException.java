package org.imageop;

/**
 * Thrown when an object is not an image that can be accepted, or an image cannot become what was asked for. The message
 * states what to do; the library's own messages end with their place in {@code docs/reference/errors.md} (E-2).
 */
public class UnsupportedImageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports what is not supported.
     *
     * @param message what was given, what is supported, and what to do about it
     */
    public UnsupportedImageException(String message) {
        super(message);
    }

    /**
     * Says what is not supported and what led to it.
     *
     * @param message what was given, what is supported, and what to do about it
     * @param cause what led to it
     */
    public UnsupportedImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
