package org.imageop.imglib2.live;

import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.spi.Argb;

/**
 * The pixels of an image as straight 8-bit ARGB. Reading converts as {@code StandardImage.from(image, RGBA)} does;
 * writing is possible where red, green and blue are components.
 */
final class ArgbValues implements LiveImage.Values {
    private final SampleRows rows;
    private final Mode mode;

    ArgbValues(ImageLike image) {
        this.rows = Images.rows(image);
        this.mode = image.mode();
    }

    @Override
    public int get(long[] position, int[] pixel) {
        int x = (int) position[0];
        int y = (int) position[1];
        if (rows.concurrent()) {
            rows.read(x, y, 1, pixel, 0);
        } else {
            synchronized (rows) {
                rows.read(x, y, 1, pixel, 0);
            }
        }
        if (mode.family() == ColorFamily.CMYK) {
            inksToColors(pixel);
        }
        for (int c = 0; c < mode.components(); c++) {
            pixel[c] = to8(pixel[c]);
        }
        return Argb.pack(mode.components(), pixel, 0);
    }

    /** Cyan, magenta, yellow and black become red, green, blue and opaque alpha: light × light. */
    private void inksToColors(int[] pixel) {
        long max = mode.maxValue();
        long light = max - pixel[3];
        for (int c = 0; c < 3; c++) {
            pixel[c] = (int) (((max - pixel[c]) * light + max / 2) / max);
        }
        pixel[3] = (int) max;
    }

    /** The nearest 8-bit value. */
    private int to8(int sample) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> sample;
            case 16 -> (sample + 128) / 257;
            default -> (int) ((Integer.toUnsignedLong(sample) + 8_421_504) / 16_843_009);
        };
    }

    @Override
    public void set(long[] position, int argb, int[] pixel) {
        // rows that are read-only refuse by themselves
        if (mode.family() != ColorFamily.RGB && !rows.readOnly()) {
            throw new ReadOnlyImageException("A colour cannot be written to an image of mode " + mode + "; convert"
                    + " it with StandardImage.from(image, Mode.RGBA) first [errors.md#colour-into-other-mode]");
        }
        Argb.unpack(argb, mode.components(), pixel, 0);
        if (mode.bitsPerComponent() == 16) {
            for (int c = 0; c < mode.components(); c++) {
                pixel[c] *= 257;
            }
        }
        synchronized (rows) {
            rows.write((int) position[0], (int) position[1], 1, pixel, 0);
        }
    }

    @Override
    public boolean readOnly() {
        return rows.readOnly() || mode.family() != ColorFamily.RGB;
    }
}
