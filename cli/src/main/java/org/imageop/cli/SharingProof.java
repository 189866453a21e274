package org.imageop.cli;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.imageop.ImageLike;

/** Proves that two images have one memory: writes a pixel on one side, reads it on the other, and puts it back. */
final class SharingProof {
    private final ImageLike image;
    private final WritableRaster raster;
    private final BufferedImage swing;
    private final RasterPixels swingPixels;
    private final int x;
    private final int y;

    private SharingProof(ImageLike image, BufferedImage swing) {
        this.image = image;
        this.swing = swing;
        this.raster = swing.getRaster();
        this.swingPixels = new RasterPixels(swing, image.mode());
        this.x = image.width() / 2;
        this.y = image.height() / 2;
    }

    /**
     * Proves it in both directions, or, if the image cannot be written, in one.
     *
     * @throws HopFailure if a write on one side does not show on the other
     */
    static void demand(ImageLike image, BufferedImage swing) {
        new SharingProof(image, swing).run();
    }

    private void run() {
        int[] memory = raster.getPixel(x, y, (int[]) null);
        int[] before = image.get(x, y).value();
        int[] other = swing.getColorModel() instanceof IndexColorModel palette
                ? otherIndex(palette, memory[0])
                : otherSamples(memory);
        if (Arrays.equals(other, memory)) {
            // a palette of a single colour has nothing else to write
            return;
        }
        try {
            raster.setPixel(x, y, other);
            int[] seen = image.get(x, y).value();
            if (!Arrays.equals(seen, swingPixels.pixel(x, y)) || Arrays.equals(seen, before)) {
                throw new HopFailure("a pixel written by Swing does not show in the protocol: "
                        + Arrays.toString(swingPixels.pixel(x, y)) + " became " + Arrays.toString(seen));
            }
            raster.setPixel(x, y, memory);
            if (!image.buffer().readOnly()) {
                image.set(x, y, seen);
                if (!Arrays.equals(swingPixels.pixel(x, y), seen)) {
                    throw new HopFailure("a pixel written by the protocol does not show in Swing: "
                            + Arrays.toString(seen) + " became " + Arrays.toString(swingPixels.pixel(x, y)));
                }
            }
        } finally {
            raster.setPixel(x, y, memory);
        }
        if (!Arrays.equals(image.get(x, y).value(), before)) {
            throw new HopFailure("a pixel put back in Swing is not what it was in the protocol: "
                    + Arrays.toString(before) + " became "
                    + Arrays.toString(image.get(x, y).value()));
        }
    }

    /** The far end of each band's range, and opaque, which all memory layouts can hold. */
    private int[] otherSamples(int[] memory) {
        int[] other = new int[memory.length];
        for (int band = 0; band < other.length; band++) {
            int most = (int) ((1L << swing.getColorModel().getComponentSize(band)) - 1);
            boolean alpha = image.mode().hasAlpha() && band == other.length - 1;
            other[band] = alpha || Integer.compareUnsigned(memory[band], most >>> 1) <= 0 ? most : 0;
        }
        return other;
    }

    private static int[] otherIndex(IndexColorModel palette, int index) {
        for (int other = 0; other < palette.getMapSize(); other++) {
            if (palette.getRGB(other) != palette.getRGB(index)) {
                return new int[] {other};
            }
        }
        return new int[] {index};
    }
}
