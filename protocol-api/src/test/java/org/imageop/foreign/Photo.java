package org.imageop.foreign;

/** A foreign class. */
public class Photo implements Picture {
    private final int width;
    private final byte[] grey;

    public Photo(int width, byte[] grey) {
        this.width = width;
        this.grey = grey;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public byte[] grey() {
        return grey;
    }
}
