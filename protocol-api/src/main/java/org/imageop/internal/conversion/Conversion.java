package org.imageop.internal.conversion;

import java.util.Arrays;
import org.imageop.ColorFamily;
import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.colors.LumaChroma;
import org.imageop.internal.resizing.RowSource;
import org.imageop.internal.resizing.Scaling;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.ParallelRows;
import org.imageop.internal.rows.Runs;
import org.imageop.internal.rows.Staging;
import org.jspecify.annotations.Nullable;

/**
 * Resizing and mode conversion in one walk over the rows of the result: resize in the source's mode, then
 * convert (AMB-18). Holds a few rows, whatever the sizes, and uses all cores for large images in memory.
 */
public final class Conversion {
    /** Columns of a turned image that are converted together: the cache keeps all of their rows until the next row. */
    private static final int STRIP = 128;

    private final ImageRows source;
    private final ImageRows target;
    private final Scaling scaling;

    private Conversion(ImageRows source, ImageRows target, Scaling scaling) {
        this.source = source;
        this.target = target;
        this.scaling = scaling;
    }

    /**
     * Fills the target with the source, in the target's mode and size.
     *
     * @param source the image to read
     * @param target the image to fill, on other memory
     * @param across the kernel for rows that become longer or shorter; null for the one that suits
     * @param down the kernel for columns that become longer or shorter; null for the one that suits
     */
    public static void run(ImageRows source, ImageRows target, @Nullable Filter across, @Nullable Filter down) {
        new Conversion(source, target, new Scaling(across, down)).run();
    }

    private void run() {
        boolean concurrent = source.concurrent() && target.concurrent();
        long samples = Math.max(
                (long) target.width() * target.height() * target.mode().components(),
                (long) source.width() * source.height() * source.mode().components());
        if (source.mode().planar() && target.mode().planar()) {
            for (int plane = 0; plane < 3; plane++) {
                planeToPlane(plane, samples, concurrent);
            }
        } else if (target.mode().planar()) {
            Scaling.Plan plan = plan(0, target.width(), target.height());
            boolean grey = source.mode().family() == ColorFamily.GREY;
            ParallelRows.run(target.height(), 2, samples, concurrent, (start, end) -> {
                if (grey) {
                    greyToPlanes(plan, start, end);
                } else {
                    colorsToPlanes(plan, start, end);
                }
            });
        } else if (source.mode().planar()) {
            planesToPixels(samples, concurrent);
        } else if (source.width() == target.width() && source.height() == target.height()) {
            ParallelRows.run(target.height(), 1, samples, concurrent, this::pixelsToPixels);
        } else {
            Scaling.Plan plan = plan(0, target.width(), target.height());
            ParallelRows.run(
                    target.height(),
                    1,
                    samples,
                    concurrent,
                    (start, end) -> write(plan.rows(start, end), source.mode(), start, end));
        }
    }

    /** A copy between arrays or of numbers, or null if samples have to be copied or converted. */
    private StridedCopy.@Nullable Run direct() {
        Mode from = source.mode();
        Mode to = target.mode();
        int[] picks = PixelKernel.picks(from, to);
        StridedCopy.Run memory = DealtCopy.of(source, target);
        memory = memory != null ? memory : PackedCopy.of(source, target);
        memory = memory != null ? memory : StridedCopy.of(source, target, picks, (int) to.maxValue());
        memory = memory != null ? memory : NumbersOfPixels.of(source, target);
        memory = memory != null ? memory : NumberCopy.of(source.rows()[0], target.rows()[0], picks);
        return memory != null ? memory : WideGreyCopy.of(source, target);
    }

    /** Same size: nothing depends on neighbours, so that even a huge row needs little memory. */
    private void pixelsToPixels(int start, int end) {
        int width = target.width();
        int run = Math.min(width, source.turned() || target.turned() ? STRIP : Runs.LONGEST);
        StridedCopy.Run same = StridedCopy.same(source, target);
        StridedCopy.Run copy = same != null ? same : staged(run);
        for (int x = 0, count; x < width; x += count) {
            count = Math.min(run, width - x);
            for (int y = start; y < end; y++) {
                copy.copy(x, y, count);
            }
        }
    }

    /** A conversion of pixels that are in arrays, or are brought there. */
    private StridedCopy.Run staged(int run) {
        Staging from = Staging.reading(source);
        Staging to = Staging.writing(target);
        Conversion staged = new Conversion(from.image(), to.image(), scaling);
        StridedCopy.Run direct = staged.direct();
        StridedCopy.Run copy = direct != null ? direct : staged.samples(run);
        return (x, y, count) -> {
            from.fetch(x, y, count);
            copy.copy(x, y, count);
            to.store(x, y, count);
        };
    }

    /** The way of all images: rows of samples. */
    private StridedCopy.Run samples(int run) {
        PixelKernel kernel = new PixelKernel(source.mode(), target.mode(), run);
        int[] pixels = new int[run * source.mode().components()];
        return (x, y, count) -> {
            source.rows()[0].read(x, y, count, pixels, 0);
            target.rows()[0].write(x, y, count, kernel.apply(pixels, count), 0);
        };
    }

    /** The source, or one of its planes, in another size. */
    private Scaling.Plan plan(int plane, int width, int height) {
        return scaling.plan(source, plane, () -> rows(plane), width, height);
    }

    /** The rows of the source, or of one of its planes, as they are. */
    private RowSource rows(int plane) {
        Mode mode = source.mode();
        if (!mode.planar() && RowSource.pixels(mode)) {
            return PixelRows.reader(source, mode);
        }
        return PixelRows.samples(mode.planar() ? source.plane(plane) : source);
    }

    /** Converts whole rows of a non-planar mode and writes them to the target. */
    private void write(RowSource rows, Mode mode, int start, int end) {
        if (RowSource.pixels(mode)) {
            PixelRows.Writer pixels = PixelRows.writer(target, mode);
            for (int y = start; y < end; y++) {
                pixels.write(y, rows.row(y));
            }
            return;
        }
        PixelKernel kernel = new PixelKernel(mode, target.mode(), target.width());
        for (int y = start; y < end; y++) {
            target.rows()[0].write(0, y, target.width(), kernel.apply(rows.row(y), target.width()), 0);
        }
    }

    private void planeToPlane(int plane, long samples, boolean concurrent) {
        Mode.Subsampling sub = target.mode().subsampling().get(plane);
        int width = target.width() / sub.x();
        int height = target.height() / sub.y();
        if (source.mode() == target.mode() && source.width() == target.width() && source.height() == target.height()) {
            Conversion copy = new Conversion(source.plane(plane), target.plane(plane), scaling);
            ParallelRows.run(height, 1, samples, concurrent, copy::pixelsToPixels);
            return;
        }
        Scaling.Plan plan = plan(plane, width, height);
        ParallelRows.run(height, 1, samples, concurrent, (start, end) -> {
            RowSource rows = plan.rows(start, end);
            for (int y = start; y < end; y++) {
                int[] row = rows.row(y);
                if (source.mode() != target.mode()) {
                    LumaChroma.changeRange(target.mode(), plane == 0, row, width);
                }
                target.rows()[plane].write(0, y, width, row, 0);
            }
        });
    }

    private void planesToPixels(long samples, boolean concurrent) {
        Mode mode = target.mode();
        int width = target.width();
        int height = target.height();
        boolean sameSize = source.width() == width && source.height() == height;
        Scaling.Plan luma = plan(0, width, height);
        if (mode.family() == ColorFamily.GREY) {
            ParallelRows.run(height, 1, samples, concurrent, (start, end) -> {
                RowSource rows = luma.rows(start, end);
                RowSource grey = y -> {
                    int[] row = rows.row(y);
                    LumaChroma.greyOfLuma(source.mode(), row, width, mode.bitsPerComponent());
                    return row;
                };
                write(grey, mode.componentMode(), start, end);
            });
            return;
        }
        Scaling.Plan[] chroma = new Scaling.Plan[2];
        for (int i = 0; i < 2 && !sameSize; i++) {
            chroma[i] = plan(i + 1, width, height);
        }
        ParallelRows.run(height, 1, samples, concurrent, (start, end) -> {
            RowSource lumaRows = luma.rows(start, end);
            RowSource crRows = sameSize ? upsampling(source.rows()[1]) : chroma[0].rows(start, end);
            RowSource cbRows = sameSize ? upsampling(source.rows()[2]) : chroma[1].rows(start, end);
            PixelRows.Writer pixels = PixelRows.writer(target, Mode.RGB);
            int[] red = new int[width];
            for (int y = start; y < end; y++) {
                int[] row = lumaRows.row(y);
                LumaChroma.toRgb(source.mode(), row, crRows.row(y), cbRows.row(y), red, width);
                pixels.write(y, row);
            }
        });
    }

    private RowSource upsampling(SampleRows plane) {
        return new ChromaUpsampling(plane, source.width() / 2, source.height() / 2);
    }

    private void greyToPlanes(Scaling.Plan plan, int start, int end) {
        Mode from = source.mode();
        int width = target.width();
        boolean pixels = RowSource.pixels(from);
        RowSource made = plan.rows(start, end);
        RowSource rows = pixels ? PixelRows.converted(made, from, Mode.L, width) : made;
        int components = pixels ? 1 : from.components();
        int[] luma = new int[width];
        int[] neutral = new int[width / 2];
        Arrays.fill(neutral, 128);
        for (int y = start; y < end; y++) {
            int[] row = rows.row(y);
            LumaChroma.lumaOfGrey(target.mode(), row, components, from.bitsPerComponent(), luma, width);
            target.rows()[0].write(0, y, width, luma, 0);
            if (y % 2 == 1) {
                target.rows()[1].write(0, y / 2, width / 2, neutral, 0);
                target.rows()[2].write(0, y / 2, width / 2, neutral, 0);
            }
        }
    }

    private void colorsToPlanes(Scaling.Plan plan, int start, int end) {
        int width = target.width();
        boolean sameSize = source.width() == width && source.height() == target.height();
        RowSource rows = sameSize
                ? PixelRows.reader(source, Mode.RGB)
                : PixelRows.converted(plan.rows(start, end), source.mode(), Mode.RGB, width);
        int[] upper = new int[width];
        int[] sums = new int[width];
        int[] cr = new int[width / 2];
        int[] cb = new int[width / 2];
        for (int y = start; y < end; y += 2) {
            System.arraycopy(rows.row(y), 0, upper, 0, width);
            int[] lower = rows.row(y + 1);
            LumaChroma.chromaOfRgb(target.mode(), upper, lower, sums, cr, cb, width / 2);
            target.rows()[1].write(0, y / 2, width / 2, cr, 0);
            target.rows()[2].write(0, y / 2, width / 2, cb, 0);
            LumaChroma.lumaOfRgb(target.mode(), upper, width);
            LumaChroma.lumaOfRgb(target.mode(), lower, width);
            target.rows()[0].write(0, y, width, upper, 0);
            target.rows()[0].write(0, y + 1, width, lower, 0);
        }
    }
}
