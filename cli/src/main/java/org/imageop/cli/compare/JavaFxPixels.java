package org.imageop.cli.compare;

import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The pixels of a JavaFX image as JavaFX's own PixelReader has them, as straight RGBA. JavaFX has no pixel writer for
 * shared memory.
 */
public final class JavaFxPixels implements LibraryPixels {
    private final WritableImage image;

    /** The pixels of an image. */
    public JavaFxPixels(WritableImage image) {
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

    @Override
    public String library() {
        return "JavaFX";
    }

    @Override
    public int[] pixel(int x, int y) {
        int[] samples = new int[4 * (int) image.getWidth()];
        read(y, samples);
        return Arrays.copyOfRange(samples, 4 * x, 4 * x + 4);
    }
}
