package org.imageop.benchmarks;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Mode conversions of a 4K image against the plain array loop that somebody would write for that one case. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ConvertBenchmark {
    private static final int PIXELS = Picture.WIDTH * Picture.HEIGHT;

    private final byte[] bytes = Picture.bytes(3);
    private final ImageLike rgb = StandardImage.wrap(Mode.RGB, Picture.WIDTH, Picture.HEIGHT, bytes);
    private final ImageLike bgr = StandardImage.wrap(bgr(bytes));
    private final ImageLike yv12 = StandardImage.from(rgb, Mode.YV12);
    private final StandardImage canvas = StandardImage.canvas(Picture.WIDTH, Picture.HEIGHT);

    /** The state is made by JMH. */
    public ConvertBenchmark() {}

    private static PixelLayout bgr(byte[] bytes) {
        ByteBuffer memory = ByteBuffer.wrap(bytes);
        int stride = 3 * Picture.WIDTH;
        return PixelLayout.of(
                Mode.RGB,
                Picture.WIDTH,
                Picture.HEIGHT,
                AlphaType.OPAQUE,
                Plane.of(memory, 2, 3, stride),
                Plane.of(memory, 1, 3, stride),
                Plane.of(memory, 0, 3, stride));
    }

    /**
     * RGB to L.
     *
     * @return the result
     */
    @Benchmark
    public Object rgbToL() {
        return StandardImage.from(rgb, Mode.L);
    }

    /**
     * The same as a loop over arrays.
     *
     * @return the result
     */
    @Benchmark
    public Object rgbToLByArrayLoop() {
        byte[] grey = new byte[PIXELS];
        for (int i = 0, k = 0; i < grey.length; i++, k += 3) {
            int r = bytes[k] & 0xff;
            int g = bytes[k + 1] & 0xff;
            int b = bytes[k + 2] & 0xff;
            grey[i] = (byte) (19595 * r + 38470 * g + 7471 * b + 32768 >> 16);
        }
        return grey;
    }

    /**
     * BGR to RGBA.
     *
     * @return the result
     */
    @Benchmark
    public Object bgrToRgba() {
        return StandardImage.from(bgr, Mode.RGBA);
    }

    /**
     * The same as a loop over arrays.
     *
     * @return the result
     */
    @Benchmark
    public Object bgrToRgbaByArrayLoop() {
        byte[] rgba = new byte[PIXELS * 4];
        for (int k = 0, o = 0; k < bytes.length; k += 3, o += 4) {
            rgba[o] = bytes[k + 2];
            rgba[o + 1] = bytes[k + 1];
            rgba[o + 2] = bytes[k];
            rgba[o + 3] = (byte) 0xff;
        }
        return rgba;
    }

    /**
     * A plain copy.
     *
     * @return the result
     */
    @Benchmark
    public Object copy() {
        return StandardImage.from(rgb);
    }

    /**
     * The same by cloning the array.
     *
     * @return the result
     */
    @Benchmark
    public Object copyByClone() {
        return bytes.clone();
    }

    /**
     * RGB to premultiplied ARGB ints that are already there.
     *
     * @return the result
     */
    @Benchmark
    public Object rgbToCanvas() {
        Images.copy(rgb, canvas);
        return canvas;
    }

    /**
     * RGB to planar luma and chroma.
     *
     * @return the result
     */
    @Benchmark
    public Object rgbToYv12() {
        return StandardImage.from(rgb, Mode.YV12);
    }

    /**
     * Planar luma and chroma to RGB.
     *
     * @return the result
     */
    @Benchmark
    public Object yv12ToRgb() {
        return StandardImage.from(yv12, Mode.RGB);
    }

    /**
     * A quarter turn.
     *
     * @return the result
     */
    @Benchmark
    public Object rotate90() {
        return rgb.rotate90();
    }
}
