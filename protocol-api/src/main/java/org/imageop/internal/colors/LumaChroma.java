package org.imageop.internal.colors;

import org.imageop.Mode;

/**
 * Luma and chroma: full range as in JPEG, or BT.601 studio range (kernels F, f, S, s, P, y and R of SPEC.md
 * B.2). Components are in the mode's order y, cr, cb. RGB is pixels in ints: red in the lowest byte, then green and blue.
 */
public final class LumaChroma {
    private LumaChroma() {}

    /** Y of each pixel, in its place. */
    public static void lumaOfRgb(Mode mode, int[] pixels, int count) {
        if (mode == Mode.JPEG_YV12) {
            for (int i = 0; i < count; i++) {
                int p = pixels[i];
                pixels[i] = ColorLoops.luma8(p & 0xff, p >>> 8 & 0xff, p >>> 16 & 0xff);
            }
        } else {
            for (int i = 0; i < count; i++) {
                int p = pixels[i];
                int sum = 16829 * (p & 0xff) + (33039 * (p >>> 8 & 0xff) + (6416 * (p >>> 16 & 0xff) + 32768));
                pixels[i] = 16 + (sum >> 16);
            }
        }
    }

    /**
     * Cr and Cb of each 2×2 block of two rows of RGB: box average with a single rounding.
     *
     * @param sums scratch memory for a row
     */
    public static void chromaOfRgb(Mode mode, int[] upper, int[] lower, int[] sums, int[] cr, int[] cb, int count) {
        if (mode == Mode.JPEG_YV12) {
            // without the -1 pure blue would become Cb 256 in full range
            chroma(upper, lower, sums, 32768, -27439, -5329, -1, cr, count);
            chroma(upper, lower, sums, -11059, -21709, 32768, -1, cb, count);
        } else {
            chroma(upper, lower, sums, 28784, -24103, -4681, 0, cr, count);
            chroma(upper, lower, sums, -9714, -19070, 28784, 0, cb, count);
        }
    }

    private static void chroma(
            int[] upper, int[] lower, int[] sums, int red, int green, int blue, int bias, int[] out, int count) {
        for (int k = 0; k < 2 * count; k++) {
            sums[k] = weighted(upper[k], red, green, blue);
        }
        for (int k = 0; k < 2 * count; k++) {
            sums[k] += weighted(lower[k], red, green, blue);
        }
        int middle = (128 << 18) + (1 << 17) + bias;
        for (int i = 0; i < count; i++) {
            out[i] = sums[2 * i] + sums[2 * i + 1] + middle >> 18;
        }
    }

    private static int weighted(int pixel, int red, int green, int blue) {
        return red * (pixel & 0xff) + (green * (pixel >>> 8 & 0xff) + blue * (pixel >>> 16 & 0xff));
    }

    /**
     * Y, Cr and Cb to RGB, in the place of Y; samples outside their interval are clipped.
     *
     * @param red scratch memory for a row
     */
    public static void toRgb(Mode mode, int[] y, int[] cr, int[] cb, int[] red, int count) {
        if (mode == Mode.JPEG_YV12) {
            toRgb(y, 65536, 32768, cr, cb, 91881, -46802, -22554, 116130, red, count);
        } else {
            toRgb(y, 76309, 32768 - 16 * 76309, cr, cb, 104597, -53279, -25675, 132201, red, count);
        }
    }

    /** A loop for each component: C2 is not sure to use vectors where all are computed in one. */
    private static void toRgb(
            int[] y,
            int scale,
            int bias,
            int[] cr,
            int[] cb,
            int redCr,
            int greenCr,
            int greenCb,
            int blueCb,
            int[] red,
            int count) {
        add(y, scale, bias - 128 * redCr, cr, redCr, red, count);
        int greenBias = bias - 128 * (greenCr + greenCb);
        for (int i = 0; i < count; i++) {
            cr[i] = clip(scale * y[i] + (greenCr * cr[i] + (greenCb * cb[i] + greenBias)) >> 16);
        }
        add(y, scale, bias - 128 * blueCb, cb, blueCb, cb, count);
        for (int i = 0; i < count; i++) {
            y[i] = red[i] | cr[i] << 8 | cb[i] << 16;
        }
    }

    private static void add(int[] y, int scale, int bias, int[] chroma, int weight, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = clip(scale * y[i] + (weight * chroma[i] + bias) >> 16);
        }
    }

    /** Y of grey samples of any depth, every {@code stride}-th of a row: kernel P. */
    public static void lumaOfGrey(Mode mode, int[] grey, int stride, int bits, int[] y, int count) {
        // 8-bit grey may be the lowest byte of a pixel, whose other bytes have any value
        long max = (1L << bits) - 1;
        if (mode == Mode.JPEG_YV12) {
            for (int i = 0; i < count; i++) {
                y[i] = grey[i * stride] & (int) max;
            }
            Depth.scale(y, count, bits, 8);
        } else {
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

    /** To the interval from 0 to 255, without a branch, for vectors. */
    private static int clip(int v) {
        return (v | 255 - v >> 31) & ~(v >> 31) & 0xff;
    }
}
