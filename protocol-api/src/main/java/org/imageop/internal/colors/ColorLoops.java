package org.imageop.internal.colors;

/** Colour kernels on rows of pixels (SPEC.md B.2). */
public final class ColorLoops {
    /** In a list of picks: the constant 0. */
    public static final int ZERO = -1;

    /** In a list of picks: the component's largest value, which is opaque alpha. */
    public static final int MAX = -2;

    /** Added to a component in a list of picks: the largest value minus it. */
    public static final int INVERTED = 16;

    private ColorLoops() {}

    /** In a list of picks: the largest value minus the component. */
    public static int inverted(int component) {
        return INVERTED + component;
    }

    /** Component c of the result is the pixel's component {@code picks[c]}, its inverse, or a constant. */
    public static void pick(int[] in, int stride, int[] out, int[] picks, int count, int max) {
        int outStride = picks.length;
        for (int c = 0; c < outStride; c++) {
            int pick = picks[c];
            if (pick < 0) {
                int constant = pick == ZERO ? 0 : max;
                for (int i = 0, o = c; i < count; i++, o += outStride) {
                    out[o] = constant;
                }
            } else {
                // max is all ones, so max - v is v ^ max
                int flip = pick >= INVERTED ? max : 0;
                for (int i = 0, k = pick % INVERTED, o = c; i < count; i++, k += stride, o += outStride) {
                    out[o] = in[k] ^ flip;
                }
            }
        }
    }

    /** Red, green and blue, and alpha if it is kept, to grey: kernel Y. */
    public static void luma(int[] in, int stride, int[] out, boolean keepAlpha, int count, int bits) {
        int outStride = keepAlpha ? 2 : 1;
        if (bits == 8) {
            for (int i = 0, k = 0, o = 0; i < count; i++, k += stride, o += outStride) {
                out[o] = luma8(in[k], in[k + 1], in[k + 2]);
            }
        } else if (bits == 16) {
            for (int i = 0, k = 0, o = 0; i < count; i++, k += stride, o += outStride) {
                out[o] = (299 * in[k] + 587 * in[k + 1] + 114 * in[k + 2] + 500) / 1000;
            }
        } else {
            for (int i = 0, k = 0, o = 0; i < count; i++, k += stride, o += outStride) {
                long r = in[k] & 0xffff_ffffL;
                long g = in[k + 1] & 0xffff_ffffL;
                long b = in[k + 2] & 0xffff_ffffL;
                out[o] = (int) ((299 * r + 587 * g + 114 * b + 500) / 1000);
            }
        }
        if (keepAlpha) {
            for (int i = 0, k = 3, o = 1; i < count; i++, k += stride, o += 2) {
                out[o] = in[k];
            }
        }
    }

    /** Pillow's and libjpeg's luma of 8-bit components. Only with these brackets does C2 use vectors. */
    public static int luma8(int r, int g, int b) {
        return 19595 * r + (38470 * g + (7471 * b + 32768)) >> 16;
    }

    /** Red, green and blue, from the lowest byte of each pixel on, to grey in that byte; the highest one stays. */
    public static void lumaOfRgb(int[] pixels, int at, int count) {
        for (int i = at; i < at + count; i++) {
            int p = pixels[i];
            pixels[i] = p & 0xff000000 | luma8(p & 0xff, p >>> 8 & 0xff, p >>> 16 & 0xff);
        }
    }

    /** Blue, green and red, from the lowest byte of each pixel on, to grey in that byte; the highest one stays. */
    public static void lumaOfBgr(int[] pixels, int at, int count) {
        // a loop of its own, because weights that are variables would make both a fifth slower
        for (int i = at; i < at + count; i++) {
            int p = pixels[i];
            pixels[i] = p & 0xff000000 | luma8(p >>> 16 & 0xff, p >>> 8 & 0xff, p & 0xff);
        }
    }

    /** Kernel M at 8 or 16 bits. */
    public static void cmykToRgb(int[] in, int[] out, int count, int bits) {
        int max = (1 << bits) - 1;
        for (int i = 0, k = 0, o = 0; i < count; i++, k += 4, o += 3) {
            int light = max - in[k + 3];
            out[o] = product(max - in[k], light, bits, max);
            out[o + 1] = product(max - in[k + 1], light, bits, max);
            out[o + 2] = product(max - in[k + 2], light, bits, max);
        }
    }

    /** Red, green and blue, from the lowest byte of each pixel on, to grey of 16 bits, for which they are first widened. */
    public static void wideLuma(int[] pixels, int count) {
        weigh(pixels, count);
        // in two loops of products that fit an int, because C2 has vectors for those alone
        for (int i = 0; i < count; i++) {
            int sum = pixels[i];
            int whole = thousandth(sum);
            pixels[i] = 257 * whole + thousandth(257 * sum + 500 - 257_000 * whole);
        }
    }

    /** A thousand times the luma. */
    private static void weigh(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            int p = pixels[i];
            pixels[i] = 299 * (p & 0xff) + 587 * (p >>> 8 & 0xff) + 114 * (p >>> 16 & 0xff);
        }
    }

    /** Exactly v / 1000, of up to 262,143. */
    private static int thousandth(int v) {
        return (v >>> 3) * 33555 >>> 22;
    }

    /** Inks to red, green and blue in the same bytes: kernel M, with black in the highest byte of each pixel. */
    public static void cmykToRgb(int[] pixels, int at, int count) {
        for (int i = at; i < at + count; i++) {
            // light without ink, multiplied by the light that black lets pass
            pixels[i] = Premultiplication.multiply(~pixels[i]);
        }
    }

    /** The nearest integer of x × y / max. */
    private static int product(int x, int y, int bits, int max) {
        return bits == 8 ? (x * y + 127) / 255 : (int) (((long) x * y + max / 2) / max);
    }
}
