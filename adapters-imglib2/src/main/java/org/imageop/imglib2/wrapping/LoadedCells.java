package org.imageop.imglib2.wrapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.img.basictypeaccess.volatiles.VolatileAccess;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import org.imageop.imglib2.PixelsNotLoadedException;
import org.imageop.imglib2.geometry.ViewPath;
import org.jspecify.annotations.Nullable;

/** Makes sure that the cells under a run of pixels hold pixels, and not the zeros of a cell that is being loaded. */
final class LoadedCells {
    private final AbstractCellImg<?, ?, ?, ?> image;
    private final ViewPath path;

    private LoadedCells(AbstractCellImg<?, ?, ?, ?> image, ViewPath path) {
        this.image = image;
        this.path = path;
    }

    /** The check for a plane, or null if what it lies in cannot be invalid. */
    static @Nullable LoadedCells under(ViewPath path) {
        return path.source() instanceof AbstractCellImg<?, ?, ?, ?> image
                        && image.getAccessType() instanceof VolatileAccess
                ? new LoadedCells(image, path)
                : null;
    }

    /**
     * Loads the cells of a run and checks them.
     *
     * @return the cells; while they are held, caches of soft and weak references give the same ones again
     * @throws PixelsNotLoadedException if one of them is not valid
     */
    List<Cell<?>> load(int x, int y, int count) {
        CellGrid grid = image.getCellGrid();
        RandomAccess<? extends Cell<?>> cells = image.getCells().randomAccess();
        List<Cell<?>> held = new ArrayList<>();
        for (long i = 0; i < count; ) {
            long[] position = path.position(x + i, y);
            long sameCell = 1;
            if (inside(position)) {
                sameCell = Long.MAX_VALUE;
                for (int d = 0; d < position.length; d++) {
                    long size = grid.cellDimension(d);
                    cells.setPosition(position[d] / size, d);
                    long step = path.across()[d];
                    long within = position[d] % size;
                    if (step != 0) {
                        sameCell = Math.min(sameCell, (step > 0 ? size - 1 - within : within) / Math.abs(step) + 1);
                    }
                }
                Cell<?> cell = cells.get();
                if (cell.getData() instanceof VolatileAccess state && !state.isValid()) {
                    throw new PixelsNotLoadedException("The cell at " + Arrays.toString(position)
                            + " of a cached image is not valid yet; read it again later, or give the image a loader"
                            + " that waits [errors.md#pixels-not-loaded]");
                }
                held.add(cell);
            }
            i = sameCell >= count - i ? count : i + sameCell;
        }
        return held;
    }

    /** Beside the image there may be an extension, which needs no cell. */
    private boolean inside(long[] position) {
        for (int d = 0; d < position.length; d++) {
            if (position[d] < 0 || position[d] >= image.dimension(d)) {
                return false;
            }
        }
        return true;
    }
}
