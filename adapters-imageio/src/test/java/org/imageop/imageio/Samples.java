package org.imageop.imageio;

import java.util.SplittableRandom;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;

/** Images to write. */
public final class Samples {
    private Samples() {}

    /** Any samples that the mode has. */
    public static StandardImage random(Mode mode, int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[Math.toIntExact(mode.length(width, height))];
        random.nextBytes(bytes);
        return StandardImage.ofBytes(mode, width, height, bytes);
    }

    /** What lossy compression keeps well: slow gradients, another for each component. */
    public static StandardImage smooth(Mode mode, int width, int height) {
        StandardImage image = StandardImage.of(mode, width, height);
        int[] pixel = new int[mode.components()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < pixel.length; c++) {
                    pixel[c] = 40 + 50 * c + 40 * x / width + 20 * y / height;
                }
                image.set(x, y, pixel);
            }
        }
        return image;
    }

    /** At most 60 colours, in RGBA all opaque or fully transparent. */
    public static StandardImage few(Mode mode, int width, int height) {
        StandardImage image = StandardImage.of(mode, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = (x * 7 + y * 13) % 60;
                int[] pixel = {i * 4, 255 - i, i * i % 256, 255};
                int[] clear = {0, 0, 0, 0};
                int[] value = mode == Mode.RGBA && i % 5 == 0 ? clear : pixel;
                image.set(x, y, java.util.Arrays.copyOf(value, mode.components()));
            }
        }
        return image;
    }

    /** The mean distance of the samples of two images of the same mode and size. */
    public static double meanDistance(ImageLike a, ImageLike b) {
        SampleRows rowsA = Images.rows(a);
        SampleRows rowsB = Images.rows(b);
        int[] rowA = new int[a.width() * a.components()];
        int[] rowB = rowA.clone();
        double sum = 0;
        for (int y = 0; y < a.height(); y++) {
            rowsA.read(0, y, a.width(), rowA, 0);
            rowsB.read(0, y, a.width(), rowB, 0);
            for (int i = 0; i < rowA.length; i++) {
                sum += Math.abs(rowA[i] - rowB[i]);
            }
        }
        return sum / rowA.length / a.height();
    }
}
