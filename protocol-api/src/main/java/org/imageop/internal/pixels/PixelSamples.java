package org.imageop.internal.pixels;

import org.jspecify.annotations.Nullable;

/** Samples in ints of their own, taken from and put into pixels of one, three or four components at a time. */
public final class PixelSamples {
    /** Pixels that are put together before they are written: few, because their ints are made for each run. */
    private static final int FEW = 64;

    private final PixelMemory runs;
    private final int[] shifts;

    private PixelSamples(PixelMemory runs, int components) {
        this.runs = runs;
        this.shifts = new int[components];
        for (int c = 0; c < components; c++) {
            shifts[c] = runs.shift(c);
        }
    }

    /** The samples of pixels, or null if each component is as well reached by itself. */
    public static @Nullable PixelSamples of(@Nullable PixelMemory runs, int components) {
        boolean single = components == 1 && runs instanceof SeparatePixels;
        boolean together = components > 2 && !(runs instanceof SeparatePixels);
        return runs != null && (single || together) ? new PixelSamples(runs, components) : null;
    }

    /** Reads samples as they are stored, the components of a pixel side by side. */
    public void read(int x, int y, int count, int[] samples, int offset) {
        int components = shifts.length;
        if (components == 1) {
            runs.load(x, y, count, samples, offset);
            return;
        }
        if (runs instanceof InterleavedPixels bytes) {
            bytes.samples(x, y, count, samples, offset);
            return;
        }
        // the pixels wait at the end, where each is taken apart before it is overwritten
        int at = offset + count * (components - 1);
        runs.load(x, y, count, samples, at);
        int r = shifts[0];
        int g = shifts[1];
        int b = shifts[2];
        if (components == 3) {
            for (int i = at, k = offset; i < at + count; i++, k += 3) {
                int pixel = samples[i];
                samples[k] = pixel >>> r & 0xff;
                samples[k + 1] = pixel >>> g & 0xff;
                samples[k + 2] = pixel >>> b & 0xff;
            }
        } else {
            int a = shifts[3];
            for (int i = at, k = offset; i < at + count; i++, k += 4) {
                int pixel = samples[i];
                samples[k] = pixel >>> r & 0xff;
                samples[k + 1] = pixel >>> g & 0xff;
                samples[k + 2] = pixel >>> b & 0xff;
                samples[k + 3] = pixel >>> a & 0xff;
            }
        }
    }

    /** Writes samples as they are to be stored. */
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (shifts.length == 1) {
            runs.store(x, y, count, samples, offset);
            return;
        }
        int[] block = new int[Math.min(count, FEW)];
        for (int done = 0, n; done < count; done += n) {
            n = Math.min(block.length, count - done);
            join(samples, offset + done * shifts.length, block, n);
            runs.store(x + done, y, n, block, 0);
        }
    }

    private void join(int[] samples, int offset, int[] pixels, int count) {
        int r = shifts[0];
        int g = shifts[1];
        int b = shifts[2];
        if (shifts.length == 3) {
            for (int i = 0, k = offset; i < count; i++, k += 3) {
                pixels[i] = samples[k] << r | samples[k + 1] << g | samples[k + 2] << b;
            }
        } else {
            int a = shifts[3];
            for (int i = 0, k = offset; i < count; i++, k += 4) {
                pixels[i] = samples[k] << r | samples[k + 1] << g | samples[k + 2] << b | samples[k + 3] << a;
            }
        }
    }
}
