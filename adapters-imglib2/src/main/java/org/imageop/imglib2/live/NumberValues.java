package org.imageop.imglib2.live;

import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.SampleRows;
import org.imageop.imglib2.pixels.NumberType;

/** The numbers of an image one by one, with the axes of {@link ComponentValues}. */
final class NumberValues implements LiveImage.Values {
    private final SampleRows rows;
    private final int components;
    private final PixelAxes axes;
    private final NumberType type;

    NumberValues(ImageLike image, int axis, NumberType type) {
        this.rows = Images.rows(image);
        this.components = image.components();
        this.axes = PixelAxes.around(axis);
        this.type = type;
    }

    @Override
    public double number(long[] position) {
        double[] pixel = new double[components];
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
    public void number(long[] position, double number) {
        double[] pixel = new double[components];
        synchronized (rows) {
            read(position, pixel);
            pixel[axes.component(position)] = number;
            rows.writeNumbers(axes.column(position), axes.row(position), 1, pixel, 0);
        }
    }

    @Override
    public int get(long[] position, int[] scratch) {
        return (int) (long) number(position);
    }

    @Override
    public void set(long[] position, int value, int[] scratch) {
        number(
                position,
                switch (type) {
                    case BYTE -> (byte) value;
                    case SHORT -> (short) value;
                    case INT -> value;
                    default -> value & 0xffff_ffffL;
                });
    }

    private void read(long[] position, double[] pixel) {
        rows.readNumbers(axes.column(position), axes.row(position), 1, pixel, 0);
    }

    @Override
    public boolean readOnly() {
        return rows.readOnly();
    }
}
