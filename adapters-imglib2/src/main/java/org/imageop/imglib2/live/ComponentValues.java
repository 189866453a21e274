package org.imageop.imglib2.live;

import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.SampleRows;

/** The components of an image one by one, along an axis of their own, or the one of a grey image without one. */
final class ComponentValues implements LiveImage.Values {
    private final SampleRows rows;
    private final PixelAxes axes;

    ComponentValues(ImageLike image, int axis) {
        this.rows = Images.rows(image);
        this.axes = PixelAxes.around(axis);
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
        return pixel[axes.component(position)];
    }

    /** Other components of the pixel are written again, as they are. */
    @Override
    public void set(long[] position, int value, int[] pixel) {
        synchronized (rows) {
            read(position, pixel);
            pixel[axes.component(position)] = value;
            rows.write(axes.column(position), axes.row(position), 1, pixel, 0);
        }
    }

    private void read(long[] position, int[] pixel) {
        rows.read(axes.column(position), axes.row(position), 1, pixel, 0);
    }

    @Override
    public boolean readOnly() {
        return rows.readOnly();
    }
}
