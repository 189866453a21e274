package org.imageop.javafx;

import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;

/**
 * Writes rows of samples as premultiplied ARGB ints, each pixel in one step. The same through a layout's four planes takes
 * three times as long.
 */
final class PackedPixels implements SampleRows {
    private final Mode mode;
    private final int[] argb;
    private final int width;

    private PackedPixels(Mode mode, int[] argb, int width) {
        this.mode = mode;
        this.argb = argb;
        this.width = width;
    }

    /** All pixels of an image, to the nearest colour, row after row. */
    static int[] of(ImageLike image) {
        int[] direct = image.buffer().layout().map(DirectPixels::of).orElse(null);
        if (direct != null) {
            return direct;
        }
        ImageSize size = image.size();
        Mode mode = nearest(image.mode());
        int[] argb = new int[size.width() * size.height()];
        PackedPixels pixels = new PackedPixels(mode, argb, size.width());
        Images.copy(image, StandardImage.wrapping(argb, mode, size.width(), size.height(), pixels));
        return argb;
    }

    /** The mode of 8 bits without inks or planes that needs the least conversion. */
    private static Mode nearest(Mode mode) {
        return switch (mode) {
            case L, L16, L32 -> Mode.L;
            case LA, LA32 -> Mode.LA;
            case RGBA, RGBA64 -> Mode.RGBA;
            case RGB, RGB48, YV12, JPEG_YV12, CMYK, CMYK64 -> Mode.RGB;
        };
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        int at = y * width + x;
        switch (mode) {
            case L -> grey(samples, offset, at, count);
            case LA -> greyAlpha(samples, offset, at, count);
            case RGB -> rgb(samples, offset, at, count);
            default -> rgba(samples, offset, at, count);
        }
    }

    private void grey(int[] samples, int offset, int at, int count) {
        for (int i = 0; i < count; i++) {
            argb[at + i] = 0xff000000 | samples[offset + i] * 0x010101;
        }
    }

    private void greyAlpha(int[] samples, int offset, int at, int count) {
        for (int i = 0, k = offset; i < count; i++, k += 2) {
            int alpha = samples[k + 1];
            argb[at + i] = alpha << 24 | multiply(samples[k], alpha) * 0x010101;
        }
    }

    private void rgb(int[] samples, int offset, int at, int count) {
        for (int i = 0, k = offset; i < count; i++, k += 3) {
            argb[at + i] = 0xff000000 | samples[k] << 16 | samples[k + 1] << 8 | samples[k + 2];
        }
    }

    private void rgba(int[] samples, int offset, int at, int count) {
        for (int i = 0, k = offset; i < count; i++, k += 4) {
            argb[at + i] = premultiplied(samples[k], samples[k + 1], samples[k + 2], samples[k + 3]);
        }
    }

    static int premultiplied(int red, int green, int blue, int alpha) {
        return alpha << 24 | multiply(red, alpha) << 16 | multiply(green, alpha) << 8 | multiply(blue, alpha);
    }

    /** The nearest integer of colour × alpha / 255. */
    private static int multiply(int colour, int alpha) {
        int t = colour * alpha + 128;
        return (t >> 8) + t >> 8;
    }

    /** Nobody reads what is only a target. */
    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        throw new UnsupportedOperationException(
                "Packed pixels are written only; read the image that they were copied from");
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
