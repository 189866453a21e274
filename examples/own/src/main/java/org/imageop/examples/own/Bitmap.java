package org.imageop.examples.own;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.imageop.ImageBuffer;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;

/**
 * A bitmap as Windows keeps it: grey, BGR or BGRA bytes, the bottom row first, each row padded to a multiple of four.
 *
 * <p>Offsets and strides describe such memory, so the class takes part by a {@link PixelLayout}.
 */
public final class Bitmap implements ImageMixin {
    private final byte[] bits;
    private final int stride;
    private final ImageSize size;
    private final Mode mode;
    private final ImageBuffer buffer;
    private final Map<String, Object> info = new HashMap<>();

    /**
     * A bitmap whose bytes are all 0.
     *
     * @param width its width, at least 1
     * @param height its height, at least 1
     * @param bitCount 8 for grey, 24 for colour, 32 for colour with alpha
     * @throws IllegalArgumentException if there is no such bitmap, or if it is larger than an array
     */
    public Bitmap(int width, int height, int bitCount) {
        mode = switch (bitCount) {
            case 8 -> Mode.L;
            case 24 -> Mode.RGB;
            case 32 -> Mode.RGBA;
            default -> throw new IllegalArgumentException("A bitmap has 8, 24 or 32 bits per pixel, not " + bitCount);
        };
        long padded = (width * (bitCount / 8L) + 3) / 4 * 4;
        if (width < 1 || height < 1 || padded > Integer.MAX_VALUE / height) {
            throw new IllegalArgumentException(
                    "A bitmap has one pixel to 2 GiB of pixels, not " + width + "×" + height);
        }
        size = new ImageSize(width, height);
        stride = (int) padded;
        bits = new byte[stride * height];

        // What makes it an image of the protocol: the top row is the last in memory, and the rows lead upwards.
        String order = mode == Mode.L ? "L" : mode == Mode.RGB ? "BGR" : "BGRA";
        int topRow = (height - 1) * stride;
        PixelLayout layout =
                PixelLayout.interleaved(mode, width, height, order, ByteBuffer.wrap(bits), topRow, -stride);
        buffer = ImageBuffer.of(layout);
    }

    /**
     * The bytes themselves, with their padding.
     *
     * @return the array, shared
     */
    public byte[] bits() {
        return bits;
    }

    /**
     * The distance from one row to the next one above.
     *
     * @return a number of bytes
     */
    public int stride() {
        return stride;
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public ImageSize size() {
        return size;
    }

    @Override
    public ImageBuffer buffer() {
        return buffer;
    }

    @Override
    public Map<String, Object> info() {
        return info;
    }
}
