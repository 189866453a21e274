package org.imageop.verification.matrix;

import org.imageop.Mode;

/** The protocol's formulas, written a second time. */
final class Formulas {
    private Formulas() {}

    /** A sample of one largest value as one of another, to the nearest. */
    static int scale(long sample, long from, long to) {
        return from == to ? (int) sample : (int) ((2 * sample * to + from) / (2 * from));
    }

    static int premultiplied(int colour, int alpha, int max) {
        return (int) ((2L * colour * alpha + max) / (2L * max));
    }

    static int straight(int product, int alpha, int max) {
        return alpha == 0 ? 0 : (int) Math.min(max, (2L * product * max + alpha) / (2L * alpha));
    }

    /** All components but the last by the last. */
    static int[] premultiplied(int[] samples, int max) {
        int alpha = samples[samples.length - 1];
        int[] result = samples.clone();
        for (int c = 0; c < samples.length - 1; c++) {
            result[c] = premultiplied(samples[c], alpha, max);
        }
        return result;
    }

    static int[] straight(int[] samples, int max) {
        int alpha = samples[samples.length - 1];
        int[] result = samples.clone();
        for (int c = 0; c < samples.length - 1; c++) {
            result[c] = straight(samples[c], alpha, max);
        }
        return result;
    }

    /** 8-bit straight red, green, blue, alpha of a pixel. */
    static int[] rgba(Mode mode, int... s) {
        if (mode == Mode.CMYK || mode == Mode.CMYK64) {
            long max = mode.maxValue();
            int[] rgb = new int[3];
            for (int c = 0; c < 3; c++) {
                // ink on ink, to the nearest, then to 8 bits
                long light = ((max - s[c]) * (max - s[3]) + max / 2) / max;
                rgb[c] = scale(light, max, 255);
            }
            return new int[] {rgb[0], rgb[1], rgb[2], 255};
        }
        if (mode == Mode.JPEG_YV12) {
            int x = s[1] - 128;
            int z = s[2] - 128;
            return new int[] {
                clip(s[0] + (91881 * x + 32768 >> 16)),
                clip(s[0] + (-22554 * z - 46802 * x + 32768 >> 16)),
                clip(s[0] + (116130 * z + 32768 >> 16)),
                255
            };
        }
        if (mode == Mode.YV12) {
            int p = 76309 * (s[0] - 16);
            int x = s[1] - 128;
            int z = s[2] - 128;
            return new int[] {
                clip(p + 104597 * x + 32768 >> 16),
                clip(p - 25675 * z - 53279 * x + 32768 >> 16),
                clip(p + 132201 * z + 32768 >> 16),
                255
            };
        }
        int[] eight = new int[s.length];
        for (int c = 0; c < s.length; c++) {
            eight[c] = scale(s[c] & 0xffffffffL, mode.maxValue(), 255);
        }
        int blue = s.length < 3 ? 0 : 2;
        int green = s.length < 3 ? 0 : 1;
        return new int[] {eight[0], eight[green], eight[blue], mode.hasAlpha() ? eight[s.length - 1] : 255};
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
