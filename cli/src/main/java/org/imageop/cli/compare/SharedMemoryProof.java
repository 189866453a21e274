package org.imageop.cli.compare;

import java.util.Arrays;
import org.imageop.ImageSize;
import org.imageop.Mode;

/** Proves that two libraries have one memory: writes a pixel on one side, reads it on the other, and puts it back. */
public final class SharedMemoryProof {
    private SharedMemoryProof() {}

    /**
     * Proves it in both directions, first from {@code a} to {@code b}, as far as each can write.
     *
     * @param size the size of the image; the pixel in the middle is written
     * @throws Mismatch if a write on one side does not show on the other
     */
    public static void bothWays(LibraryPixels a, LibraryPixels b, ImageSize size) {
        oneWay(a, b, size);
        oneWay(b, a, size);
    }

    /**
     * Proves it in one direction.
     *
     * @param writer the side that writes
     * @param reader the side that reads
     * @param size the size of the image
     * @throws Mismatch if the write does not show
     */
    public static void oneWay(LibraryPixels writer, LibraryPixels reader, ImageSize size) {
        int x = size.width() / 2;
        int y = size.height() / 2;
        int[] before = reader.pixel(x, y);
        Runnable undo = writer.change(x, y).orElse(null);
        if (undo == null) {
            return;
        }
        int[] written;
        int[] seen;
        try {
            written = writer.pixel(x, y);
            seen = reader.pixel(x, y);
        } finally {
            undo.run();
        }
        if (!Arrays.equals(seen, written) || Arrays.equals(seen, before)) {
            throw new Mismatch("a pixel written by " + writer.library() + " does not show in " + reader.library() + ": "
                    + Arrays.toString(written) + " became " + Arrays.toString(seen));
        }
        int[] after = reader.pixel(x, y);
        if (!Arrays.equals(after, before)) {
            throw new Mismatch("a pixel put back by " + writer.library() + " is not the old one in " + reader.library()
                    + ": " + Arrays.toString(before) + " became " + Arrays.toString(after));
        }
    }

    /** A pixel that differs as much as possible, and is opaque, which all memory layouts can hold. */
    static int[] opposite(int[] pixel, Mode mode) {
        int[] opposite = new int[pixel.length];
        for (int c = 0; c < opposite.length; c++) {
            boolean alpha = mode.hasAlpha() && c == opposite.length - 1;
            opposite[c] = alpha ? (int) mode.maxValue() : farEnd(pixel[c], mode.maxValue());
        }
        return opposite;
    }

    /** 0 or the largest value, whichever is farther from a sample. */
    static int farEnd(int sample, long most) {
        return Integer.toUnsignedLong(sample) <= most / 2 ? (int) most : 0;
    }
}
