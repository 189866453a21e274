package org.imageop.internal.rows;

import java.nio.ByteBuffer;
import org.imageop.SampleRows;
import org.jspecify.annotations.Nullable;

/** Rows whose samples are the bytes of an array, pixel after pixel without gaps, in any order within a pixel. */
public final class ByteLines {
    private final StridedRows rows;
    private final byte[] bytes;
    private final int base;
    private final int[] order;

    /** The component whose byte comes first. */
    private final int first;

    private ByteLines(StridedRows rows, ByteBuffer memory, int[] order) {
        this.rows = rows;
        this.bytes = memory.array();
        this.base = memory.arrayOffset();
        this.order = order;
        this.first = order[0];
    }

    /** The bytes of rows, or null if they lie otherwise or have to be computed. */
    public static @Nullable ByteLines of(SampleRows rows, int components) {
        if (!(rows instanceof StridedRows strided)
                || !strided.plain()
                || !(strided.memory(0) instanceof ByteBuffer memory)
                || !memory.hasArray()) {
            return null;
        }
        long lowest = Long.MAX_VALUE;
        for (int c = 0; c < components; c++) {
            lowest = Math.min(lowest, strided.index(c, 0, 0));
        }
        long line = strided.index(0, 0, 1) - strided.index(0, 0, 0);
        int[] order = new int[components];
        int places = 0;
        for (int c = 0; c < components; c++) {
            long place = strided.index(c, 0, 0) - lowest;
            if (strided.memory(c) != memory
                    || strided.pixelStride(c) != components
                    || strided.index(c, 0, 1) - strided.index(c, 0, 0) != line
                    || place >= components) {
                return null;
            }
            order[(int) place] = c;
            places |= 1 << place;
        }
        return places == (1 << components) - 1 ? new ByteLines(strided, memory, order) : null;
    }

    /** The array. Memory that was freed throws. */
    public byte[] bytes() {
        rows.memory(0);
        return bytes;
    }

    /** Where a row begins in the array. */
    public int start(int y) {
        return (int) rows.index(first, 0, y) + base;
    }

    /** The component of each byte of a pixel. */
    public int[] order() {
        return order;
    }
}
