package org.imageop.internal.memory;

import java.nio.Buffer;
import org.imageop.ImageSize;
import org.imageop.Mode;

/**
 * Finds out whether two samples of an image are the same bits in memory, so that writing one would change the other
 * (L-3). The answer is exact wherever memory can be compared: native buffers made apart from each other count as
 * different memory.
 */
public final class Aliasing {
    private Aliasing() {}

    /** One component's samples: positions {@code offset + x * across + y * down}, counted in an array or a buffer. */
    private record Grid(long offset, long across, long down, long width, long height) {
        static Grid of(Field field, Mode.Subsampling sub, ImageSize size) {
            return new Grid(
                    position(field),
                    field.pixelStride(),
                    field.lineStride(),
                    size.width() / sub.x(),
                    size.height() / sub.y());
        }

        long low() {
            return offset + Math.min(0, across * (width - 1)) + Math.min(0, down * (height - 1));
        }

        long high() {
            return offset + Math.max(0, across * (width - 1)) + Math.max(0, down * (height - 1));
        }
    }

    /** Whether samples of an image alias one another; {@code fields} has one for each component. */
    public static boolean exists(Mode mode, ImageSize size, Field[] fields) {
        for (int p = 0; p < fields.length; p++) {
            Mode.Subsampling sub = mode.subsampling().get(p);
            if (repeats(fields[p], size.width() / sub.x(), size.height() / sub.y())) {
                return true;
            }
            for (int q = 0; q < p; q++) {
                if (sameBits(fields[p], fields[q])
                        && meet(fields[p], sub, fields[q], mode.subsampling().get(q), size)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two positions of one component are one. */
    private static boolean repeats(Field field, long width, long height) {
        long divisor = gcd(field.pixelStride(), field.lineStride());
        if (divisor == 0) {
            return width * height > 1;
        }
        return Math.abs(field.lineStride()) / divisor < width && Math.abs(field.pixelStride()) / divisor < height;
    }

    private static boolean sameBits(Field a, Field b) {
        return sameMemory(a.memory(), b.memory())
                && a.shift() < b.shift() + b.bits()
                && b.shift() < a.shift() + a.bits();
    }

    private static boolean sameMemory(Buffer a, Buffer b) {
        return a == b || a.hasArray() && b.hasArray() && a.array() == b.array();
    }

    private static long position(Field field) {
        Buffer memory = field.memory();
        return (memory.hasArray() ? memory.arrayOffset() : 0) + field.offset();
    }

    /** Whether a position of one is a position of the other. */
    private static boolean meet(Field a, Mode.Subsampling subA, Field b, Mode.Subsampling subB, ImageSize size) {
        long across = a.pixelStride();
        long down = a.lineStride();
        if (across != b.pixelStride() || down != b.lineStride() || !subA.equals(subB)) {
            return rowsMeet(Grid.of(a, subA, size), Grid.of(b, subB, size));
        }
        long distance = position(b) - position(a);
        long width = size.width() / subA.x();
        long height = size.height() / subA.y();
        // the longer step counts rows, so that few rows come near each other
        return Math.abs(down) >= Math.abs(across)
                ? shiftedMeet(distance, across, down, width, height)
                : shiftedMeet(distance, down, across, height, width);
    }

    /** For equal steps and sides: whether one is the other, moved by whole columns and rows. */
    private static boolean shiftedMeet(long distance, long across, long down, long width, long height) {
        if (down == 0) {
            return distance == 0;
        }
        long reach = Math.abs(across) * (width - 1);
        long first = Math.floorDiv(distance - reach, down);
        long last = Math.floorDiv(distance + reach, down);
        long end = Math.min(height - 1, Math.max(first, last) + 1);
        for (long rows = Math.max(1 - height, Math.min(first, last) - 1); rows <= end; rows++) {
            long rest = distance - rows * down;
            long columns = across == 0 ? 0 : rest / across;
            if (columns * across == rest && Math.abs(columns) < width) {
                return true;
            }
        }
        return false;
    }

    /** For unequal steps or sides: compares the rows that come near each other. */
    private static boolean rowsMeet(Grid a, Grid b) {
        if (a.high() < b.low() || b.high() < a.low()) {
            return false;
        }
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
