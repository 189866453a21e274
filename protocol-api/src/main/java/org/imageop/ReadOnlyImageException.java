package org.imageop;

import java.nio.ReadOnlyBufferException;

/**
 * Thrown when pixels are written that cannot be; a {@link ReadOnlyBufferException} with the reason. The library's own
 * messages end with their place in {@code docs/reference/errors.md} (E-2).
 */
public class ReadOnlyImageException extends ReadOnlyBufferException {
    private static final long serialVersionUID = 1L;

    /** Names what cannot be written, and what to do instead. */
    private final String message;

    /**
     * Reports what is read-only.
     *
     * @param message what cannot be written, and what to do instead
     */
    public ReadOnlyImageException(String message) {
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
