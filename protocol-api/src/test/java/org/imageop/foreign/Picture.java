package org.imageop.foreign;

/** A foreign interface. */
public interface Picture {
    int width();

    byte[] grey();
}
