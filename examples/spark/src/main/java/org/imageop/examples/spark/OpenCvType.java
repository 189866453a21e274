package org.imageop.examples.spark;

import org.imageop.ColorFamily;
import org.imageop.Mode;

/**
 * What the samples of a row are, as OpenCV numbers it.
 *
 * @param number the depth in the lowest three bits, above them the number of channels less one; −1 in rows without an image
 */
record OpenCvType(int number) {
    private static final int BYTES = 0;
    private static final int SHORTS = 2;
    private static final int FLOATS = 5;

    /** The type of a mode that is grey, RGB or RGBA of 8 or 16 bits. */
    static OpenCvType of(Mode mode) {
        int depth = mode.bitsPerComponent() == 8 ? BYTES : SHORTS;
        return new OpenCvType(depth + ((mode.components() - 1) << 3));
    }

    /** Whether images of this type are wrapped here. Two channels are left out: nobody knows what the second is. */
    boolean known() {
        boolean samples = depth() == BYTES || depth() == SHORTS || floats();
        return number >= 0 && samples && (channels() == 1 || channels() == 3 || channels() == 4);
    }

    boolean floats() {
        return depth() == FLOATS;
    }

    int channels() {
        return (number >> 3) + 1;
    }

    int sampleBytes() {
        return depth() == BYTES ? 1 : depth() == SHORTS ? 2 : 4;
    }

    /** The mode of a known type; floats are shown with 16 bits. */
    Mode mode() {
        return Mode.of(
                channels() == 1 ? ColorFamily.GREY : ColorFamily.RGB, depth() == BYTES ? 8 : 16, channels() == 4);
    }

    /** The order of the samples of a pixel, in the words of {@link org.imageop.Arrangement}. */
    String order() {
        return channels() == 1 ? "L" : "BGRA".substring(0, channels());
    }

    private int depth() {
        return number & 7;
    }
}
