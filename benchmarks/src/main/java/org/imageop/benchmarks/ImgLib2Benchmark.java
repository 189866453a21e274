package org.imageop.benchmarks;

import java.nio.IntBuffer;
import java.util.concurrent.TimeUnit;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.cell.CellImg;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.imglib2.ImgLib2Images;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Passing a 4K image to and from ImgLib2, and reading it there and here. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ImgLib2Benchmark {
    private final ArrayImg<UnsignedByteType, ByteArray> array =
            ArrayImgs.unsignedBytes(Picture.bytes(1), Picture.WIDTH, Picture.HEIGHT);
    private final RandomAccessibleInterval<UnsignedByteType> turned = Views.zeroMin(Views.rotate(array, 0, 1));
    private final CellImg<UnsignedByteType, ?> cells = cells(array);
    private final ImageLike wrappedArray = ImgLib2Images.wrap(array);
    private final ImageLike wrappedTurned = ImgLib2Images.wrap(turned);
    private final ImageLike wrappedCells = ImgLib2Images.wrap(cells);
    private final StandardImage canvas = StandardImage.canvas(Picture.WIDTH, Picture.HEIGHT);
    private final RandomAccessibleInterval<ARGBType> live = ImgLib2Images.toArgb(canvas);
    private final RandomAccessibleInterval<ARGBType> argb = ArrayImgs.argbs(
            ((IntBuffer) canvas.buffer().layout().orElseThrow().planes().get(0).memory()).array(),
            Picture.WIDTH,
            Picture.HEIGHT);

    /** The state is made by JMH. */
    public ImgLib2Benchmark() {}

    private static CellImg<UnsignedByteType, ?> cells(ArrayImg<UnsignedByteType, ByteArray> source) {
        CellImg<UnsignedByteType, ?> cells =
                new CellImgFactory<>(new UnsignedByteType(), 256).create(Picture.WIDTH, Picture.HEIGHT);
        Images.copy(ImgLib2Images.wrap(source), ImgLib2Images.wrap(cells));
        return cells;
    }

    private static int rows(ImageLike image) {
        SampleRows rows = Images.rows(image);
        int[] row = new int[image.width()];
        int sum = 0;
        for (int y = 0; y < image.height(); y++) {
            rows.read(0, y, row.length, row, 0);
            for (int sample : row) {
                sum += sample;
            }
        }
        return sum;
    }

    private static int cursor(RandomAccessibleInterval<UnsignedByteType> image) {
        int sum = 0;
        Cursor<UnsignedByteType> cursor = image.cursor();
        while (cursor.hasNext()) {
            sum += cursor.next().get();
        }
        return sum;
    }

    private static int argbCursor(RandomAccessibleInterval<ARGBType> image) {
        int sum = 0;
        Cursor<ARGBType> cursor = image.cursor();
        while (cursor.hasNext()) {
            sum += cursor.next().get();
        }
        return sum;
    }

    /**
     * An array as an image of the protocol.
     *
     * @return the image
     */
    @Benchmark
    public Object wrap() {
        return ImgLib2Images.wrap(array);
    }

    /**
     * A turned view as an image of the protocol.
     *
     * @return the image
     */
    @Benchmark
    public Object wrapTurned() {
        return ImgLib2Images.wrap(turned);
    }

    /**
     * An image of the protocol as one of ImgLib2.
     *
     * @return the image
     */
    @Benchmark
    public Object handOn() {
        return ImgLib2Images.toRandomAccessibleInterval(canvas);
    }

    /**
     * An array by rows.
     *
     * @return the sum of all samples, for JMH to consume
     */
    @Benchmark
    public int arrayByRows() {
        return rows(wrappedArray);
    }

    /**
     * An array by ImgLib2's cursor.
     *
     * @return the sum of all samples, for JMH to consume
     */
    @Benchmark
    public int arrayByCursor() {
        return cursor(array);
    }

    /**
     * A turned view by rows.
     *
     * @return the sum of all samples, for JMH to consume
     */
    @Benchmark
    public int turnedByRows() {
        return rows(wrappedTurned);
    }

    /**
     * A turned view by ImgLib2's cursor.
     *
     * @return the sum of all samples, for JMH to consume
     */
    @Benchmark
    public int turnedByCursor() {
        return cursor(turned);
    }

    /**
     * Cells by rows, which are read by blocks.
     *
     * @return the sum of all samples, for JMH to consume
     */
    @Benchmark
    public int cellsByRows() {
        return rows(wrappedCells);
    }

    /**
     * Cells by ImgLib2's cursor, which goes cell by cell.
     *
     * @return the sum of all samples, for JMH to consume
     */
    @Benchmark
    public int cellsByCursor() {
        return cursor(cells);
    }

    /**
     * A cursor on premultiplied ints that are straightened live.
     *
     * @return the sum of all pixels, for JMH to consume
     */
    @Benchmark
    public int liveArgb() {
        return argbCursor(live);
    }

    /**
     * A cursor on the same ints as they are.
     *
     * @return the sum of all pixels, for JMH to consume
     */
    @Benchmark
    public int plainArgb() {
        return argbCursor(argb);
    }
}
