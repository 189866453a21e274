package org.imageop.spi;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.internal.operations.ImageAccess;
import org.imageop.internal.rows.Runs;
import org.jspecify.annotations.Nullable;

/**
 * What a component is stored in, as far as it decides which numbers are lost.
 *
 * @param bits how many bits of a sample are kept
 * @param range the numbers that are 0 and M, or null for plain samples
 * @param element which numbers an element holds
 */
record Stored(int bits, Plane.@Nullable Range range, Element element) {
    /**
     * The numbers that an element holds: all whole ones of so many bits, and fractions if it is floating-point.
     *
     * @param whole the width of an unsigned number; a sign is one bit more
     */
    private record Element(int whole, boolean signed, boolean fractions, boolean doubles) {
        static final Element DOUBLE = new Element(53, true, true, true);
        static final Element FLOAT = new Element(24, true, true, false);

        static Element of(Plane plane) {
            if (plane.memory() instanceof FloatBuffer) {
                return FLOAT;
            }
            return new Element(plane.signed() ? plane.bits() - 1 : plane.bits(), plane.signed(), false, false);
        }

        boolean holds(Element other) {
            return whole >= other.whole
                    && (signed || !other.signed)
                    && (fractions || !other.fractions)
                    && (doubles || !other.doubles);
        }
    }

    /** What the components of an image are stored in, in the order of its mode. */
    static List<Stored> of(ImageLike image) {
        Mode mode = image.mode();
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout != null) {
            return layout.planes().stream().map(plane -> of(mode, plane)).toList();
        }
        List<Stored> all = new ArrayList<>();
        for (SampleRows rows : ImageAccess.all(image).rows()) {
            List<Plane.Range> ranges = rows.ranges();
            for (int c = 0; c < Runs.components(mode); c++) {
                all.add(new Stored(mode.bitsPerComponent(), ranges.isEmpty() ? null : ranges.get(c), Element.DOUBLE));
            }
        }
        return all;
    }

    private static Stored of(Mode mode, Plane plane) {
        Plane.Range range = plane.range();
        return new Stored(
                range == null ? plane.bits() : Math.min(mode.bitsPerComponent(), bits(plane, range)),
                range,
                Element.of(plane));
    }

    /** The bits of the numbers within a range that an element can be. */
    private static int bits(Plane plane, Plane.Range range) {
        if (plane.memory() instanceof FloatBuffer) {
            float largest = (float) Math.max(Math.abs(range.min()), Math.abs(range.max()));
            // the widest step between two floats of the range
            return log2((range.max() - range.min()) / Math.ulp(Math.nextDown(largest)));
        }
        double least = plane.signed() ? -Math.pow(2, plane.bits() - 1.0) : 0;
        double low = Math.max(least, range.min());
        double high = Math.min(least + Math.pow(2, plane.bits()) - 1, range.max());
        return log2(Math.floor(high) - Math.ceil(low) + 1);
    }

    private static int log2(double count) {
        return Math.max(0, Math.getExponent(count));
    }

    boolean ranged() {
        return range != null;
    }

    /** Whether each number of another component is one of this component too. */
    boolean holds(Stored other) {
        return range == null
                ? other.range == null && bits >= other.bits
                : range.equals(other.range) && element.holds(other.element);
    }
}
