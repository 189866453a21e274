package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.SplittableRandom;
import org.imageop.ImageLike;

/**
 * The pixels of a raster, computed from {@code Raster.getSample} with the formulas written a second time.
 *
 * @param bits how many bits of each band count
 * @param premultiplied whether the last band is alpha that the others were multiplied by
 */
record Oracle(int[] bits, boolean premultiplied) {
    static Oracle of(Raster raster, boolean premultiplied) {
        return new Oracle(raster.getSampleModel().getSampleSize(), premultiplied);
    }

    /** n / d to the nearest integer, halves up. */
    static long ratio(long n, long d) {
        return Math.floorDiv(2 * n + d, 2 * d);
    }

    private static long max(int bits) {
        return (1L << bits) - 1;
    }

    /** The pixel at column x, row y from the raster's corner, as components of {@code wide} bits. */
    int[] read(Raster raster, int x, int y, int components, int wide) {
        int[] pixel = new int[components];
        for (int b = 0; b < components; b++) {
            int sample = raster.getSample(raster.getMinX() + x, raster.getMinY() + y, b);
            pixel[b] = bits[b] == wide ? sample : (int) ratio(sample * max(wide), max(bits[b]));
        }
        if (premultiplied) {
            long alpha = pixel[components - 1];
            for (int b = 0; b < components - 1; b++) {
                pixel[b] = alpha == 0 ? 0 : (int) Math.min(max(wide), ratio(pixel[b] * max(wide), alpha));
            }
        }
        return pixel;
    }

    /** The samples that a pixel of {@code wide} bits should be stored as. */
    int[] stored(int[] pixel, int wide) {
        int[] samples = pixel.clone();
        if (premultiplied) {
            for (int b = 0; b < pixel.length - 1; b++) {
                samples[b] = (int) ratio((long) pixel[b] * pixel[pixel.length - 1], max(wide));
            }
        }
        for (int b = 0; b < pixel.length; b++) {
            samples[b] = bits[b] == wide ? samples[b] : (int) ratio((samples[b] & max(wide)) * max(bits[b]), max(wide));
        }
        return samples;
    }

    /** Fills a raster with what its bits can hold, colours at most alpha where they are premultiplied. */
    void fill(WritableRaster raster, SplittableRandom random) {
        int bands = raster.getNumBands();
        for (int y = raster.getMinY(); y < raster.getMinY() + raster.getHeight(); y++) {
            for (int x = raster.getMinX(); x < raster.getMinX() + raster.getWidth(); x++) {
                long alpha = random.nextLong(max(bits[bits.length - 1]) + 1);
                for (int b = 0; b < bands; b++) {
                    long most = b >= bits.length ? 1 : premultiplied && b < bands - 1 ? alpha : max(bits[b]);
                    boolean last = premultiplied && b == bands - 1;
                    raster.setSample(x, y, b, (int) (last ? alpha : random.nextLong(most + 1)));
                }
            }
        }
    }

    /** Reads every pixel, then writes from both sides and reads on the other. */
    void check(ImageLike image, WritableRaster raster, SplittableRandom random) {
        int components = image.components();
        int wide = image.bitsPerComponent();
        checkReads(image, raster);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int[] pixel = new int[components];
                for (int c = 0; c < components; c++) {
                    pixel[c] = (int) random.nextLong(max(wide) + 1);
                }
                int[] others = neighbour(raster, x, y);
                image.set(x, y, pixel);
                int[] expected = stored(pixel, wide);
                for (int c = 0; c < components; c++) {
                    assertThat(raster.getSample(raster.getMinX() + x, raster.getMinY() + y, c))
                            .as("band %d at (%d, %d) after writing the image", c, x, y)
                            .isEqualTo(expected[c]);
                }
                assertThat(neighbour(raster, x, y))
                        .as("the pixel beside (%d, %d)", x, y)
                        .isEqualTo(others);
            }
        }
        fill(raster, random);
        checkReads(image, raster);
    }

    private static int[] neighbour(Raster raster, int x, int y) {
        int beside = x + 1 < raster.getWidth() ? x + 1 : 0;
        int[] samples = new int[beside == x ? 0 : raster.getNumBands()];
        for (int b = 0; b < samples.length; b++) {
            samples[b] = raster.getSample(raster.getMinX() + beside, raster.getMinY() + y, b);
        }
        return samples;
    }

    void checkReads(ImageLike image, Raster raster) {
        assertThat(image.width()).isEqualTo(raster.getWidth());
        assertThat(image.height()).isEqualTo(raster.getHeight());
        int components = image.components();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                assertThat(image.get(x, y).value())
                        .as("pixel (%d, %d)", x, y)
                        .isEqualTo(read(raster, x, y, components, image.bitsPerComponent()));
            }
        }
    }
}
