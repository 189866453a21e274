package org.imageop.internal.memory;

import java.nio.Buffer;

/**
 * Finds out whether two samples of an image are the same bits in memory, so that writing one would change the other
 * (L-3). The answer is exact wherever memory can be compared: native buffers made apart from each other count as
 * different memory.
 */
public final class Aliasing {
    private Aliasing() {}

    /** One component's samples: positions {@code offset + x * across + y * down}, counted in an array or a buffer. */
    private record Grid(long offset, long across, long down, long width, long height) {
        static Grid of(Field field, int width, int height) {
            Buffer memory = field.memory();
            long base = memory.hasArray() ? memory.arrayOffset() : 0;
            return new Grid(base + field.offset(), field.pixelStride(), field.lineStride(), width, height);
        }

        /** The same positions, rows taken for columns. */
        Grid transposed() {
            return new Grid(offset, down, across, height, width);
        }

        long low() {
            return offset + Math.min(0, across * (width - 1)) + Math.min(0, down * (height - 1));
        }

        long high() {
            return offset + Math.max(0, across * (width - 1)) + Math.max(0, down * (height - 1));
        }

        /** Whether two of its own positions are one. */
        boolean repeats() {
            long divisor = gcd(across, down);
            if (divisor == 0) {
                return width * height > 1;
            }
            return Math.abs(down) / divisor < width && Math.abs(across) / divisor < height;
        }
    }

    /**
     * Whether samples alias one another.
     *
     * @param fields one for each component
     * @param widths the columns of each component
     * @param heights the rows of each component
     */
    public static boolean exists(Field[] fields, int[] widths, int[] heights) {
        for (int p = 0; p < fields.length; p++) {
            Grid grid = Grid.of(fields[p], widths[p], heights[p]);
            if (grid.repeats()) {
                return true;
            }
            for (int q = 0; q < p; q++) {
                if (sameBits(fields[p], fields[q]) && meet(grid, Grid.of(fields[q], widths[q], heights[q]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameBits(Field a, Field b) {
        return sameMemory(a.memory(), b.memory())
                && a.shift() < b.shift() + b.bits()
                && b.shift() < a.shift() + a.bits();
    }

    private static boolean sameMemory(Buffer a, Buffer b) {
        return a == b || a.hasArray() && b.hasArray() && a.array() == b.array();
    }

    /** Whether a position of one is a position of the other. */
    private static boolean meet(Grid a, Grid b) {
        if (a.high() < b.low() || b.high() < a.low()) {
            return false;
        }
        if (a.across != b.across || a.down != b.down) {
            return rowsMeet(a, b);
        }
        // the longer step counts rows, so that few rows come near each other
        return Math.abs(a.down) >= Math.abs(a.across) ? shiftedMeet(a, b) : shiftedMeet(a.transposed(), b.transposed());
    }

    /** For grids with equal steps: whether one is the other, moved by whole columns and rows. */
    private static boolean shiftedMeet(Grid a, Grid b) {
        long distance = b.offset - a.offset;
        if (a.down == 0) {
            return distance == 0;
        }
        long reach = Math.abs(a.across) * (Math.max(a.width, b.width) - 1);
        long first = Math.floorDiv(distance - reach, a.down);
        long last = Math.floorDiv(distance + reach, a.down);
        for (long rows = Math.min(first, last) - 1; rows <= Math.max(first, last) + 1; rows++) {
            long rest = distance - rows * a.down;
            long columns = a.across == 0 ? 0 : rest / a.across;
            if (columns * a.across == rest
                    && rows > -b.height
                    && rows < a.height
                    && columns > -b.width
                    && columns < a.width) {
                return true;
            }
        }
        return false;
    }

    /** For grids with unequal steps: compares the rows that come near each other. */
    private static boolean rowsMeet(Grid a, Grid b) {
        if (b.down < 0) {
            // the same positions, counted from the last row on
            return rowsMeet(a, new Grid(b.offset + b.down * (b.height - 1), b.across, -b.down, b.width, b.height));
        }
        long reach = Math.abs(b.across) * (b.width - 1);
        for (long y = 0; y < a.height; y++) {
            Grid row = new Grid(a.offset + y * a.down, a.across, 0, a.width, 1);
            for (long z = nearest(row.low() - reach, b); z <= nearest(row.high() + reach, b); z++) {
                Grid other = new Grid(b.offset + z * b.down, b.across, 0, b.width, 1);
                if (row.high() >= other.low() && other.high() >= row.low() && runsMeet(row, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The row of a grid that begins nearest to a position. */
    private static long nearest(long position, Grid grid) {
        long row = grid.down == 0 ? 0 : Math.floorDiv(position - grid.offset, grid.down);
        return Math.max(0, Math.min(grid.height - 1, row));
    }

    private static boolean runsMeet(Grid a, Grid b) {
        for (long x = 0; x < a.width; x++) {
            long rest = a.offset + x * a.across - b.offset;
            long column = b.across == 0 ? 0 : rest / b.across;
            if (column * b.across == rest && column >= 0 && column < b.width) {
                return true;
            }
        }
        return false;
    }

    private static long gcd(long a, long b) {
        long x = Math.abs(a);
        long y = Math.abs(b);
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
