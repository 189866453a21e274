package org.imageop.examples.own;

import java.nio.FloatBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageProvider;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;

/**
 * Heights above the sea in metres, 0 to 8848 from black to white.
 *
 * <p>Its methods have the names of the protocol's with other meanings: {@code get} returns a height, {@code size} a number of
 * cells. So it cannot be an image, but it has one, and takes part by an {@link ImageProvider}.
 */
public final class HeightMap implements ImageProvider {
    private final int columns;
    private final float[] metres;

    /**
     * A flat country at the sea.
     *
     * @param columns its width in cells
     * @param rows its height in cells
     */
    public HeightMap(int columns, int rows) {
        this.columns = columns;
        this.metres = new float[columns * rows];
    }

    /**
     * The height of a cell.
     *
     * @param column the cell's column
     * @param row the cell's row
     * @return metres above the sea
     */
    public float get(int column, int row) {
        return metres[row * columns + column];
    }

    /**
     * Raises or lowers a cell.
     *
     * @param column the cell's column
     * @param row the cell's row
     * @param height metres above the sea
     */
    public void set(int column, int row, float height) {
        metres[row * columns + column] = height;
    }

    /**
     * How many cells there are.
     *
     * @return columns × rows
     */
    public int size() {
        return metres.length;
    }

    @Override
    public ImageLike imageLike() {
        Plane.Range range = new Plane.Range(0, 8848);
        FloatBuffer memory = FloatBuffer.wrap(metres);
        return StandardImage.wrap(
                PixelLayout.ranged(Mode.L16, columns, size() / columns, "L", range, memory, 0, columns));
    }
}
