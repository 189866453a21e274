package org.imageop.examples.own;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.imageop.ImageBuffer;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;

/**
 * A grey image that has an array for each row.
 *
 * <p>No stride leads from one array to the next, so the class takes part by an {@link ImageBuffer} of its own.
 */
public final class RowArrays implements ImageMixin {
    private final byte[][] rows;
    private final Map<String, Object> info = new HashMap<>();

    /**
     * An image on existing rows.
     *
     * @param rows the rows from the top, shared
     * @throws IllegalArgumentException if there is no pixel, or if the rows differ in length
     */
    public RowArrays(byte[]... rows) {
        this.rows = rows.clone();
        for (byte[] row : rows) {
            if (row.length == 0 || row.length != rows[0].length) {
                throw new IllegalArgumentException("A row has " + row.length + " pixels, the first " + rows[0].length);
            }
        }
        if (rows.length == 0) {
            throw new IllegalArgumentException("An image has at least one row");
        }
    }

    // What follows makes it an image of the protocol.

    @Override
    public Mode mode() {
        return Mode.L;
    }

    @Override
    public ImageSize size() {
        return new ImageSize(rows[0].length, rows.length);
    }

    @Override
    public ImageBuffer buffer() {
        return new Rows();
    }

    @Override
    public Map<String, Object> info() {
        return info;
    }

    /** Byte k of an L image is pixel k, counted row by row. */
    private final class Rows implements ImageBuffer {
        private final int width = rows[0].length;

        @Override
        public long length() {
            return (long) width * rows.length;
        }

        @Override
        public int get(long index) {
            Objects.checkIndex(index, length());
            return rows[(int) (index / width)][(int) (index % width)] & 0xff;
        }

        @Override
        public void set(long index, int value) {
            Objects.checkIndex(index, length());
            if (value < 0 || value > 255) {
                throw new IllegalArgumentException("A byte is 0 to 255, not " + value);
            }
            rows[(int) (index / width)][(int) (index % width)] = (byte) value;
        }
    }
}
