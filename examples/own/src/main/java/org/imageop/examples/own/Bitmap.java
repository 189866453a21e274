package org.imageop.examples.own;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/**
 * A bitmap as Windows keeps it: grey, BGR or BGRA bytes, the bottom row first, each row padded to a multiple of four.
 *
 * <p>It lies in memory that offsets and strides describe, so it speaks the protocol by a {@link PixelLayout}.
 */
public final class Bitmap implements ImageMixin {
    private final int width;
    private final int height;
    private final int bitCount;
    private final int stride;
    private final byte[] bits;

    private final PixelLayout layout;
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
        long padded = (width * (bitCount / 8L) + 3) / 4 * 4;
        if (width < 1 || height < 1 || padded > Integer.MAX_VALUE / height) {
            throw new IllegalArgumentException("A bitmap has from one pixel on to 2 GiB, not " + width + "×" + height);
        }
        this.width = width;
        this.height = height;
        this.bitCount = bitCount;
        this.stride = (int) padded;
        this.bits = new byte[stride * height];
        this.layout = layout();
        this.buffer = ImageBuffer.of(layout);
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

    // What follows makes it an image of the protocol.

    private PixelLayout layout() {
        return switch (bitCount) {
            case 8 -> PixelLayout.of(Mode.L, width, height, AlphaType.OPAQUE, plane(0));
            case 24 -> PixelLayout.of(Mode.RGB, width, height, AlphaType.OPAQUE, plane(2), plane(1), plane(0));
            case 32 ->
                PixelLayout.of(Mode.RGBA, width, height, AlphaType.STRAIGHT, plane(2), plane(1), plane(0), plane(3));
            default -> throw new IllegalArgumentException("A bitmap has 8, 24 or 32 bits per pixel, not " + bitCount);
        };
    }

    /** The component that is a certain byte of each pixel. The top row is the last in memory. */
    private Plane plane(int index) {
        return Plane.of(ByteBuffer.wrap(bits), (height - 1) * stride + index, bitCount / 8, -stride);
    }

    @Override
    public Mode mode() {
        return layout.mode();
    }

    @Override
    public ImageSize size() {
        return layout.size();
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
