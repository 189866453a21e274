package org.imageop.imglib2.live;

import org.imageop.imglib2.geometry.Axes;

/**
 * Which coordinate of a live image is what.
 *
 * @param x the dimension of columns
 * @param y the dimension of rows
 * @param components the dimension of components, or {@link Axes#NONE}
 */
record PixelAxes(int x, int y, int components) {

    /** Columns and rows, in this order, around the components. */
    static PixelAxes around(int components) {
        return new PixelAxes(components == 0 ? 1 : 0, components == Axes.NONE || components == 2 ? 1 : 2, components);
    }

    int column(long[] position) {
        return (int) position[x];
    }

    int row(long[] position) {
        return (int) position[y];
    }

    int component(long[] position) {
        return components == Axes.NONE ? 0 : (int) position[components];
    }
}
