package org.imageop.imglib2.geometry;

import java.util.Arrays;
import java.util.List;
import net.imglib2.Interval;
import net.imglib2.transform.integer.MixedTransform;
import net.imglib2.transform.integer.shear.AbstractShearTransform;

/**
 * The positions {@code low}, {@code low + step} … {@code high} of each dimension. Sums wrap around as ImgLib2's own do, so
 * that translations there and back cancel.
 *
 * @param low the first position, which is the least
 * @param high the last position
 * @param step the distance of two neighbours, at least 1
 */
public record Box(long[] low, long[] high, long[] step) {

    /** All positions of an interval. */
    public static Box of(Interval interval) {
        return between(interval.minAsLongArray(), interval.maxAsLongArray());
    }

    /** All positions between two, both included. */
    static Box between(long[] low, long[] high) {
        long[] step = new long[low.length];
        Arrays.fill(step, 1);
        return new Box(low, high, step);
    }

    /** Whether there is no position. */
    boolean empty() {
        for (int d = 0; d < low.length; d++) {
            if (low[d] > high[d]) {
                return true;
            }
        }
        return false;
    }

    /** The positions within an interval. */
    public Box within(Interval interval) {
        Box part = copy();
        for (int d = 0; d < low.length; d++) {
            if (low[d] < interval.min(d)) {
                part.low[d] -= Math.floorDiv(low[d] - interval.min(d), step[d]) * step[d];
            }
            part.high[d] = Math.min(high[d], interval.max(d));
        }
        return part;
    }

    /** How many positions there are. */
    public long size() {
        long size = 1;
        for (int d = 0; d < low.length; d++) {
            size *= (high[d] - low[d]) / step[d] + 1;
        }
        return size;
    }

    /** Two boxes of half the positions, cut across the longest side. */
    List<Box> halves() {
        int longest = 0;
        for (int d = 1; d < low.length; d++) {
            longest = high[d] - low[d] > high[longest] - low[longest] ? d : longest;
        }
        Box first = copy();
        Box second = copy();
        long steps = (high[longest] - low[longest]) / step[longest];
        first.high[longest] = low[longest] + steps / 2 * step[longest];
        second.low[longest] = first.high[longest] + step[longest];
        return List.of(first, second);
    }

    /** False only if the boxes have no position in common. */
    public boolean meets(Box other) {
        for (int d = 0; d < low.length; d++) {
            boolean alternate = step[d] == other.step[d] && (low[d] - other.low[d]) % step[d] != 0;
            if (alternate || low[d] > other.high[d] || other.low[d] > high[d]) {
                return false;
            }
        }
        return true;
    }

    /** The same positions without the last dimension. */
    Box slice() {
        int n = low.length - 1;
        return new Box(Arrays.copyOf(low, n), Arrays.copyOf(high, n), Arrays.copyOf(step, n));
    }

    Box copy() {
        return new Box(low.clone(), high.clone(), step.clone());
    }

    /** The positions of the source of a view. */
    Box through(MixedTransform transform) {
        int n = transform.numTargetDimensions();
        Box mapped = new Box(new long[n], new long[n], new long[n]);
        for (int d = 0; d < n; d++) {
            long shift = transform.getTranslation(d);
            boolean fixed = transform.getComponentZero(d);
            int from = fixed ? 0 : transform.getComponentMapping(d);
            boolean inverted = transform.getComponentInversion(d);
            mapped.low[d] = shift + (fixed ? 0 : inverted ? -high[from] : low[from]);
            mapped.high[d] = shift + (fixed ? 0 : inverted ? -low[from] : high[from]);
            mapped.step[d] = fixed ? 1 : step[from];
        }
        return mapped;
    }

    /** The positions of the source of a view, and those between them. */
    Box through(AbstractShearTransform transform) {
        // ImgLib2 8.0.1's own transform of a bounding box forgets where the box is
        Box mapped = between(low.clone(), high.clone());
        int moved = transform.getShearDimension();
        int by = transform.getReferenceDimension();
        long[] corner = low.clone();
        long[] source = new long[corner.length];
        transform.apply(corner, source);
        long first = source[moved] - low[moved];
        corner[by] = high[by];
        transform.apply(corner, source);
        long last = source[moved] - low[moved];
        mapped.low[moved] += Math.min(first, last);
        mapped.high[moved] += Math.max(first, last);
        return mapped;
    }

    /** The positions of the source of a view that takes each so many positions. */
    Box scaled(long[] steps) {
        Box scaled = copy();
        for (int d = 0; d < low.length; d++) {
            scaled.low[d] *= steps[d];
            scaled.high[d] *= steps[d];
            scaled.step[d] *= steps[d];
        }
        return scaled;
    }
}
