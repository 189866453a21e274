package org.imageop.internal.arrangement;

import java.util.List;
import java.util.function.Supplier;
import org.imageop.Arrangement;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/** Finds the word for how the components of an image lie in memory. */
public final class Recognition {
    /** Pixels in longer steps have an arrangement without a name. */
    private static final int LONGEST_ORDER = 16;

    private Recognition() {}

    /**
     * The arrangement of components.
     *
     * @param width the number of columns
     * @param fields one for each component; those on the same memory have the same buffer
     * @param planes what the fields stand for, if the arrangement needs them
     */
    public static Arrangement of(Mode mode, int width, Field[] fields, Supplier<List<Plane>> planes) {
        Field first = fields[0];
        boolean ranged = false;
        boolean oneRange = first.ranged();
        boolean whole = true;
        boolean rows = fields.length > 1;
        boolean together = !mode.planar();
        for (Field field : fields) {
            ranged |= field.ranged();
            oneRange &= field.ranged()
                    && field.min() == first.min()
                    && field.max() == first.max()
                    && field.signed() == first.signed();
            whole &= field.wholeElements() && field.bits() == mode.bitsPerComponent();
            rows &= Math.abs(field.pixelStride()) == 1;
            together &= field.memory() == first.memory()
                    && field.pixelStride() == first.pixelStride()
                    && field.lineStride() == first.lineStride();
        }
        Arrangement found = null;
        if (together && !ranged) {
            found = whole ? interleaved(mode, width, fields) : packed(mode, fields);
        } else if (together && oneRange && interleaved(mode, width, fields) instanceof Arrangement.Interleaved at) {
            Plane.Range range = new Plane.Range(first.min(), first.max());
            found = new Arrangement.Ranged(
                    at.memory(), at.offset(), at.pixelStride(), at.lineStride(), at.order(), range, first.signed());
        }
        if (found == null && rows && whole) {
            found = new Arrangement.Planar(planes.get());
        }
        return found == null ? new Arrangement.Other(planes.get()) : found;
    }

    private static @Nullable Arrangement interleaved(Mode mode, int width, Field[] fields) {
        Field first = fields[0];
        long begin = first.offset();
        long end = first.offset();
        for (Field field : fields) {
            begin = Math.min(begin, field.offset());
            end = Math.max(end, field.offset());
        }
        long span = end - begin + 1;
        long step = Math.abs(first.pixelStride());
        // the only column has no next one, however far that would be
        boolean free = width == 1 && (step < span || step > LONGEST_ORDER);
        long pixelStride = free ? span : first.pixelStride();
        long length = Math.abs(pixelStride);
        if (span > length || length > LONGEST_ORDER) {
            return null;
        }
        String order = ComponentOrder.ofElements(mode.componentNames(), fields, begin, (int) length);
        return order == null
                ? null
                : new Arrangement.Interleaved(first.view(), begin, pixelStride, first.lineStride(), order);
    }

    private static @Nullable Arrangement packed(Mode mode, Field[] fields) {
        Field first = fields[0];
        long used = 0;
        for (Field field : fields) {
            long mask = (1L << field.bits()) - 1 << field.shift();
            if (field.offset() != first.offset() || (used & mask) != 0) {
                return null;
            }
            used |= mask;
        }
        String order = ComponentOrder.ofFields(mode.componentNames(), fields);
        return new Arrangement.Packed(first.view(), first.offset(), first.pixelStride(), first.lineStride(), order);
    }
}
