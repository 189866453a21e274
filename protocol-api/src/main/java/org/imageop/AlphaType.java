package org.imageop;

/** How the colours of a pixel relate to its alpha in memory. The protocol itself always uses straight colours. */
public enum AlphaType {
    /** The mode has no alpha. */
    OPAQUE,
    /** Colours are stored as they are, whatever alpha is. */
    STRAIGHT,
    /**
     * Colours are stored multiplied by alpha. They are read divided by it and written multiplied by it,
     * rounded to nearest as AWT and JavaFX do. Where alpha is 0 no colour can be kept.
     */
    PREMULTIPLIED
}
