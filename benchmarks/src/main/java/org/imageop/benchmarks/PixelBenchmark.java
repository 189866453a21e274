package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.concurrent.TimeUnit;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Pixel;
import org.imageop.SampleRows;
import org.imageop.awt.AwtImages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of a pixel: by live view, by row, and by AWT's own means. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PixelBenchmark {
    private static final int SIDE = 1024;

    private final BufferedImage bufferedImage = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
    private final ImageLike image = AwtImages.wrap(bufferedImage);

    /** The state is made by JMH. */
    public PixelBenchmark() {}

    /**
     * A pixel as a live view.
     *
     * @return the sum of all components, for JMH to consume
     */
    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE)
    public int pixel() {
        int sum = 0;
        for (Pixel pixel : image.pixels()) {
            sum += pixel.r() + pixel.g() + pixel.b();
        }
        return sum;
    }

    /**
     * A pixel of a row of samples.
     *
     * @return the sum of all components, for JMH to consume
     */
    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE)
    public int row() {
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
     * AWT's pixel, packed into an int.
     *
     * @return the sum of all components, for JMH to consume
     */
    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE)
    public int getRgb() {
        int sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int rgb = bufferedImage.getRGB(x, y);
                sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
            }
        }
        return sum;
    }

    /**
     * AWT's samples of a pixel.
     *
     * @return the sum of all components, for JMH to consume
     */
    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE)
    public int getPixel() {
        Raster raster = bufferedImage.getRaster();
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
