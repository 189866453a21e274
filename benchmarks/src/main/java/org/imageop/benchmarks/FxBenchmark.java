package org.imageop.benchmarks;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import org.imageop.Images;
import org.imageop.awt.AwtImages;
import org.imageop.javafx.FxImages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A 4K image from Swing to JavaFX and back, against JavaFX's own converter, which always copies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FxBenchmark {
    /** How the pixels of the BufferedImage lie. */
    public enum Type {
        /** Bytes without alpha, as files are read. */
        TYPE_3BYTE_BGR(BufferedImage.TYPE_3BYTE_BGR),
        /** Bytes with alpha. */
        TYPE_4BYTE_ABGR(BufferedImage.TYPE_4BYTE_ABGR),
        /** Ints without alpha. */
        TYPE_INT_RGB(BufferedImage.TYPE_INT_RGB),
        /** Ints with alpha. */
        TYPE_INT_ARGB(BufferedImage.TYPE_INT_ARGB),
        /** Ints that JavaFX can share. */
        TYPE_INT_ARGB_PRE(BufferedImage.TYPE_INT_ARGB_PRE),
        /** Grey. */
        TYPE_BYTE_GRAY(BufferedImage.TYPE_BYTE_GRAY),
        /** Grey of 16 bits, which SwingFXUtils cuts. */
        TYPE_USHORT_GRAY(BufferedImage.TYPE_USHORT_GRAY);

        private final int value;

        Type(int value) {
            this.value = value;
        }
    }

    /** The type of the BufferedImage. */
    @Param
    public Type type;

    private BufferedImage awt;
    private WritableImage fx;

    /** The state is made by JMH. */
    public FxBenchmark() {}

    /** Makes the images. */
    @Setup
    public void images() {
        int[] row = new SplittableRandom(1).ints(Picture.WIDTH).toArray();
        BufferedImage argb = new BufferedImage(Picture.WIDTH, Picture.HEIGHT, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < Picture.HEIGHT; y++) {
            argb.setRGB(0, y, Picture.WIDTH, 1, row, 0, Picture.WIDTH);
        }
        awt = new BufferedImage(Picture.WIDTH, Picture.HEIGHT, type.value);
        Graphics2D graphics = awt.createGraphics();
        graphics.drawImage(argb, 0, 0, null);
        graphics.dispose();
        fx = SwingFXUtils.toFXImage(awt, null);
    }

    /**
     * To JavaFX, sharing or copying.
     *
     * @return the result
     */
    @Benchmark
    public Object toJavaFx() {
        return FxImages.toWritableImage(AwtImages.wrap(awt));
    }

    /**
     * To JavaFX by its own converter.
     *
     * @return the result
     */
    @Benchmark
    public Object toJavaFxBySwingFXUtils() {
        return SwingFXUtils.toFXImage(awt, null);
    }

    /**
     * From an image whose pixels JavaFX hides.
     *
     * @return the result
     */
    @Benchmark
    public Object fromJavaFx() {
        return Images.to(FxImages.wrap(fx), BufferedImage.class);
    }

    /**
     * The same by JavaFX's own converter.
     *
     * @return the result
     */
    @Benchmark
    public Object fromJavaFxBySwingFXUtils() {
        return SwingFXUtils.fromFXImage(fx, null);
    }
}
