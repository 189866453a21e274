package org.imageop.internal.resizing;

import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.colors.Premultiplication;
import org.imageop.internal.rows.ImageRows;
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
        if (fromWidth == width && fromHeight == height) {
            return (start, end) -> (y, out) -> rows.read(0, y, width, out, 0);
        }
        Axis horizontal = fromWidth == width ? null : Axis.of(filter(across, fromWidth, width), fromWidth, width);
        Axis vertical = fromHeight == height ? null : Axis.of(filter(down, fromHeight, height), fromHeight, height);
        // nearest makes no new values, so there is nothing to weigh by alpha
        boolean weighted = mode.hasAlpha()
                && ((horizontal != null && across != Filter.NEAREST) || (vertical != null && down != Filter.NEAREST));
        // as Pillow since 12.2: a very tall image is shortened first
        boolean verticalFirst = fromHeight > 100L * fromWidth && height < fromHeight;
        Passes<?> passes = mode.bitsPerComponent() == 8 ? new IntPasses() : new DoublePasses(mode.maxValue());
        return (start, end) -> {
            RowSource loaded = (y, out) -> {
                rows.read(0, y, fromWidth, out, 0);
                if (weighted) {
                    Premultiplication.multiply(out, 0, fromWidth, components, mode.bitsPerComponent());
                }
            };
            RowSource resampled = new Resampling<>(
                    passes, loaded, components, fromWidth, width, horizontal, vertical, verticalFirst, start, end);
            return !weighted
                    ? resampled
                    : (y, out) -> {
                        resampled.read(y, out);
                        Premultiplication.divideTruncating(out, 0, width, components, mode.bitsPerComponent());
                    };
        };
    }

    /** The filter asked for, else what suits the axis: bicubic to grow, Lanczos to shrink. */
    private static Filter filter(@Nullable Filter asked, int from, int to) {
        return asked != null ? asked : to > from ? Filter.BICUBIC : Filter.LANCZOS;
    }
}
