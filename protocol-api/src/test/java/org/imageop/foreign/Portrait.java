package org.imageop.foreign;

/** A foreign subclass without an adapter of its own. */
public class Portrait extends Photo {
    public Portrait(int width, byte[] grey) {
        super(width, grey);
    }
}
