package org.imageop.internal.conversion;

import org.imageop.ArgbRows;
import org.imageop.SampleRows;
import org.imageop.internal.pixels.ArgbPixels;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.pixels.PixelRuns;
import org.imageop.internal.pixels.SelectedPixels;
import org.imageop.internal.rows.CheckedRows;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.StridedRows;
import org.imageop.internal.views.ReadOnlyRows;
import org.imageop.internal.views.SelectedRows;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of an image of 8-bit components, each in one int.
 *
 * @param <P> whether they can be read alone, or written as well
 * @param runs moves them
 * @param form what their bytes are
 * @param memory the rows in memory, or null if somebody else hands the ints out
 */
record ImagePixels<P extends PixelRuns>(
        P runs, PixelForm form, @Nullable StridedRows memory) {

    /** The pixels of an image to be read, or null if they are not to be had as ints. */
    static @Nullable ImagePixels<?> readable(ImageRows image) {
        PixelRuns ints = handedOut(image.rows()[0]);
        return ints == null
                ? inMemory(image)
                : new ImagePixels<>(ints, PixelForm.of(image.mode(), image.rows()[0].premultiplied(), ints), null);
    }

    private static @Nullable PixelRuns handedOut(SampleRows rows) {
        if (rows instanceof CheckedRows foreign && foreign.bits() == Byte.SIZE) {
            return foreign.rows() instanceof ArgbRows ints ? new ArgbPixels(ints, foreign.components()) : null;
        }
        if (rows instanceof ReadOnlyRows view) {
            return handedOut(view.source());
        }
        if (rows instanceof SelectedRows view && view.columns().step() == 1) {
            PixelRuns all = handedOut(view.source());
            return all == null ? null : new SelectedPixels(all, view.columns(), view.rows());
        }
        return null;
    }

    /** The pixels of an image to be read and written, or null if they are not in memory or not to be had as ints. */
    static @Nullable ImagePixels<PixelMemory> inMemory(ImageRows image) {
        PixelMemory runs = image.rows()[0] instanceof StridedRows rows ? rows.pixels() : null;
        if (runs == null) {
            return null;
        }
        StridedRows rows = (StridedRows) image.rows()[0];
        return new ImagePixels<>(runs, PixelForm.of(image.mode(), rows.premultiplied(), runs), rows);
    }

    /** What moves the pixels. Memory that was freed throws. */
    P alive() {
        if (memory != null) {
            memory.checkAlive();
        }
        return runs;
    }
}
