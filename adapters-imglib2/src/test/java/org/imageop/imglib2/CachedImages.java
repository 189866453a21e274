package org.imageop.imglib2;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import net.imglib2.img.basictypeaccess.volatiles.array.VolatileByteArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Cached cell images as imglib2-cache makes them, which is on no central repository: a LazyCellImg on a loader
 * that waits, with volatile arrays, and a cache of a bounded number of cells.
 */
final class CachedImages {
    /** The pixel that the loader computes for a position. */
    interface Pixel {
        int at(long x, long y);
    }

    private CachedImages() {}

    /** An image of two dimensions of which at most {@code most} cells are held. */
    static LazyCellImg<UnsignedByteType, VolatileByteArray> bytes(
            long width, long height, int side, int most, Pixel pixel, LongConsumer loaded) {
        return bytes(width, height, side, most, 1, pixel, loaded);
    }

    /** An image of squares of one colour, {@code grain} pixels wide, that fill its cells. */
    static LazyCellImg<UnsignedByteType, VolatileByteArray> bytes(
            long width, long height, int side, int most, int grain, Pixel pixel, LongConsumer loaded) {
        CellGrid grid = new CellGrid(new long[] {width, height}, new int[] {side, side});
        Map<Long, Cell<VolatileByteArray>> cache = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Cell<VolatileByteArray>> eldest) {
                return size() > most;
            }
        };
        return new LazyCellImg<>(grid, new UnsignedByteType(), index -> {
            synchronized (cache) {
                Cell<VolatileByteArray> cell = cache.get(index);
                if (cell == null) {
                    loaded.accept(index);
                    cell = load(grid, index, grain, pixel);
                    cache.put(index, cell);
                }
                return cell;
            }
        });
    }

    private static Cell<VolatileByteArray> load(CellGrid grid, long index, int grain, Pixel pixel) {
        long[] min = new long[2];
        int[] sides = new int[2];
        grid.getCellDimensions(index, min, sides);
        int width = sides[0];
        byte[] bytes = new byte[width * sides[1]];
        for (int y = 0; y < sides[1]; y++) {
            if (y % grain != 0) {
                System.arraycopy(bytes, (y - 1) * width, bytes, y * width, width);
                continue;
            }
            for (int x = 0; x < width; x += grain) {
                int end = Math.min(width, x + grain);
                Arrays.fill(bytes, y * width + x, y * width + end, (byte) pixel.at(min[0] + x, min[1] + y));
            }
        }
        return new Cell<>(sides, min, new VolatileByteArray(bytes, true));
    }
}
