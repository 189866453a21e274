package org.imageop.benchmarks;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.concurrent.TimeUnit;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Lanczos from 4K to 1080p; {@code benchmarks/pillow} times Pillow on the same machine. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResizeBenchmark {
    private static final int TO_WIDTH = 1920;
    private static final int TO_HEIGHT = 1080;

    private final byte[] bytes = Picture.bytes(3);
    private final ImageLike rgb = StandardImage.wrap(Mode.RGB, Picture.WIDTH, Picture.HEIGHT, bytes);
    private final ImageLike rgb48 = StandardImage.from(rgb, Mode.RGB48);
    private final ImageLike rgba = StandardImage.wrap(Mode.RGBA, Picture.WIDTH, Picture.HEIGHT, Picture.bytes(4));
    private final BufferedImage bufferedImage = bufferedImage(bytes);

    /** The state is made by JMH. */
    public ResizeBenchmark() {}

    private static BufferedImage bufferedImage(byte[] bytes) {
        BufferedImage image = new BufferedImage(Picture.WIDTH, Picture.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        byte[] memory = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(bytes, 0, memory, 0, memory.length);
        return image;
    }

    /**
     * RGB.
     *
     * @return the result
     */
    @Benchmark
    public Object lanczosRgb() {
        return StandardImage.from(rgb, TO_WIDTH, TO_HEIGHT, Filter.LANCZOS);
    }

    /**
     * The same by TwelveMonkeys.
     *
     * @return the result
     */
    @Benchmark
    public Object lanczosRgbByTwelveMonkeys() {
        return new ResampleOp(TO_WIDTH, TO_HEIGHT, ResampleOp.FILTER_LANCZOS).filter(bufferedImage, null);
    }

    /**
     * RGBA, which is premultiplied on the way.
     *
     * @return the result
     */
    @Benchmark
    public Object lanczosRgba() {
        return StandardImage.from(rgba, TO_WIDTH, TO_HEIGHT, Filter.LANCZOS);
    }

    /**
     * 16-bit RGB.
     *
     * @return the result
     */
    @Benchmark
    public Object lanczosRgb48() {
        return StandardImage.from(rgb48, TO_WIDTH, TO_HEIGHT, Filter.LANCZOS);
    }
}
