package org.imageop.imagej.pixels;

import org.imageop.ArgbRows;
import org.imageop.ImagePalette;
import org.imageop.imagej.display.ColorTable;
import org.imageop.spi.Argb;

/** The colours of bytes in a look-up table. A colour is written as the first step that has it, else as that of the nearest colour. */
public final class TableRows extends ArrayRows implements ArgbRows {
    private final byte[] bytes;
    private final ColorTable table;
    private final ImagePalette palette;

    /** The colours of an array of bytes. */
    public TableRows(PixelArray pixels, ColorTable table) {
        super(pixels);
        this.bytes = (byte[]) pixels.elements();
        this.table = table;
        this.palette = table.palette();
    }

    @Override
    public void readArgb(int x, int y, int count, int[] argb, int offset) {
        int at = index(x, y);
        for (int i = 0; i < count; i++) {
            argb[offset + i] = table.argb(bytes[at + i] & 0xff);
        }
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] argb = new int[count];
        readArgb(x, y, count, argb, 0);
        Argb.unpack(argb, palette.mode().components(), samples, offset, count);
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        int at = index(x, y);
        int[] steps = new int[count];
        palette.nearest(samples, offset, steps, count);
        for (int i = 0; i < count; i++) {
            bytes[at + i] = (byte) steps[i];
        }
    }
}
