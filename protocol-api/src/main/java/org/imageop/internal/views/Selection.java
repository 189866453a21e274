package org.imageop.internal.views;

import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.internal.checks.Checks;

/** Columns and rows of an image, at least one of each, and their translation to the planes of planar modes. */
public final class Selection {
    private final Mode mode;
    private final Slice.Selection columns;
    private final Slice.Selection rows;

    private Selection(Mode mode, Slice.Selection columns, Slice.Selection rows) {
        this.mode = mode;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * What slices select of an image.
     *
     * @throws IllegalArgumentException if that is nothing (AMB-3)
     */
    public static Selection of(Mode mode, ImageSize size, Slice columns, Slice rows) {
        Selection selection = new Selection(mode, columns.on(size.width()), rows.on(size.height()));
        if (selection.columns.count() == 0 || selection.rows.count() == 0) {
            throw new IllegalArgumentException(
                    "[" + columns + ", " + rows + "] selects nothing of a " + Checks.describe(mode, size)
                            + ", and an image has at least one pixel [errors.md#empty-selection]");
        }
        return selection;
    }

    /** The size of what is selected. */
    public ImageSize size() {
        return new ImageSize((int) columns.count(), (int) rows.count());
    }

    /** The columns of a component's plane. */
    public Slice.Selection columns(int component) {
        return onPlane(columns, mode.subsampling().get(component).x());
    }

    /** The rows of a component's plane. */
    public Slice.Selection rows(int component) {
        return onPlane(rows, mode.subsampling().get(component).y());
    }

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

    /** The part of a selection of pixels that is a selection on the axis of a subsampled plane. */
    private Slice.Selection onPlane(Slice.Selection s, int divisor) {
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
