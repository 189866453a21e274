package org.imageop.internal.rows;

import org.imageop.ImageSize;
import org.imageop.Mode;

/** The way over all samples of an image in runs within a row, so that memory stays small however long rows are. */
public final class Runs {
    /** In pixels; long enough that the cost of a call does not matter. */
    public static final int LONGEST = 1 << 16;

    private Runs() {}

    /** Does something with the pixels of a run, in planar modes with the samples of one plane. */
    public interface Visitor {
        /** Whether to go on. */
        boolean run(int plane, int x, int y, int count);
    }

    /** Components that lie side by side: one in planar modes. */
    public static int components(Mode mode) {
        return mode.planar() ? 1 : mode.components();
    }

    /** An array for the samples of the longest run. */
    public static int[] array(Mode mode, ImageSize size) {
        return new int[Math.min(size.width(), LONGEST) * components(mode)];
    }

    /**
     * Visits all planes, rows from the top, runs from the left. Stops when a visitor returns false, and then returns
     * false.
     */
    public static boolean all(Mode mode, ImageSize image, Visitor visitor) {
        int planes = mode.planar() ? mode.components() : 1;
        for (int plane = 0; plane < planes; plane++) {
            ImageSize size = mode.planeSize(plane, image.width(), image.height());
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0, count; x < size.width(); x += count) {
                    count = Math.min(LONGEST, size.width() - x);
                    if (!visitor.run(plane, x, y, count)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
