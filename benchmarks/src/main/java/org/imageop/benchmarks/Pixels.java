package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.concurrent.TimeUnit;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Pixel;
import org.imageop.SampleRows;
import org.imageop.awt.AwtImages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** The cost of one pixel, in a loop over all pixels of a BGR image of 1024 × 1024. */
public final class Pixels {
    private static final int SIDE = 1024;

    private Pixels() {}

    /** The image of each row. */
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public abstract static class Loop extends Case {
        BufferedImage bgr;
        ImageLike image;

        /** Makes the image. */
        @Setup
        public final void image() {
            bgr = Picture.bufferedImage(BufferedImage.TYPE_3BYTE_BGR, SIDE, SIDE);
            image = AwtImages.wrap(bgr);
        }
    }

    /** Reading: the sum of all samples, for JMH to consume. */
    @Row(
            value = "image.get(x, y), a pixel",
            targets = @Row.Target(peer = "getRGB", atMost = 0.25),
            mixed =
                    "where pixels may also be computed, or lie outside of arrays, the loop has calls for these, after which C2 reads again all that leads to the array; and the views of pixels are made. One class for all that lies in arrays was tried: 14 to 18 ns. Rows do not have this cost.")
    public static class Get extends Loop {
        /** The state is made by JMH. */
        public Get() {}

        /**
         * By a live view of each pixel.
         *
         * @return the sum
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public int imageop() {
            int sum = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    Pixel pixel = image.get(x, y);
                    sum += pixel.r() + pixel.g() + pixel.b();
                }
            }
            return sum;
        }

        /**
         * By the iteration over live views.
         *
         * @return the sum
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public int pixels() {
            int sum = 0;
            for (Pixel pixel : image.pixels()) {
                sum += pixel.r() + pixel.g() + pixel.b();
            }
            return sum;
        }

        /**
         * By rows.
         *
         * @return the sum
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public int rows() {
            SampleRows rows = Images.rows(image);
            int[] row = new int[3 * SIDE];
            int sum = 0;
            for (int y = 0; y < SIDE; y++) {
                rows.read(0, y, SIDE, row, 0);
                for (int sample : row) {
                    sum += sample;
                }
            }
            return sum;
        }

        /**
         * By AWT, packed into an int.
         *
         * @return the sum
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public int getRGB() {
            int sum = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int rgb = bgr.getRGB(x, y);
                    sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
                }
            }
            return sum;
        }

        /**
         * By AWT's raster.
         *
         * @return the sum
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public int getPixel() {
            Raster raster = bgr.getRaster();
            int[] pixel = new int[3];
            int sum = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    raster.getPixel(x, y, pixel);
                    sum += pixel[0] + pixel[1] + pixel[2];
                }
            }
            return sum;
        }
    }

    /** Writing. */
    @Row(
            value = "image.set(x, y, …), a pixel",
            targets = @Row.Target(peer = "setRGB", atMost = 1.0),
            mixed =
                    "with the way of pixels that are computed or lie outside of arrays, the method is more than C2 puts into a loop, so that it is called, and the array of values is made. Rows do not have this cost.")
    public static class Set extends Loop {
        /** The state is made by JMH. */
        public Set() {}

        /**
         * By us.
         *
         * @return the image
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public Object imageop() {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    image.set(x, y, x & 0xff, y & 0xff, x + y & 0xff);
                }
            }
            return image;
        }

        /**
         * By rows.
         *
         * @return the image
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public Object rows() {
            SampleRows rows = Images.rows(image);
            int[] row = new int[3 * SIDE];
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0, k = 0; x < SIDE; x++) {
                    row[k++] = x & 0xff;
                    row[k++] = y & 0xff;
                    row[k++] = x + y & 0xff;
                }
                rows.write(0, y, SIDE, row, 0);
            }
            return image;
        }

        /**
         * By AWT, packed into an int.
         *
         * @return the image
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public Object setRGB() {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    bgr.setRGB(x, y, (x & 0xff) << 16 | (y & 0xff) << 8 | x + y & 0xff);
                }
            }
            return bgr;
        }

        /**
         * By AWT's raster.
         *
         * @return the image
         */
        @Benchmark
        @OperationsPerInvocation(SIDE * SIDE)
        public Object setPixel() {
            WritableRaster raster = bgr.getRaster();
            int[] pixel = new int[3];
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    pixel[0] = x & 0xff;
                    pixel[1] = y & 0xff;
                    pixel[2] = x + y & 0xff;
                    raster.setPixel(x, y, pixel);
                }
            }
            return bgr;
        }
    }
}
