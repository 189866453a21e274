package org.imageop.cli;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The pixels of a JavaFX image as JavaFX's own PixelReader has them, straight RGBA: a second reading, independent of the
 * adapter.
 */
final class FxPixels implements Agreement.Rows {
    private final WritableImage image;

    FxPixels(WritableImage image) {
        this.image = image;
    }

    @Override
    public void read(int y, int[] samples) {
        int width = samples.length / 4;
        int[] argb = new int[width];
        image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
        for (int x = 0; x < width; x++) {
            int alpha = argb[x] >>> 24;
            for (int c = 0; c < 3; c++) {
                int stored = argb[x] >> 16 - 8 * c & 255;
                samples[4 * x + c] = alpha == 0 ? 0 : Math.min(255, (stored * 510 + alpha) / (2 * alpha));
            }
            samples[4 * x + 3] = alpha;
        }
    }

    /** A single pixel. */
    int[] pixel(int x, int y) {
        int[] samples = new int[4 * (int) image.getWidth()];
        read(y, samples);
        return java.util.Arrays.copyOfRange(samples, 4 * x, 4 * x + 4);
    }
}
