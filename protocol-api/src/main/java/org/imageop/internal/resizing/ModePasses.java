package org.imageop.internal.resizing;

import org.imageop.Mode;
import org.imageop.internal.colors.Premultiplication;
import org.imageop.internal.rows.RowLength;
import org.imageop.internal.rows.Runs;

/** The passes over the rows of a mode, or of its planes: of 8-bit components in whole pixels, of wider ones by samples. */
record ModePasses(Mode mode) {

    private int components() {
        return Runs.components(mode);
    }

    private boolean pixels() {
        return RowSource.pixels(mode);
    }

    /** Whether colours are weighed by the last component. */
    private boolean alpha() {
        return mode.hasAlpha();
    }

    private int bits() {
        return mode.bitsPerComponent();
    }

    /** The ints of a pixel in a {@link RowSource}. */
    int perPixel() {
        return pixels() ? 1 : components();
    }

    /** The bytes of a pixel in an int: alpha is always in the highest. */
    private int bytes() {
        return components() == 2 ? Integer.BYTES : components();
    }

    RowSource across(RowSource rows, int width, Axis axis, int start, int end) {
        return pixels()
                ? new Turning(rows, bytes(), width, axis, start, end)
                : new DoubleAcross(rows, components(), bits(), RowLength.of(width, components()), axis, end);
    }

    RowSource down(RowSource rows, int width, int height, Axis axis, int start, int end) {
        return pixels()
                ? new Resampling<>(new PixelPasses(bytes(), width), rows, height, axis, start, end)
                : new Resampling<>(
                        new DoublePasses(bits(), RowLength.of(width, components())), rows, height, axis, start, end);
    }

    /** Colours multiplied by alpha, if there is one. */
    RowSource weighted(RowSource rows, int width) {
        if (!alpha()) {
            return rows;
        }
        return y -> {
            int[] row = rows.row(y);
            if (pixels()) {
                Premultiplication.multiply(row, 0, width);
            } else {
                Premultiplication.multiply(row, 0, width, components(), bits());
            }
            return row;
        };
    }

    /** Colours divided by alpha again, as Pillow does it. */
    RowSource unweighted(RowSource rows, int width) {
        if (!alpha()) {
            return rows;
        }
        return y -> {
            int[] row = rows.row(y);
            if (pixels()) {
                Premultiplication.divideTruncating(row, width);
            } else {
                Premultiplication.divideTruncating(row, 0, width, components(), bits());
            }
            return row;
        };
    }
}
