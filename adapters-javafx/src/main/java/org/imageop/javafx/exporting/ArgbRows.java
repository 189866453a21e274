package org.imageop.javafx.exporting;

import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.spi.Argb;

/**
 * Writes rows of samples as premultiplied ARGB ints, each pixel in one step. The same through a layout takes three times
 * as long.
 */
final class ArgbRows implements SampleRows {
    private final int components;
    private final boolean alpha;
    private final int[] argb;
    private final int width;

    private ArgbRows(Mode mode, int[] argb, int width) {
        this.components = mode.components();
        this.alpha = mode.hasAlpha();
        this.argb = argb;
        this.width = width;
    }

    /** Copies all pixels of an image, row after row. */
    static void copy(ImageLike image, int[] argb) {
        int width = image.size().width();
        int height = image.size().height();
        Mode mode = nearest(image.mode());
        ArgbRows rows = new ArgbRows(mode, argb, width);
        Images.copy(image, StandardImage.computed(mode, width, height, rows));
    }

    /** The mode of 8-bit grey or RGB that needs the least conversion. */
    private static Mode nearest(Mode mode) {
        ColorFamily family = mode.family() == ColorFamily.GREY ? ColorFamily.GREY : ColorFamily.RGB;
        return Mode.of(family, Byte.SIZE, mode.hasAlpha());
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        int at = y * width + x;
        for (int i = 0, k = offset; i < count; i++, k += components) {
            int pixel = Argb.pack(components, samples, k);
            argb[at + i] = alpha ? Argb.premultiply(pixel) : pixel;
        }
    }

    /** Nothing reads what is only a target. */
    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        throw new UnsupportedOperationException(
                "These rows are written only; read the image that they were copied from");
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public boolean concurrent() {
        return true;
    }
}
