package org.imageop.internal.conversion;

import java.util.stream.IntStream;
import org.imageop.Mode;
import org.imageop.internal.pixels.PixelRuns;

/**
 * What the bytes of a pixel in an int are.
 *
 * @param mode a non-planar mode of 8 bits
 * @param premultiplied whether colours are multiplied by alpha
 * @param shifts where each component is: the position of its lowest bit
 */
record PixelForm(Mode mode, boolean premultiplied, int... shifts) {
    /** Red in the lowest byte, then green and blue. */
    static final PixelForm RGB = of(Mode.RGB);

    /** The form that rows of pixels have on their way: straight, components from the lowest byte on, alpha in the highest. */
    static PixelForm of(Mode mode) {
        int[] shifts = IntStream.range(0, mode.components())
                .map(c -> mode.hasAlpha() && c == mode.components() - 1 ? 24 : Byte.SIZE * c)
                .toArray();
        return new PixelForm(mode, false, shifts);
    }

    /** The form of pixels as they are handed out. */
    static PixelForm of(Mode mode, boolean premultiplied, PixelRuns pixels) {
        int[] shifts = IntStream.range(0, mode.components()).map(pixels::shift).toArray();
        return new PixelForm(mode, premultiplied, shifts);
    }

    /** Puts the samples of pixels together. */
    void join(int[] samples, int[] pixels, int count) {
        int n = shifts.length;
        for (int i = 0, k = 0; i < count; i++, k += n) {
            int pixel = samples[k] << shifts[0];
            for (int c = 1; c < n; c++) {
                pixel |= samples[k + c] << shifts[c];
            }
            pixels[i] = pixel;
        }
    }

    /** Takes pixels apart into samples. */
    void part(int[] pixels, int[] samples, int count) {
        int n = shifts.length;
        for (int i = 0, k = 0; i < count; i++) {
            for (int c = 0; c < n; c++, k++) {
                samples[k] = pixels[i] >>> shifts[c] & 0xff;
            }
        }
    }
}
