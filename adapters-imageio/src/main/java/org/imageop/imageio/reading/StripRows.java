package org.imageop.imageio.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.SampleRows;

/** Rows that are decoded, some at once, when they are asked for. One strip is kept. */
public final class StripRows implements SampleRows {
    /** Decodes strips. */
    @FunctionalInterface
    public interface Source {
        /** Decodes so many rows from one on. */
        ImageLike strip(int y, int height) throws IOException;
    }

    private final int height;
    private final int stripHeight;
    private final Source source;
    private final List<Plane.Range> ranges;

    private SampleRows strip;
    private int top;

    /**
     * Rows whose first strip was decoded.
     *
     * @param height how many rows there are
     * @param stripHeight how many are decoded at once; the last strip may have fewer
     * @param first the first strip
     */
    public StripRows(int height, int stripHeight, ImageLike first, Source source) {
        this.height = height;
        this.stripHeight = stripHeight;
        this.source = source;
        this.strip = Images.rows(first);
        this.ranges = strip.ranges();
    }

    /** The strip with a row. */
    private SampleRows with(int y) {
        int wanted = y - y % stripHeight;
        if (wanted != top) {
            try {
                strip = Images.rows(source.strip(wanted, Math.min(stripHeight, height - wanted)));
                top = wanted;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return strip;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        with(y).read(x, y - top, count, samples, offset);
    }

    @Override
    public List<Plane.Range> ranges() {
        return ranges;
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        with(y).readNumbers(x, y - top, count, numbers, offset);
    }
}
