package org.imageop.imageio.codec;

import java.io.IOException;

/**
 * Thrown when a format cannot hold an image, or cannot be written at all. The message gives the reason, advice and the
 * anchor; the facade adds the file and throws it as what users catch.
 */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Gives the reason as a clause, the advice and the anchor. */
    public RefusedException(String reason) {
        super(reason);
    }

    /** Gives also what a plugin reported. */
    public RefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
