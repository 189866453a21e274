package org.imageop.internal.views;

import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.internal.checks.Checks;

/** Checks of what a view selects, and its translation to the planes of planar modes. */
public final class Selections {
    private Selections() {}

    /** Refuses a rectangle that is not within an image. */
    public static void checkRectangle(Mode mode, ImageSize size, int x, int y, int width, int height) {
        if (x < 0
                || y < 0
                || width < 0
                || height < 0
                || (long) x + width > size.width()
                || (long) y + height > size.height()) {
            throw new IndexOutOfBoundsException("A rectangle of " + width + "×" + height + " at (" + x + ", " + y
                    + ") is not within a " + Checks.describe(mode, size) + " [errors.md#rectangle-outside]");
        }
    }

    /** Refuses to select nothing (AMB-3). */
    public static void checkNotEmpty(Mode mode, ImageSize size, Slice columns, Slice rows) {
        if (columns.on(size.width()).count() == 0 || rows.on(size.height()).count() == 0) {
            throw new IllegalArgumentException(
                    "[" + columns + ", " + rows + "] selects nothing of a " + Checks.describe(mode, size)
                            + ", and an image has at least one pixel [errors.md#empty-selection]");
        }
    }

    /** The part of a selection of pixels that is a selection on the axis of a subsampled plane. */
    public static Slice.Selection onPlane(Mode mode, Slice.Selection s, int divisor) {
        // the step of a single position does not matter and may be huge
        long step = s.count() == 1 ? 1 : s.step();
        boolean whole = s.count() % divisor == 0
                && (step == 1 ? s.first() % divisor == 0 : step == -1 && (s.first() + 1) % divisor == 0);
        if (divisor > 1 && !whole) {
            throw new IllegalArgumentException("A view of " + mode + " must keep its 2×2 groups of pixels whole: even"
                    + " edges and steps of 1 or -1, not " + s.count() + " pixels from " + s.first() + " on in steps"
                    + " of " + s.step()
                    + "; convert to RGB first [errors.md#planar-view]");
        }
        return new Slice.Selection(s.first() / divisor, s.count() / divisor, step);
    }
}
