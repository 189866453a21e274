package org.imageop.internal.colors;

import org.imageop.Mode;

/**
 * Luma and chroma: full range as in JPEG, or BT.601 studio range (kernels F, f, S, s, P, y and R of SPEC.md
 * B.2). Components are in the mode's order y, cr, cb. RGB has 8 bits here.
 */
public final class LumaChroma {
    private LumaChroma() {}

    /** Y of each pixel of a row of RGB. */
    public static void lumaOfRgb(Mode mode, int[] rgb, int[] y, int count) {
        if (mode == Mode.JPEG_YV12) {
            for (int i = 0, k = 0; i < count; i++, k += 3) {
                y[i] = ColorLoops.luma8(rgb[k], rgb[k + 1], rgb[k + 2]);
            }
        } else {
            for (int i = 0, k = 0; i < count; i++, k += 3) {
                y[i] = 16 + (16829 * rgb[k] + 33039 * rgb[k + 1] + 6416 * rgb[k + 2] + 32768 >> 16);
            }
        }
    }

    /** Cr and Cb of each 2×2 block of two rows of RGB: box average with a single rounding. */
    public static void chromaOfRgb(Mode mode, int[] upper, int[] lower, int[] cr, int[] cb, int count) {
        boolean full = mode == Mode.JPEG_YV12;
        // without the -1 pure blue would become Cb 256 in full range
        int bias = (128 << 18) + (1 << 17) - (full ? 1 : 0);
        for (int i = 0, k = 0; i < count; i++, k += 6) {
            int r = upper[k] + upper[k + 3] + lower[k] + lower[k + 3];
            int g = upper[k + 1] + upper[k + 4] + lower[k + 1] + lower[k + 4];
            int b = upper[k + 2] + upper[k + 5] + lower[k + 2] + lower[k + 5];
            if (full) {
                cr[i] = 32768 * r - 27439 * g - 5329 * b + bias >> 18;
                cb[i] = -11059 * r - 21709 * g + 32768 * b + bias >> 18;
            } else {
                cr[i] = 28784 * r - 24103 * g - 4681 * b + bias >> 18;
                cb[i] = -9714 * r - 19070 * g + 28784 * b + bias >> 18;
            }
        }
    }

    /** A row of interleaved y, cr, cb to RGB in place; samples outside their interval are clipped. */
    public static void toRgb(Mode mode, int[] row, int count) {
        boolean full = mode == Mode.JPEG_YV12;
        for (int k = 0; k < 3 * count; k += 3) {
            int x = row[k + 1] - 128;
            int z = row[k + 2] - 128;
            if (full) {
                int y = row[k];
                row[k] = clip(y + (91881 * x + 32768 >> 16));
                row[k + 1] = clip(y + (-22554 * z - 46802 * x + 32768 >> 16));
                row[k + 2] = clip(y + (116130 * z + 32768 >> 16));
            } else {
                int p = 76309 * (row[k] - 16);
                row[k] = clip(p + 104597 * x + 32768 >> 16);
                row[k + 1] = clip(p - 25675 * z - 53279 * x + 32768 >> 16);
                row[k + 2] = clip(p + 132201 * z + 32768 >> 16);
            }
        }
    }

    /** Y of grey samples of any depth, every {@code stride}-th of a row: kernel P. */
    public static void lumaOfGrey(Mode mode, int[] grey, int stride, int bits, int[] y, int count) {
        if (mode == Mode.JPEG_YV12) {
            for (int i = 0; i < count; i++) {
                y[i] = grey[i * stride];
            }
            Depth.scale(y, count, bits, 8);
        } else {
            long max = (1L << bits) - 1;
            for (int i = 0; i < count; i++) {
                y[i] = (int) (16 + (438 * (grey[i * stride] & max) + max) / (2 * max));
            }
        }
    }

    /** Grey of a given depth of Y samples, in place: kernel y. */
    public static void greyOfLuma(Mode mode, int[] y, int count, int bits) {
        if (mode == Mode.JPEG_YV12) {
            Depth.scale(y, count, 8, bits);
        } else {
            long max = (1L << bits) - 1;
            for (int i = 0; i < count; i++) {
                long grey = Math.floorDiv(2 * (y[i] - 16) * max + 219, 438L);
                y[i] = (int) Math.max(0, Math.min(max, grey));
            }
        }
    }

    /** Samples of one plane of a planar mode to the range of the other one, in place: kernel R. */
    public static void changeRange(Mode to, boolean luma, int[] samples, int count) {
        for (int i = 0; i < count; i++) {
            int v = samples[i];
            if (to == Mode.YV12) {
                samples[i] = luma ? 16 + (438 * v + 255) / 510 : 128 + Math.floorDiv(448 * (v - 128) + 255, 510);
            } else {
                samples[i] = clip(
                        luma
                                ? Math.floorDiv(510 * (v - 16) + 219, 438)
                                : Math.floorDiv(510 * (v - 128) + 57344 + 224, 448));
            }
        }
    }

    private static int clip(int v) {
        return Math.max(0, Math.min(255, v));
    }
}
