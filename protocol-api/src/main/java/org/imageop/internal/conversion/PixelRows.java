package org.imageop.internal.conversion;

import org.imageop.Mode;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.resizing.RowSource;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.RowLength;

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
        ImagePixels<?> pixels = ImagePixels.readable(image);
        if (pixels == null) {
            int[] samples = new int[RowLength.of(width, image.mode().components())];
            return joined(
                    y -> {
                        image.rows()[0].read(0, y, width, samples, 0);
                        return samples;
                    },
                    image.mode(),
                    form,
                    width);
        }
        int[] row = new int[width];
        PackedPath path = new PackedPath(pixels.form(), form, width);
        return y -> {
            pixels.alive().load(0, y, width, row, 0);
            path.apply(row, 0, width);
            return row;
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
        ImagePixels<PixelMemory> pixels = ImagePixels.inMemory(image);
        if (pixels != null) {
            PackedPath path = new PackedPath(form, pixels.form(), width);
            return (y, row) -> {
                path.apply(row, 0, width);
                pixels.alive().store(0, y, width, row, 0);
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
