package org.imageop.internal.arrangement;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
     * @param width the number of columns
     * @param planes one for each component
     * @param fields what the planes stand for; those on the same memory have the same buffer
     */
    public static Arrangement of(Mode mode, int width, List<Plane> planes, Field[] fields) {
        Field first = fields[0];
        boolean numbers = planes.get(0).range() != null;
        boolean ranged = false;
        boolean whole = true;
        boolean rows = fields.length > 1;
        boolean together = !mode.planar();
        for (int c = 0; c < fields.length; c++) {
            Field field = fields[c];
            ranged |= field.ranged();
            numbers &= Objects.equals(planes.get(c).range(), planes.get(0).range()) && field.signed() == first.signed();
            whole &= field.wholeElements() && field.bits() == mode.bitsPerComponent();
            rows &= Math.abs(field.pixelStride()) == 1;
            together &= field.memory() == first.memory()
                    && field.pixelStride() == first.pixelStride()
                    && field.lineStride() == first.lineStride();
        }
        Arrangement found = null;
        if (together && !ranged) {
            found = whole ? interleaved(mode, width, fields) : packed(mode, fields);
        } else if (together && numbers && interleaved(mode, width, fields) instanceof Arrangement.Interleaved at) {
            found = new Arrangement.Ranged(
                    at.memory(),
                    at.offset(),
                    at.pixelStride(),
                    at.lineStride(),
                    at.order(),
                    Objects.requireNonNull(planes.get(0).range()),
                    first.signed());
        }
        if (found == null && rows && whole) {
            found = new Arrangement.Planar(planes);
        }
        return found == null ? new Arrangement.Other(planes) : found;
    }

    private static @Nullable Arrangement interleaved(Mode mode, int width, Field[] fields) {
        Field first = fields[0];
        long begin = Arrays.stream(fields).mapToLong(Field::offset).min().orElseThrow();
        long[] places = Arrays.stream(fields).mapToLong(f -> f.offset() - begin).toArray();
        long span = Arrays.stream(places).max().orElseThrow() + 1;
        long step = Math.abs(first.pixelStride());
        // the only column has no next one, however far that would be
        boolean free = width == 1 && (step < span || step > LONGEST_ORDER);
        long pixelStride = free ? span : first.pixelStride();
        long length = Math.abs(pixelStride);
        boolean neighbours = Arrays.stream(places).allMatch(place -> place < length)
                && Arrays.stream(places).distinct().count() == places.length;
        if (!neighbours || length > LONGEST_ORDER) {
            return null;
        }
        String order = ComponentOrder.ofElements(mode.componentNames(), places, (int) length);
        return new Arrangement.Interleaved(first.view(), begin, pixelStride, first.lineStride(), order);
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
