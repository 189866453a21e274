package org.imageop.cli.compare;

/** Thrown when an image did not arrive as it was sent; the message says what differs. */
public final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A mismatch. */
    public Mismatch(String message) {
        super(message);
    }
}
