package org.imageop.imglib2.live;

import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.SampleRows;
import org.imageop.imglib2.geometry.Axes;

/** The components of an image one by one, along an axis of their own, or the one of a grey image without one. */
final class ComponentValues implements LiveImage.Values {
    private final SampleRows rows;
    private final int x;
    private final int y;
    private final int axis;

    ComponentValues(ImageLike image, int axis) {
        this.rows = Images.rows(image);
        this.x = axis == 0 ? 1 : 0;
        this.y = axis == Axes.NONE || axis == 2 ? 1 : 2;
        this.axis = axis;
    }

    @Override
    public int get(long[] position, int[] pixel) {
        if (rows.concurrent()) {
            read(position, pixel);
        } else {
            synchronized (rows) {
                read(position, pixel);
            }
        }
        return pixel[component(position)];
    }

    /** Other components of the pixel are written again, as they are. */
    @Override
    public void set(long[] position, int value, int[] pixel) {
        synchronized (rows) {
            read(position, pixel);
            pixel[component(position)] = value;
            rows.write((int) position[x], (int) position[y], 1, pixel, 0);
        }
    }

    private void read(long[] position, int[] pixel) {
        rows.read((int) position[x], (int) position[y], 1, pixel, 0);
    }

    private int component(long[] position) {
        return axis == Axes.NONE ? 0 : (int) position[axis];
    }

    @Override
    public boolean readOnly() {
        return rows.readOnly();
    }
}
