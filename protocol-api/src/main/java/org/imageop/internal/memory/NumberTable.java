package org.imageop.internal.memory;

import org.jspecify.annotations.Nullable;

/**
 * The elements that the values of 8 bits are in a field of numbers, each computed once: tensors are filled with millions of
 * them. Several threads may use it at once.
 */
public final class NumberTable {
    private final Field field;
    private volatile int @Nullable [] elements;

    private NumberTable(Field field) {
        this.field = field;
    }

    /** The table of a field, or null if its elements are not numbers, or stand for more values. */
    public static @Nullable NumberTable of(Field field, int bits) {
        return field.ranged() && bits == Byte.SIZE ? new NumberTable(field) : null;
    }

    /** The bits of the elements, by value. */
    public int[] elements() {
        int[] known = elements;
        if (known == null) {
            known = new int[1 << Byte.SIZE];
            for (int value = 0; value < known.length; value++) {
                known[value] = SampleCodec.encode(field, Byte.SIZE, value);
            }
            elements = known;
        }
        return known;
    }
}
