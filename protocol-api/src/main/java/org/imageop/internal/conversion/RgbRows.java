package org.imageop.internal.conversion;

import org.imageop.Mode;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.resizing.RowSource;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.RowLength;

/** Whole rows of pixels in ints, as {@link PixelForm#RGB}: what planes of luma and chroma are made of, and made to. */
final class RgbRows {
    private RgbRows() {}

    /** Delivers a row. */
    interface Reader {
        /** Reads a row below the one before. */
        void read(int y, int[] pixels);
    }

    /** Takes a row. */
    interface Writer {
        /** Writes a row; {@code pixels} are overwritten. */
        void write(int y, int[] pixels);
    }

    /** Reads rows of a non-planar image in its own size. */
    static Reader reader(ImageRows image) {
        int width = image.width();
        ImagePixels<?> pixels = ImagePixels.readable(image);
        if (pixels == null) {
            int[] samples = new int[RowLength.of(width, image.mode().components())];
            RowSource source = y -> {
                image.rows()[0].read(0, y, width, samples, 0);
                return samples;
            };
            return reader(source, image.mode(), width);
        }
        PackedPath path = new PackedPath(pixels.form(), PixelForm.RGB, width);
        return (y, out) -> {
            pixels.alive().load(0, y, width, out, 0);
            path.apply(out, 0, width);
        };
    }

    /** Converts rows of samples. */
    static Reader reader(RowSource samples, Mode mode, int width) {
        PixelKernel kernel = new PixelKernel(mode, Mode.RGB, width);
        return (y, out) -> {
            int[] rgb = kernel.apply(samples.row(y), width);
            for (int i = 0, k = 0; i < width; i++, k += 3) {
                out[i] = rgb[k] | rgb[k + 1] << 8 | rgb[k + 2] << 16;
            }
        };
    }

    /** Writes rows of an image. */
    static Writer writer(ImageRows image) {
        int width = image.width();
        ImagePixels<PixelMemory> pixels = ImagePixels.inMemory(image);
        if (pixels != null) {
            PackedPath path = new PackedPath(PixelForm.RGB, pixels.form(), width);
            return (y, row) -> {
                path.apply(row, 0, width);
                pixels.alive().store(0, y, width, row, 0);
            };
        }
        PixelKernel kernel = new PixelKernel(Mode.RGB, image.mode(), width);
        int[] rgb = new int[RowLength.of(width, 3)];
        return (y, row) -> {
            for (int i = 0, k = 0; i < width; i++, k += 3) {
                rgb[k] = row[i] & 0xff;
                rgb[k + 1] = row[i] >>> 8 & 0xff;
                rgb[k + 2] = row[i] >>> 16 & 0xff;
            }
            image.rows()[0].write(0, y, width, kernel.apply(rgb, width), 0);
        };
    }
}
