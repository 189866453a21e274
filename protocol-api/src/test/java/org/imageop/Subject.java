package org.imageop;

import java.util.function.Supplier;

/**
 * An image under test, and what the test knows of it without asking it.
 *
 * @param image the image
 * @param model what it holds at first
 * @param premultiplied whether its memory keeps colours multiplied by alpha
 * @param memory reads the memory itself
 * @param surroundings checks that nothing beside the samples was touched
 */
record Subject(ImageLike image, Model model, boolean premultiplied, Supplier<Model> memory, Runnable surroundings) {

    /** What a pixel reads as after it has been written. */
    int[] stored(int... pixel) {
        return premultiplied ? Premultiplied.thereAndBack(pixel, Model.max(model.mode)) : pixel.clone();
    }

    Model stored(Model any) {
        Model result = any.copy();
        for (int y = 0; premultiplied && y < any.height; y++) {
            for (int x = 0; x < any.width; x++) {
                result.pixel(x, y, stored(any.pixel(x, y)));
            }
        }
        return result;
    }

    /** Checks the memory, what the image says of it, and the surroundings. */
    void expect(Model expected) {
        expected.assertSameAs(memory.get());
        expected.assertIn(image);
        surroundings.run();
    }

    /** The arithmetic of premultiplied memory, written a second time. */
    static final class Premultiplied {
        private Premultiplied() {}

        static int[] multiplied(int[] pixel, long max) {
            int[] result = pixel.clone();
            long alpha = pixel[pixel.length - 1];
            for (int c = 0; c < pixel.length - 1; c++) {
                result[c] = (int) Math.round(pixel[c] * (double) alpha / max);
            }
            return result;
        }

        static int[] divided(int[] pixel, long max) {
            int[] result = pixel.clone();
            long alpha = pixel[pixel.length - 1];
            for (int c = 0; c < pixel.length - 1; c++) {
                result[c] = alpha == 0 ? 0 : (int) Math.min(max, Math.round(pixel[c] * (double) max / alpha));
            }
            return result;
        }

        static int[] thereAndBack(int[] pixel, long max) {
            return divided(multiplied(pixel, max), max);
        }
    }
}
