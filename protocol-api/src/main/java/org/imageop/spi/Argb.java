package org.imageop.spi;

import org.imageop.internal.colors.Premultiplication;

/**
 * Pixels of 8-bit components in one int, {@code 0xAARRGGBB}: the form in which toolkits exchange single pixels. Samples
 * are in the order of L, LA, RGB and RGBA.
 */
public final class Argb {
    private Argb() {}

    /**
     * Joins the samples of a pixel.
     *
     * @param components how many there are: 1 for L, 2 for LA, 3 for RGB, 4 for RGBA
     * @param samples each from 0 to 255
     * @param at the first sample's position
     * @return the pixel, opaque if it has no alpha
     */
    public static int pack(int components, int[] samples, int at) {
        return switch (components) {
            case 1 -> 0xff000000 | samples[at] * 0x010101;
            case 2 -> samples[at + 1] << 24 | samples[at] * 0x010101;
            case 3 -> 0xff000000 | samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2];
            default -> samples[at + 3] << 24 | samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2];
        };
    }

    /**
     * Spreads a pixel to samples. The grey of L and LA is the pixel's blue; L and RGB drop alpha.
     *
     * @param argb the pixel
     * @param components how many samples to write: 1 for L, 2 for LA, 3 for RGB, 4 for RGBA
     * @param samples where the samples go
     * @param at the first sample's position
     */
    public static void unpack(int argb, int components, int[] samples, int at) {
        if (components < 3) {
            samples[at] = argb & 0xff;
        } else {
            samples[at] = argb >> 16 & 0xff;
            samples[at + 1] = argb >> 8 & 0xff;
            samples[at + 2] = argb & 0xff;
        }
        if ((components & 1) == 0) {
            samples[at + components - 1] = argb >>> 24;
        }
    }

    /**
     * Joins the samples of a run of pixels.
     *
     * @param components as in {@link #pack(int, int[], int)}
     * @param samples the components of a pixel side by side, each from 0 to 255
     * @param at the first sample's position
     * @param argb where the pixels go, from index 0 on
     * @param count how many pixels
     */
    public static void pack(int components, int[] samples, int at, int[] argb, int count) {
        if (components == 4) {
            for (int i = 0, k = at; i < count; i++, k += 4) {
                argb[i] = samples[k + 3] << 24 | samples[k] << 16 | samples[k + 1] << 8 | samples[k + 2];
            }
            return;
        }
        for (int i = 0, k = at; i < count; i++, k += components) {
            argb[i] = pack(components, samples, k);
        }
    }

    /**
     * Spreads a run of pixels to samples.
     *
     * @param argb the pixels, from index 0 on
     * @param components as in {@link #unpack(int, int, int[], int)}
     * @param samples where the samples go, the components of a pixel side by side
     * @param at the first sample's position
     * @param count how many pixels
     */
    public static void unpack(int[] argb, int components, int[] samples, int at, int count) {
        switch (components) {
            case 3 -> {
                for (int i = 0, k = at; i < count; i++, k += 3) {
                    samples[k] = argb[i] >> 16 & 0xff;
                    samples[k + 1] = argb[i] >> 8 & 0xff;
                    samples[k + 2] = argb[i] & 0xff;
                }
            }
            case 4 -> {
                for (int i = 0, k = at; i < count; i++, k += 4) {
                    samples[k] = argb[i] >> 16 & 0xff;
                    samples[k + 1] = argb[i] >> 8 & 0xff;
                    samples[k + 2] = argb[i] & 0xff;
                    samples[k + 3] = argb[i] >>> 24;
                }
            }
            default -> {
                for (int i = 0, k = at; i < count; i++, k += components) {
                    unpack(argb[i], components, samples, k);
                }
            }
        }
    }

    /**
     * Multiplies colours by alpha, to the nearest integer, as writing {@link org.imageop.AlphaType#PREMULTIPLIED} memory
     * does.
     *
     * @param argb a straight pixel
     * @return the premultiplied pixel
     */
    public static int premultiply(int argb) {
        return Premultiplication.multiply(argb);
    }

    /**
     * Divides colours by alpha, to the nearest integer, as reading {@link org.imageop.AlphaType#PREMULTIPLIED} memory
     * does.
     *
     * @param argb a premultiplied pixel
     * @return the straight pixel; 0 if it is fully transparent
     */
    public static int straighten(int argb) {
        return Premultiplication.divide(argb);
    }
}
