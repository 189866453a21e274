package org.imageop.cli.compare;

/** Thrown when a pixel that arrived differs from the pixel that was sent; the message names both. */
public final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A mismatch. */
    public Mismatch(String message) {
        super(message);
    }
}
