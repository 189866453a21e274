package org.imageop.cli;

/** Thrown when an image did not arrive as it was sent; the message says what differs. */
final class HopFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HopFailure(String message) {
        super(message);
    }
}
