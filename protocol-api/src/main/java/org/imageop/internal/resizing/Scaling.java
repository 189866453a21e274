package org.imageop.internal.resizing;

import java.util.function.Supplier;
import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.RowLength;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of an image, or of one of its planes, in another size; where no filter is given, each axis of each
 * plane takes the one that suits it.
 */
public record Scaling(@Nullable Filter across, @Nullable Filter down) {

    /** What all bands of one resize share; makes the rows of a band. */
    @FunctionalInterface
    public interface Plan {
        /** The rows {@code start} to {@code end} − 1 of the result, to be read in order. */
        RowSource rows(int start, int end);
    }

    /**
     * The rows of a plane of a planar image, or with plane 0 of the whole of another one, in the given size.
     *
     * @param rows its rows in its own size, for each band anew
     */
    public Plan plan(ImageRows image, int plane, Supplier<RowSource> rows, int width, int height) {
        Mode mode = image.mode();
        Mode.Subsampling sub = mode.subsampling().get(plane);
        int fromWidth = image.width() / sub.x();
        int fromHeight = image.height() / sub.y();
        Axis horizontal = axis(across, fromWidth, width);
        Axis vertical = axis(down, fromHeight, height);
        // nearest makes no new values, so there is nothing to compute, and to weigh by alpha
        Axis columns = across == Filter.NEAREST ? horizontal : null;
        Axis lines = down == Filter.NEAREST ? vertical : null;
        Axis summed = across == Filter.NEAREST ? null : horizontal;
        Axis added = down == Filter.NEAREST ? null : vertical;
        int pickedWidth = columns == null ? fromWidth : width;
        int pickedHeight = lines == null ? fromHeight : height;
        ModePasses passes = new ModePasses(mode);
        // as Pillow since 12.2: a very tall image is shortened first
        boolean shortened = added != null && fromHeight > 100L * fromWidth && height < fromHeight;
        return (start, end) -> {
            RowSource made = rows.get();
            if (columns != null || lines != null) {
                made = new Picking(
                        made, passes.perPixel(), RowLength.of(pickedWidth, passes.perPixel()), columns, lines);
            }
            if (summed == null && added == null) {
                return made;
            }
            made = passes.weighted(made, pickedWidth);
            if (shortened) {
                made = passes.down(made, pickedWidth, pickedHeight, added, start, end);
            }
            if (summed != null) {
                int first = added == null || shortened ? start : added.first()[start];
                int last = added == null || shortened ? end : Math.min(pickedHeight, added.end(end - 1) + Passes.ROWS);
                made = passes.across(made, pickedWidth, summed, first, last);
            }
            if (added != null && !shortened) {
                made = passes.down(made, width, pickedHeight, added, start, end);
            }
            return passes.unweighted(made, width);
        };
    }

    private static @Nullable Axis axis(@Nullable Filter asked, int from, int to) {
        return from == to ? null : Axis.of(filter(asked, from, to), from, to);
    }

    /** The filter asked for, else what suits the axis: bicubic to grow, Lanczos to shrink. */
    private static Filter filter(@Nullable Filter asked, int from, int to) {
        return asked != null ? asked : to > from ? Filter.BICUBIC : Filter.LANCZOS;
    }
}
