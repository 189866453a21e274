package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of turning an image into another class without a copy: no pixel is touched, so that the size makes no difference. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class WrapBenchmark {
    /** The width and height in pixels. */
    @Param({"16", "3840"})
    public int side;

    private BufferedImage bufferedImage;
    private ImageLike image;

    /** The state is made by JMH. */
    public WrapBenchmark() {}

    /** Makes the images. */
    @Setup
    public void images() {
        bufferedImage = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        image = StandardImage.of(Mode.RGB, side, side);
    }

    /**
     * A BufferedImage as an image of the protocol.
     *
     * @return the image
     */
    @Benchmark
    public Object wrapBufferedImage() {
        return AwtImages.wrap(bufferedImage);
    }

    /**
     * An image of the protocol as a BufferedImage.
     *
     * @return the image
     */
    @Benchmark
    public Object toBufferedImage() {
        return AwtImages.toBufferedImage(image);
    }
}
