package org.imageop.imageio.pixels;

import java.awt.image.Raster;
import org.imageop.Plane;

/** The range of numbers that nobody named: 0 to 1 if all are within, else from the smallest to the largest. */
public final class MeasuredRange {
    /** Black and white of pictures. */
    public static final Plane.Range UNIT = new Plane.Range(0, 1);

    private final double noData;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** No numbers yet; one of them may stand for no measurement, NaN for none. */
    public MeasuredRange(double noData) {
        this.noData = noData;
    }

    /** Adds the numbers of a band. */
    public void add(Raster raster, int band) {
        double[] row = new double[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, band, row);
            for (double number : row) {
                if (Double.isFinite(number) && number != noData) {
                    min = Math.min(min, number);
                    max = Math.max(max, number);
                }
            }
        }
    }

    /** The range of the numbers so far. */
    public Plane.Range range() {
        boolean within = min >= 0 && max <= 1;
        return within || !(min <= max) || Double.isInfinite(max - min)
                ? UNIT
                : new Plane.Range(min, min < max ? max : Math.nextUp(Math.max(min + 1, min)));
    }
}
