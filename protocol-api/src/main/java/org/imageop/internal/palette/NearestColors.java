package org.imageop.internal.palette;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The index of the colour nearest to another one, by the sum of squared differences of components; of equals the first. Four
 * components of a byte each are an int; what a mode lacks is 0 everywhere. Safe for several threads.
 */
public final class NearestColors {
    /** Each colour has one place, where it replaces the one before it. */
    private static final int REMEMBERED_BITS = 14;

    /** Colours in ascending order of a component in which they differ most, so that a search can begin near and end soon. */
    private final int[] sorted;

    private final int[] indices;
    private final int shift;

    /** A colour in the upper half and its index in the lower half, plus one so that 0 is free. */
    private final AtomicLongArray found = new AtomicLongArray(1 << REMEMBERED_BITS);

    /**
     * Keeps a copy.
     *
     * @param colors at least one
     */
    public NearestColors(int... colors) {
        shift = widest(colors);
        long[] order = new long[colors.length];
        for (int i = 0; i < colors.length; i++) {
            order[i] = (long) (colors[i] >>> shift & 0xff) << 32 | i;
        }
        Arrays.sort(order);
        sorted = new int[colors.length];
        indices = new int[colors.length];
        for (int i = 0; i < colors.length; i++) {
            indices[i] = (int) order[i];
            sorted[i] = colors[indices[i]];
        }
    }

    private static int widest(int... colors) {
        int widest = 0;
        long most = -1;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            long sum = 0;
            long squares = 0;
            for (int color : colors) {
                int value = color >>> shift & 0xff;
                sum += value;
                squares += (long) value * value;
            }
            long spread = colors.length * squares - sum * sum;
            if (spread > most) {
                most = spread;
                widest = shift;
            }
        }
        return widest;
    }

    /** The index of the nearest colour. */
    public int index(int color) {
        int place = color * 0x9e3779b9 >>> Integer.SIZE - REMEMBERED_BITS;
        long known = found.getOpaque(place);
        if (known != 0 && (int) (known >>> 32) == color) {
            return (int) known - 1;
        }
        int index = search(color);
        found.setOpaque(place, (long) color << 32 | index + 1);
        return index;
    }

    /** From the place where the colour would stand in both directions, until that one component alone is too far. */
    private int search(int color) {
        int value = color >>> shift & 0xff;
        int up = first(value);
        int down = up - 1;
        int best = -1;
        int least = Integer.MAX_VALUE;
        while (down >= 0 || up < sorted.length) {
            int below = down < 0 ? Integer.MAX_VALUE : square(value - (sorted[down] >>> shift & 0xff));
            int above = up >= sorted.length ? Integer.MAX_VALUE : square((sorted[up] >>> shift & 0xff) - value);
            if (Math.min(below, above) > least) {
                break;
            }
            int at = below < above ? down-- : up++;
            int distance = distance(color, sorted[at]);
            if (distance < least || (distance == least && indices[at] < best)) {
                least = distance;
                best = indices[at];
            }
        }
        return best;
    }

    private int first(int value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if ((sorted[middle] >>> shift & 0xff) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int square(int difference) {
        return difference * difference;
    }

    private static int distance(int a, int b) {
        return square((a >>> 24) - (b >>> 24))
                + square((a >> 16 & 0xff) - (b >> 16 & 0xff))
                + square((a >> 8 & 0xff) - (b >> 8 & 0xff))
                + square((a & 0xff) - (b & 0xff));
    }
}
