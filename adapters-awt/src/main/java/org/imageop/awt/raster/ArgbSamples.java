package org.imageop.awt.raster;

/** Colours as AWT packs them, 8 bits each of alpha, red, green and blue, and as the samples of L, RGB and RGBA. */
public final class ArgbSamples {
    private ArgbSamples() {}

    /** Writes the samples of a colour; grey has the value of its blue. */
    public static void unpack(int argb, int components, int[] samples, int offset) {
        if (components == 1) {
            samples[offset] = argb & 0xff;
            return;
        }
        samples[offset] = argb >> 16 & 0xff;
        samples[offset + 1] = argb >> 8 & 0xff;
        samples[offset + 2] = argb & 0xff;
        if (components == 4) {
            samples[offset + 3] = argb >>> 24;
        }
    }

    /** The colour of samples, opaque unless they have alpha. */
    public static int pack(int components, int[] samples, int offset) {
        if (components == 1) {
            return 0xff000000 | samples[offset] * 0x10101;
        }
        int alpha = components == 4 ? samples[offset + 3] : 0xff;
        return alpha << 24 | samples[offset] << 16 | samples[offset + 1] << 8 | samples[offset + 2];
    }
}
