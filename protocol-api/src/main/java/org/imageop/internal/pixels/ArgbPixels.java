package org.imageop.internal.pixels;

import org.imageop.ArgbRows;

/**
 * Pixels that somebody else hands out as ints, to be read alone.
 *
 * @param rows gives the ints
 * @param components of a pixel: 1 to 4
 */
public record ArgbPixels(ArgbRows rows, int components) implements PixelRuns {
    private static final int BLUE = 0;
    private static final int ALPHA = 24;

    @Override
    public int shift(int component) {
        boolean grey = components < 3;
        if (component == (grey ? 1 : 3)) {
            return ALPHA;
        }
        return grey ? BLUE : Byte.SIZE * (2 - component);
    }

    @Override
    public void load(int x, int y, int count, int[] out, int at) {
        rows.readArgb(x, y, count, out, at);
    }
}
