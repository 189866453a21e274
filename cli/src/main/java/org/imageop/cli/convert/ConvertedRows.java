package org.imageop.cli.convert;

import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.Views;

/**
 * The rows of an image in another mode, some of which are converted when one is asked for: an image may be larger than the heap. No
 * pixel depends on another one, which is so for all modes that are not planar.
 */
final class ConvertedRows implements SampleRows {
    private static final long STRIP_BYTES = 1L << 20;

    private final ImageLike source;
    private final Mode mode;
    private final int stripHeight;
    private final List<Plane.Range> ranges;
    private SampleRows strip;
    private int top;

    private ConvertedRows(ImageLike source, Mode mode, int stripHeight, SampleRows first) {
        this.source = source;
        this.mode = mode;
        this.stripHeight = stripHeight;
        this.strip = first;
        this.ranges = first.ranges();
    }

    /** Whether an image is converted row by row: one whose rows are computed and that would take much of the heap. */
    static boolean suit(ImageLike image, Mode mode) {
        return image.buffer().layout().isEmpty()
                && !image.mode().planar()
                && !mode.planar()
                && (long) image.width() * image.height() * mode.bytesPerPixel()
                        > Runtime.getRuntime().maxMemory() / 8;
    }

    /** An image on such rows, to be read from the top down by one thread. */
    static ImageLike view(ImageLike image, Mode mode) {
        long rowBytes = (long) image.width()
                * Math.max(mode.bytesPerPixel(), image.mode().bytesPerPixel());
        int height = (int) Math.max(1, Math.min(STRIP_BYTES / rowBytes, image.height()));
        StandardImage first = converted(image, mode, 0, height);
        StandardImage view = StandardImage.computed(
                mode, image.width(), image.height(), new ConvertedRows(image, mode, height, Images.rows(first)));
        view.info().putAll(first.info()); // its profile, if that still fits
        return view;
    }

    private static StandardImage converted(ImageLike image, Mode mode, int y, int height) {
        return StandardImage.from(Views.crop(image, 0, y, image.width(), height), mode);
    }

    private SampleRows with(int y) {
        int wanted = y - y % stripHeight;
        if (wanted != top) {
            strip = Images.rows(converted(source, mode, wanted, Math.min(stripHeight, source.height() - wanted)));
            top = wanted;
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
