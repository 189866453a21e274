package org.imageop.awt.palette;

import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** The index of a colour: the first with exactly this colour, else the first with the nearest one. Safe for several threads. */
final class NearestColors {
    /** Each colour has one place, where it replaces the one before it. */
    private static final int REMEMBERED_BITS = 12;

    private final int[] colors;
    /** The indices that can be written. */
    private final int[] valid;

    private final Map<Integer, Integer> exact = new HashMap<>();
    /** A colour in the upper half and its index in the lower half, plus one so that 0 is free. */
    private final AtomicLongArray found = new AtomicLongArray(1 << REMEMBERED_BITS);

    NearestColors(IndexColorModel model, int... colors) {
        this.colors = colors;
        this.valid = IntStream.range(0, colors.length).filter(model::isValid).toArray();
        for (int index : valid) {
            exact.putIfAbsent(colors[index], index);
        }
    }

    /** The index to write for a colour. */
    int index(int argb) {
        int place = argb * 0x9e3779b9 >>> Integer.SIZE - REMEMBERED_BITS;
        long known = found.get(place);
        if (known != 0 && (int) (known >>> 32) == argb) {
            return (int) known - 1;
        }
        Integer same = exact.get(argb);
        int index = same != null ? same : search(argb);
        found.set(place, (long) argb << 32 | index + 1);
        return index;
    }

    private int search(int argb) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int index : valid) {
            int distance = distance(argb, colors[index]);
            if (distance < least) {
                least = distance;
                best = index;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int difference = (a >>> shift & 0xff) - (b >>> shift & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
