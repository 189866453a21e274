package org.imageop.internal.arrangement;

import java.util.Arrays;
import java.util.List;
import org.imageop.Arrangement;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/** Finds the word for how the components of an image lie in memory. */
public final class Recognition {
    /** Pixels in longer steps have an arrangement that nobody has a name for. */
    private static final int LONGEST_ORDER = 16;

    private Recognition() {}

    /**
     * The arrangement of components.
     *
     * @param planes one for each component
     * @param fields what the planes stand for; those on the same memory have the same buffer
     */
    public static Arrangement of(Mode mode, List<Plane> planes, Field[] fields) {
        Field first = fields[0];
        boolean ranged = false;
        boolean whole = true;
        boolean rows = fields.length > 1;
        boolean together = !mode.planar();
        for (Field field : fields) {
            ranged |= field.ranged();
            whole &= field.wholeElements() && field.bits() == mode.bitsPerComponent();
            rows &= Math.abs(field.pixelStride()) == 1;
            together &= field.memory() == first.memory()
                    && field.pixelStride() == first.pixelStride()
                    && field.lineStride() == first.lineStride();
        }
        Arrangement found = null;
        if (together && !ranged) {
            found = whole ? interleaved(mode, fields) : packed(mode, fields);
        }
        if (found == null && rows && whole) {
            found = new Arrangement.Planar(planes);
        }
        return found == null ? new Arrangement.Other(planes) : found;
    }

    private static @Nullable Arrangement interleaved(Mode mode, Field[] fields) {
        Field first = fields[0];
        long length = Math.abs(first.pixelStride());
        long begin = Arrays.stream(fields).mapToLong(Field::offset).min().orElseThrow();
        long[] places = Arrays.stream(fields).mapToLong(f -> f.offset() - begin).toArray();
        boolean neighbours = Arrays.stream(places).allMatch(place -> place < length)
                && Arrays.stream(places).distinct().count() == places.length;
        if (!neighbours || length > LONGEST_ORDER) {
            return null;
        }
        String order = ComponentOrder.ofElements(mode.componentNames(), places, (int) length);
        return new Arrangement.Interleaved(first.view(), begin, first.pixelStride(), first.lineStride(), order);
    }

    private static @Nullable Arrangement packed(Mode mode, Field[] fields) {
        Field first = fields[0];
        ComponentOrder.Bits[] bits = new ComponentOrder.Bits[fields.length];
        long used = 0;
        for (int c = 0; c < fields.length; c++) {
            Field field = fields[c];
            long mask = (1L << field.bits()) - 1 << field.shift();
            if (field.offset() != first.offset() || (used & mask) != 0) {
                return null;
            }
            used |= mask;
            bits[c] = new ComponentOrder.Bits(field.shift(), field.bits());
        }
        String order = ComponentOrder.ofFields(mode.componentNames(), bits, Field.elementBits(first.memory()));
        return new Arrangement.Packed(first.view(), first.offset(), first.pixelStride(), first.lineStride(), order);
    }
}
