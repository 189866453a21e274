package org.imageop.imagej.pixels;

/** Shorts that are shown from white to black: 0 is white. */
public final class InvertedRows extends ArrayRows {
    private static final int WHITE = 0xffff;

    private final short[] shorts;

    /** The light of an array of shorts. */
    public InvertedRows(PixelArray pixels) {
        super(pixels);
        this.shorts = (short[]) pixels.elements();
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int at = index(x, y);
        for (int i = 0; i < count; i++) {
            samples[offset + i] = ~shorts[at + i] & WHITE;
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        int at = index(x, y);
        for (int i = 0; i < count; i++) {
            shorts[at + i] = (short) ~samples[offset + i];
        }
    }
}
