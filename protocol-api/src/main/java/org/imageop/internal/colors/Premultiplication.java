package org.imageop.internal.colors;

import java.util.List;
import org.imageop.Plane;

/**
 * Premultiplication of rows whose last component is alpha.
 *
 * <p>There are two ways back: {@link #divide} rounds as AWT and JavaFX do and reads premultiplied memory;
 * {@link #divideTruncating} is Pillow's and belongs to resizing (SPEC.md C.2).
 */
public final class Premultiplication {
    /** For 8 bits: 255 / alpha in 16 bits after the point, rounded up; 0 for 0. */
    private static final int[] FACTORS = new int[256];

    static {
        for (int alpha = 1; alpha < 256; alpha++) {
            FACTORS[alpha] = ((255 << 16) + alpha - 1) / alpha;
        }
    }

    /** For 8 bits: the quotient of colour v and alpha a that {@link #divideTruncating} gives, at {@code a << 8 | v}. */
    private static final byte[] TRUNCATED = new byte[1 << 16];

    static {
        for (int color = 0; color < 256; color++) {
            TRUNCATED[color] = (byte) color;
            for (int alpha = 1; alpha < 256; alpha++) {
                TRUNCATED[alpha << 8 | color] = (byte) Math.min(255, color * 255 / alpha);
            }
        }
    }

    private Premultiplication() {}

    /** Colours become the nearest integer of colour × alpha / max; exact for both depths. */
    public static void multiply(int[] row, int offset, int count, int components, int bits) {
        long max = (1L << bits) - 1;
        long half = max / 2;
        int last = components - 1;
        for (int i = 0, k = offset; i < count; i++, k += components) {
            long alpha = row[k + last];
            if (alpha == max) {
                continue;
            }
            for (int c = 0; c < last; c++) {
                row[k + c] = bits == 8 ? mul255(row[k + c], (int) alpha) : (int) ((row[k + c] * alpha + half) / max);
            }
        }
    }

    /** Colours become the nearest integer of colour × max / alpha, at most max; 0 where alpha is 0. */
    public static void divide(int[] row, int offset, int count, int components, int bits) {
        long max = (1L << bits) - 1;
        int last = components - 1;
        for (int i = 0, k = offset; i < count; i++, k += components) {
            int alpha = row[k + last];
            if (alpha == max) {
                continue;
            }
            for (int c = 0; c < last; c++) {
                row[k + c] = bits == 8
                        ? quotient(row[k + c], FACTORS[alpha])
                        : alpha == 0 ? 0 : divide(row[k + c], alpha, max);
            }
        }
    }

    /** The nearest integer of value × max / alpha, at most max. */
    public static int divide(int value, int alpha, long max) {
        return value >= alpha ? (int) max : (int) ((value * max + (alpha >> 1)) / alpha);
    }

    /** Numbers of ranges: a colour's distance from its minimum is multiplied by alpha's position in its range. */
    public static void multiply(double[] row, int offset, int count, List<Plane.Range> ranges) {
        int last = ranges.size() - 1;
        for (int i = 0, k = offset; i < count; i++, k += last + 1) {
            double alpha = position(row[k + last], ranges.get(last));
            for (int c = 0; alpha != 1 && c < last; c++) {
                double min = ranges.get(c).min();
                row[k + c] = min + (row[k + c] - min) * alpha;
            }
        }
    }

    /** Numbers of ranges: a colour's distance from its minimum is divided by alpha's position in its range; 0 where that is 0. */
    public static void divide(double[] row, int offset, int count, List<Plane.Range> ranges) {
        int last = ranges.size() - 1;
        for (int i = 0, k = offset; i < count; i++, k += last + 1) {
            double alpha = position(row[k + last], ranges.get(last));
            for (int c = 0; alpha != 1 && c < last; c++) {
                double min = ranges.get(c).min();
                row[k + c] = alpha == 0 ? min : min + (row[k + c] - min) / alpha;
            }
        }
    }

    private static double position(double number, Plane.Range range) {
        return (number - range.min()) / (range.max() - range.min());
    }

    /** Colours become min(max, ⌊colour × max / alpha⌋); unchanged where alpha is 0 or max. */
    public static void divideTruncating(int[] row, int offset, int count, int components, int bits) {
        long max = (1L << bits) - 1;
        int last = components - 1;
        for (int i = 0, k = offset; i < count; i++, k += components) {
            int alpha = row[k + last];
            if (alpha == max || alpha == 0) {
                continue;
            }
            for (int c = 0; c < last; c++) {
                row[k + c] = bits == 8
                        ? TRUNCATED[alpha << 8 | row[k + c]] & 0xff
                        : (int) Math.min(max, row[k + c] * max / alpha);
            }
        }
    }

    /** Divides pixels in place as {@link #divideTruncating(int[], int, int, int, int)}: alpha in the highest byte. */
    public static void divideTruncating(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            int pixel = pixels[i];
            int alpha = pixel >>> 24;
            if (alpha != 0 && alpha != 255) {
                int quotients = alpha << 8;
                pixels[i] = alpha << 24
                        | (TRUNCATED[quotients | pixel >>> 16 & 0xff] & 0xff) << 16
                        | (TRUNCATED[quotients | pixel >>> 8 & 0xff] & 0xff) << 8
                        | TRUNCATED[quotients | pixel & 0xff] & 0xff;
            }
        }
    }

    /** The colours of a pixel 0xAARRGGBB as {@link #multiply(int[], int, int, int, int)} has them: red and blue in one go. */
    public static int multiply(int argb) {
        int alpha = argb >>> 24;
        int redBlue = (argb & 0xff00ff) * alpha + 0x800080;
        int green = (argb >> 8 & 0xff) * alpha + 0x80;
        redBlue = redBlue + (redBlue >>> 8 & 0xff00ff) >>> 8 & 0xff00ff;
        return alpha << 24 | redBlue | (green >> 8) + green & 0xff00;
    }

    /** The colours of a pixel 0xAARRGGBB as {@link #divide(int[], int, int, int, int)} has them. */
    public static int divide(int argb) {
        return divide(argb, FACTORS[argb >>> 24]);
    }

    private static int divide(int argb, int factor) {
        return argb & 0xff000000
                | quotient(argb >> 16 & 0xff, factor) << 16
                | quotient(argb >> 8 & 0xff, factor) << 8
                | quotient(argb & 0xff, factor);
    }

    /** The nearest integer of color × 255 / alpha, at most 255. No branch, for vectors. */
    private static int quotient(int color, int factor) {
        int quotient = color * factor + 0x8000 >>> 16;
        return (quotient | 255 - quotient >> 31) & 0xff;
    }

    /** Multiplies pixels in place as {@link #multiply(int)}: alpha in the highest byte, colours below in any order. */
    public static void multiply(int[] pixels, int at, int count) {
        for (int i = at; i < at + count; i++) {
            pixels[i] = multiply(pixels[i]);
        }
    }

    /**
     * Sets colours above alpha to alpha, in place: exactly what dividing and multiplying again does to premultiplied pixels, alpha in
     * the highest byte.
     */
    public static void limit(int[] pixels, int at, int count) {
        for (int i = at; i < at + count; i++) {
            int pixel = pixels[i];
            int alpha = pixel >>> 24;
            pixels[i] = alpha << 24
                    | least(pixel >>> 16 & 0xff, alpha) << 16
                    | least(pixel >>> 8 & 0xff, alpha) << 8
                    | least(pixel & 0xff, alpha);
        }
    }

    /** The smaller one, without a branch, for vectors. */
    private static int least(int color, int alpha) {
        int room = alpha - color;
        return color + (room & room >> 31);
    }

    /** What the colours of each pixel have to be multiplied by, to be divided by alpha, at the same indices. */
    public static void factors(int[] pixels, int[] factors, int at, int count) {
        for (int i = at; i < at + count; i++) {
            factors[i] = FACTORS[pixels[i] >>> 24];
        }
    }

    /** Divides pixels in place as {@link #divide(int)}, by their {@link #factors}, whose look-ups are not done in vectors. */
    public static void divide(int[] pixels, int[] factors, int at, int count) {
        for (int i = at; i < at + count; i++) {
            pixels[i] = divide(pixels[i], factors[i]);
        }
    }

    /** Exactly the nearest integer of x × y / 255 for bytes. */
    private static int mul255(int x, int y) {
        int t = x * y + 128;
        return ((t >> 8) + t) >> 8;
    }
}
