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
    static final PixelForm RGB = new PixelForm(Mode.RGB, false, 0, 8, 16);

    /** The form of pixels as they are handed out. */
    static PixelForm of(Mode mode, boolean premultiplied, PixelRuns pixels) {
        int[] shifts = IntStream.range(0, mode.components()).map(pixels::shift).toArray();
        return new PixelForm(mode, premultiplied, shifts);
    }
}
