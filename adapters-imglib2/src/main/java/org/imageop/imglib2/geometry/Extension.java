package org.imageop.imglib2.geometry;

import java.util.Arrays;
import net.imglib2.Interval;
import net.imglib2.outofbounds.OutOfBoundsBorderFactory;
import net.imglib2.outofbounds.OutOfBoundsConstantValueFactory;
import net.imglib2.outofbounds.OutOfBoundsMirrorFactory;
import net.imglib2.outofbounds.OutOfBoundsPeriodicFactory;
import net.imglib2.outofbounds.OutOfBoundsRandomValueFactory;
import net.imglib2.view.ExtendedRandomAccessibleInterval;

/**
 * What an extension reads of the image that it extends. Beside the image positions are not those of the image: a value
 * comes from nowhere or from another pixel.
 */
public final class Extension {
    private Extension() {}

    /** Whether pixels beside the image are values, and not pixels of the image. */
    private static boolean isValue(Object factory) {
        return factory instanceof OutOfBoundsConstantValueFactory<?, ?>
                || factory instanceof OutOfBoundsRandomValueFactory<?, ?>;
    }

    /** Whether it is known where pixels beside the image come from. */
    public static boolean isKnown(ExtendedRandomAccessibleInterval<?, ?> extended) {
        Object factory = extended.getOutOfBoundsFactory();
        return isValue(factory)
                || factory instanceof OutOfBoundsBorderFactory<?, ?>
                || factory instanceof OutOfBoundsPeriodicFactory<?, ?>
                || factory instanceof OutOfBoundsMirrorFactory<?, ?>;
    }

    /** Whether the image has a single pixel in some dimension, and pixels beside it mirror it without repeating the edge. */
    static boolean mirrorsOnePixel(ExtendedRandomAccessibleInterval<?, ?> extended) {
        return extended.getOutOfBoundsFactory() instanceof OutOfBoundsMirrorFactory<?, ?> mirror
                && mirror.getBoundary() == OutOfBoundsMirrorFactory.Boundary.SINGLE
                && Arrays.stream(extended.getSource().dimensionsAsLongArray()).anyMatch(side -> side == 1);
    }

    /** The positions of the image from which a box of an extension is read, or a box around them. */
    static Box source(ExtendedRandomAccessibleInterval<?, ?> extended, Box box) {
        Interval image = extended.getSource();
        Object factory = extended.getOutOfBoundsFactory();
        if (isValue(factory)) {
            return box.within(image);
        }
        Box source = box.copy();
        for (int d = 0; d < image.numDimensions(); d++) {
            if (box.low()[d] < image.min(d) || box.high()[d] > image.max(d)) {
                fold(factory, image.min(d), image.max(d), source, d);
            }
        }
        return source;
    }

    private static void fold(Object factory, long min, long max, Box box, int d) {
        long low = box.low()[d];
        long high = box.high()[d];
        box.step()[d] = 1;
        box.low()[d] = min;
        box.high()[d] = max;
        long size = max - min + 1;
        if (factory instanceof OutOfBoundsBorderFactory<?, ?>) {
            box.low()[d] = Math.max(min, Math.min(max, low));
            box.high()[d] = Math.max(min, Math.min(max, high));
        } else if (factory instanceof OutOfBoundsPeriodicFactory<?, ?>) {
            long first = Math.floorMod(low - min, size);
            long count = high - low;
            if (count < size - first) {
                box.low()[d] = min + first;
                box.high()[d] = min + first + count;
            }
        } else if (factory instanceof OutOfBoundsMirrorFactory<?, ?> mirror && size > 1) {
            int edge = mirror.getBoundary() == OutOfBoundsMirrorFactory.Boundary.DOUBLE ? 1 : 0;
            // a period runs up to the last pixel and back, and meets the pixels at the ends once or twice
            long turn = size - 1 + edge;
            long period = 2 * turn;
            long first = Math.floorMod(low - min, period);
            long last = first + high - low;
            if (last < size) {
                box.low()[d] = min + first;
                box.high()[d] = min + last;
            } else if (first >= turn && last <= period - edge) {
                box.low()[d] = min + period - edge - last;
                box.high()[d] = min + period - edge - first;
            } else if (last < period) {
                box.low()[d] = min + Math.min(first, period - edge - last);
            } else if (first >= turn && last < period + turn) {
                box.high()[d] = min + Math.max(period - edge - first, last - period);
            }
        }
    }
}
