package org.imageop;

/**
 * Thrown under {@link Copy#NEVER} when memory cannot be shared; the message gives the reason. The library's own
 * messages end with their place in {@code docs/reference/errors.md} (E-2).
 */
public class CopyRequiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports why a copy would be needed.
     *
     * @param message what was asked, why the memory cannot be shared, and what would help
     */
    public CopyRequiredException(String message) {
        super(message);
    }
}
