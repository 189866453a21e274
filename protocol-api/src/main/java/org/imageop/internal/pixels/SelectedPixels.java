package org.imageop.internal.pixels;

import org.imageop.Slice;

/**
 * Neighbouring columns of selected rows of other pixels.
 *
 * @param pixels all pixels
 * @param columns selected with a step of 1
 * @param rows selected with any step
 */
public record SelectedPixels(PixelRuns pixels, Slice.Selection columns, Slice.Selection rows) implements PixelRuns {

    @Override
    public int shift(int component) {
        return pixels.shift(component);
    }

    @Override
    public void load(int x, int y, int count, int[] out, int at) {
        pixels.load((int) columns.at(x), (int) rows.at(y), count, out, at);
    }
}
