package org.imageop.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.Mode;

/** Proves that two libraries have one memory: what one writes, the other reads. */
final class WriteThrough {
    private WriteThrough() {}

    /**
     * Demands that a written pixel shows, and that it is gone when it is put back.
     *
     * @param writer the library that writes
     * @param write writes the pixel
     * @param undo puts it back
     * @param reader the library that reads
     * @param read reads the samples of the pixel
     * @param expected what it is to read, other than what it read before
     * @throws HopFailure if it reads something else
     */
    static void demand(
            String writer, Runnable write, Runnable undo, String reader, Supplier<int[]> read, int[] expected) {
        int[] before = read.get();
        int[] seen;
        try {
            write.run();
            seen = read.get();
        } finally {
            undo.run();
        }
        if (!Arrays.equals(seen, expected) || Arrays.equals(seen, before)) {
            throw new HopFailure("a pixel written by " + writer + " does not show in " + reader + ": "
                    + Arrays.toString(expected) + " became " + Arrays.toString(seen));
        }
        if (!Arrays.equals(read.get(), before)) {
            throw new HopFailure("a pixel put back by " + writer + " is not what it was in " + reader + ": "
                    + Arrays.toString(before) + " became " + Arrays.toString(read.get()));
        }
    }

    /** A pixel as unlike another as can be, and opaque, which all memory layouts can hold. */
    static int[] opposite(int[] pixel, Mode mode) {
        int most = (int) mode.maxValue();
        int[] opposite = new int[pixel.length];
        for (int c = 0; c < opposite.length; c++) {
            boolean alpha = mode.hasAlpha() && c == opposite.length - 1;
            opposite[c] = alpha || Integer.compareUnsigned(pixel[c], most >>> 1) <= 0 ? most : 0;
        }
        return opposite;
    }

    /**
     * A pixel unlike another that an image can hold in its place. A palette has few colours, so the corners of the
     * colour space are tried, and what is held of them counts.
     *
     * @return the pixel's own value if the image can hold no other
     */
    static int[] another(ImageLike image, int x, int y) {
        int[] before = image.get(x, y).value();
        List<int[]> candidates = new ArrayList<>(List.of(opposite(before, image.mode())));
        int colors = before.length - (image.mode().hasAlpha() ? 1 : 0);
        for (int corner = 0; corner < 1 << colors; corner++) {
            int[] candidate = new int[before.length];
            for (int c = 0; c < candidate.length; c++) {
                candidate[c] = c >= colors || (corner >> c & 1) == 1
                        ? (int) image.mode().maxValue()
                        : 0;
            }
            candidates.add(candidate);
        }
        for (int[] candidate : candidates) {
            image.set(x, y, candidate);
            int[] held = image.get(x, y).value();
            image.set(x, y, before);
            if (!Arrays.equals(held, before)) {
                return held;
            }
        }
        return before;
    }
}
