package org.imageop.internal.resizing;

import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.colors.Premultiplication;
import org.imageop.internal.rows.ByteLines;
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

    /** The rows of a plane of a planar image, or with plane 0 of the whole of another one, in the given size. */
    public Plan plan(ImageRows image, int plane, int width, int height) {
        Mode mode = image.mode();
        Mode.Subsampling sub = mode.subsampling().get(plane);
        int components = mode.planar() ? 1 : mode.components();
        int fromWidth = image.width() / sub.x();
        int fromHeight = image.height() / sub.y();
        SampleRows rows = image.rows()[plane];
        int length = RowLength.of(fromWidth, components);
        if (fromWidth == width && fromHeight == height) {
            return (start, end) -> loading(rows, width, length);
        }
        Axis horizontal = axis(across, fromWidth, width);
        Axis vertical = axis(down, fromHeight, height);
        // nearest makes no new values, so there is nothing to compute, and to weigh by alpha
        Axis columns = across == Filter.NEAREST ? horizontal : null;
        Axis lines = down == Filter.NEAREST ? vertical : null;
        Axis summed = across == Filter.NEAREST ? null : horizontal;
        Axis added = down == Filter.NEAREST ? null : vertical;
        boolean picks = columns != null || lines != null;
        int pickedLength = RowLength.of(columns == null ? fromWidth : width, components);
        if (summed == null && added == null) {
            return (start, end) ->
                    new Picking(loading(rows, fromWidth, length), components, pickedLength, columns, lines);
        }
        int bits = mode.bitsPerComponent();
        boolean weighted = mode.hasAlpha();
        ByteLines bytes = bits == 8 && !picks && !weighted ? ByteLines.of(rows, components) : null;
        int pickedHeight = lines == null ? fromHeight : height;
        Taps taps = summed == null || bits != 8 ? null : Taps.of(summed);
        // as Pillow since 12.2: a very tall image is shortened first
        boolean verticalFirst = fromHeight > 100L * fromWidth && height < fromHeight;
        return (start, end) -> {
            RowSource loaded = loading(rows, fromWidth, length);
            RowSource picked = picks ? new Picking(loaded, components, pickedLength, columns, lines) : loaded;
            Source source = new Source(picked, bytes, components, pickedLength, pickedHeight, weighted);
            Passes<?> passes = bits == 8 ? new IntPasses(source, taps) : new DoublePasses(source, bits, summed);
            RowSource resampled =
                    new Resampling<>(passes, source, width, summed != null, added, verticalFirst, start, end);
            return !weighted
                    ? resampled
                    : y -> {
                        int[] row = resampled.row(y);
                        Premultiplication.divideTruncating(row, 0, width, components, bits);
                        return row;
                    };
        };
    }

    /** The rows of the source, as they are. */
    private static RowSource loading(SampleRows rows, int width, int length) {
        int[] samples = new int[length];
        return y -> {
            rows.read(0, y, width, samples, 0);
            return samples;
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
