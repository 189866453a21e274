package org.imageop.imglib2.wrapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.volatiles.VolatileAccess;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import org.imageop.imglib2.PixelsNotLoadedException;
import org.imageop.imglib2.geometry.Box;
import org.imageop.imglib2.geometry.Footprint;
import org.jspecify.annotations.Nullable;

/** Makes sure that the cells under a box of pixels hold pixels, and not the zeros of a cell that is being loaded. */
final class LoadedCells implements Footprint.Visitor {
    private final List<Cell<?>> held = new ArrayList<>();

    private LoadedCells() {}

    /** Whether an image has cells under it that can be invalid. */
    static boolean needed(RandomAccessibleInterval<?> image) {
        boolean[] found = new boolean[1];
        Footprint.visit(
                image,
                Box.of(image),
                (end, box) -> found[0] |= end instanceof AbstractCellImg<?, ?, ?, ?> cells
                        && cells.getAccessType() instanceof VolatileAccess);
        return found[0];
    }

    /**
     * Loads the cells under a box of an image and checks them.
     *
     * @return the cells; while they are held, caches of soft and weak references give the same ones again
     * @throws PixelsNotLoadedException if one of them is not valid
     */
    static List<Cell<?>> load(RandomAccessibleInterval<?> image, Box box) {
        LoadedCells cells = new LoadedCells();
        Footprint.visit(image, box, cells);
        return cells.held;
    }

    @Override
    public void end(RandomAccessible<?> node, @Nullable Box box) {
        // a view of unknown geometry reads its pixels anywhere, and its cells are not looked for
        if (box != null
                && node instanceof AbstractCellImg<?, ?, ?, ?> image
                && image.getAccessType() instanceof VolatileAccess) {
            load(image, box.within(image), new long[image.numDimensions()], 0);
        }
    }

    private void load(AbstractCellImg<?, ?, ?, ?> image, Box box, long[] position, int d) {
        if (d == position.length) {
            load(image, position);
            return;
        }
        long side = image.getCellGrid().cellDimension(d);
        long step = box.step()[d];
        for (long at = box.low()[d]; at <= box.high()[d]; ) {
            position[d] = at;
            load(image, box, position, d + 1);
            long beyond = (at / side + 1) * side;
            at += (beyond - at + step - 1) / step * step;
        }
    }

    private void load(AbstractCellImg<?, ?, ?, ?> image, long[] position) {
        CellGrid grid = image.getCellGrid();
        RandomAccess<? extends Cell<?>> cells = image.getCells().randomAccess();
        for (int d = 0; d < position.length; d++) {
            cells.setPosition(position[d] / grid.cellDimension(d), d);
        }
        Cell<?> cell = cells.get();
        if (cell.getData() instanceof VolatileAccess state && !state.isValid()) {
            throw new PixelsNotLoadedException("The cell at " + Arrays.toString(position)
                    + " of a cached image is not valid yet; read it again later, or give the image a loader"
                    + " that waits [errors.md#pixels-not-loaded]");
        }
        held.add(cell);
    }
}
