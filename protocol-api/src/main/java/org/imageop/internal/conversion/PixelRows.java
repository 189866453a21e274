package org.imageop.internal.conversion;

import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.resizing.RowSource;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.RowLength;
import org.imageop.internal.rows.Staging;

/** Whole rows of 8-bit pixels in ints, in the form of a mode: what is resized, and what planes of luma and chroma are made of. */
final class PixelRows {
    private PixelRows() {}

    /** Takes rows. */
    @FunctionalInterface
    interface Writer {
        /** Writes a row; {@code pixels} are overwritten. */
        void write(int y, int[] pixels);
    }

    /** Reads rows of a non-planar image in its own size, converted to a mode of 8 bits. */
    static RowSource reader(ImageRows image, Mode to) {
        int width = image.width();
        PixelForm form = PixelForm.of(to);
        Staging staging = Staging.reading(image);
        ImagePixels<?> pixels = ImagePixels.readable(staging.image());
        if (pixels == null) {
            return joined(samples(staging), image.mode(), form, width);
        }
        int[] row = new int[width];
        PackedPath path = new PackedPath(pixels.form(), form, width);
        return y -> {
            staging.fetch(0, y, width);
            pixels.alive().load(0, y, width, row, 0);
            path.apply(row, 0, width);
            return row;
        };
    }

    /** Reads rows of samples, as they are, of a non-planar image in its own size. */
    static RowSource samples(ImageRows image) {
        return samples(Staging.reading(image));
    }

    private static RowSource samples(Staging staging) {
        ImageRows image = staging.image();
        int width = image.width();
        SampleRows rows = image.rows()[0];
        int[] samples = new int[RowLength.of(width, image.mode().components())];
        return y -> {
            staging.fetch(0, y, width);
            rows.read(0, y, width, samples, 0);
            return samples;
        };
    }

    /** Converts rows as {@link RowSource} has them to a mode of 8 bits. */
    static RowSource converted(RowSource rows, Mode from, Mode to, int width) {
        if (!RowSource.pixels(from)) {
            return joined(rows, from, PixelForm.of(to), width);
        }
        PackedPath path = new PackedPath(PixelForm.of(from), PixelForm.of(to), width);
        return y -> {
            int[] row = rows.row(y);
            path.apply(row, 0, width);
            return row;
        };
    }

    private static RowSource joined(RowSource samples, Mode mode, PixelForm form, int width) {
        PixelKernel kernel = new PixelKernel(mode, form.mode(), width);
        int[] row = new int[width];
        return y -> {
            form.join(kernel.apply(samples.row(y), width), row, width);
            return row;
        };
    }

    /** Writes rows of a mode of 8 bits to an image of any mode. */
    static Writer writer(ImageRows image, Mode from) {
        int width = image.width();
        PixelForm form = PixelForm.of(from);
        Staging staging = Staging.writing(image);
        ImagePixels<PixelMemory> pixels = ImagePixels.inMemory(staging.image());
        if (pixels != null) {
            PackedPath path = new PackedPath(form, pixels.form(), width);
            return (y, row) -> {
                path.apply(row, 0, width);
                pixels.alive().store(0, y, width, row, 0);
                staging.store(0, y, width);
            };
        }
        PixelKernel kernel = new PixelKernel(from, image.mode(), width);
        int[] samples = new int[RowLength.of(width, from.components())];
        return (y, row) -> {
            form.part(row, samples, width);
            image.rows()[0].write(0, y, width, kernel.apply(samples, width), 0);
        };
    }
}
