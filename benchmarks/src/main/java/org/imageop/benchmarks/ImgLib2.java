package org.imageop.benchmarks;

import java.nio.IntBuffer;
import java.util.concurrent.TimeUnit;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** Images of ImgLib2 read here and there, and passed to and fro. */
public final class ImgLib2 {
    private ImgLib2() {}

    /** The sum of all samples, for JMH to consume. */
    public abstract static class Sum extends Case {
        private RandomAccessibleInterval<UnsignedByteType> samples;
        private ImageLike image;

        /** Makes the image. */
        @Setup
        public final void image() {
            samples = samples(ArrayImgs.unsignedBytes(noise(1), width(), height()));
            image = ImgLib2Images.wrap(samples);
        }

        abstract RandomAccessibleInterval<UnsignedByteType> samples(RandomAccessibleInterval<UnsignedByteType> array);

        /**
         * By rows.
         *
         * @return the sum
         */
        @Benchmark
        public final int imageop() {
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

        /**
         * By ImgLib2's cursor.
         *
         * @return the sum
         */
        @Benchmark
        public final int imgLib2() {
            int sum = 0;
            Cursor<UnsignedByteType> cursor = samples.cursor();
            while (cursor.hasNext()) {
                sum += cursor.next().get();
            }
            return sum;
        }
    }

    /** In one array. */
    @Row("samples of an array of ImgLib2")
    public static class OfArray extends Sum {
        /** The state is made by JMH. */
        public OfArray() {}

        @Override
        RandomAccessibleInterval<UnsignedByteType> samples(RandomAccessibleInterval<UnsignedByteType> array) {
            return array;
        }
    }

    /** In one array, but across. */
    @Row("samples of a turned view of ImgLib2")
    public static class OfTurned extends Sum {
        /** The state is made by JMH. */
        public OfTurned() {}

        @Override
        RandomAccessibleInterval<UnsignedByteType> samples(RandomAccessibleInterval<UnsignedByteType> array) {
            return Views.zeroMin(Views.rotate(array, 0, 1));
        }
    }

    /** In cells, which we read by blocks, and ImgLib2 cell by cell. */
    @Row("samples of cells of ImgLib2")
    public static class OfCells extends Sum {
        /** The state is made by JMH. */
        public OfCells() {}

        @Override
        RandomAccessibleInterval<UnsignedByteType> samples(RandomAccessibleInterval<UnsignedByteType> array) {
            RandomAccessibleInterval<UnsignedByteType> cells =
                    new CellImgFactory<>(new UnsignedByteType(), 256).create(width(), height());
            Images.copy(ImgLib2Images.wrap(array), ImgLib2Images.wrap(cells));
            return cells;
        }
    }

    /** Premultiplied ints that a cursor sees straight, against a cursor on the ints as they are. */
    @Row("a canvas by ImgLib2's cursor")
    public static class Canvas extends Case {
        private RandomAccessibleInterval<ARGBType> straight;
        private RandomAccessibleInterval<ARGBType> plain;

        /** The state is made by JMH. */
        public Canvas() {}

        private static int sum(RandomAccessibleInterval<ARGBType> image) {
            int sum = 0;
            Cursor<ARGBType> cursor = image.cursor();
            while (cursor.hasNext()) {
                sum += cursor.next().get();
            }
            return sum;
        }

        /** Makes the image. */
        @Setup
        public void image() {
            StandardImage canvas = StandardImage.canvas(width(), height());
            IntBuffer memory = (IntBuffer)
                    canvas.buffer().layout().orElseThrow().planes().get(0).memory();
            straight = ImgLib2Images.toArgb(canvas);
            plain = ArrayImgs.argbs(memory.array(), width(), height());
        }

        /**
         * Straight.
         *
         * @return the sum
         */
        @Benchmark
        public int imageop() {
            return sum(straight);
        }

        /**
         * As they are.
         *
         * @return the sum
         */
        @Benchmark
        public int imgLib2() {
            return sum(plain);
        }
    }

    /** An array as an image of the protocol: no sample is touched. */
    @Row("wrap an image of ImgLib2")
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public static class Wrap extends Case {
        private RandomAccessibleInterval<UnsignedByteType> array;

        /** The state is made by JMH. */
        public Wrap() {}

        /** Makes the image. */
        @Setup
        public void image() {
            array = ArrayImgs.unsignedBytes(width(), height());
        }

        /**
         * By us.
         *
         * @return the image
         */
        @Benchmark
        public Object imageop() {
            return ImgLib2Images.wrap(array);
        }
    }

    /** An image of the protocol as one of ImgLib2, on the same memory. */
    @Row("share with ImgLib2")
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public static class Share extends Case {
        private StandardImage canvas;

        /** The state is made by JMH. */
        public Share() {}

        /** Makes the image. */
        @Setup
        public void image() {
            canvas = StandardImage.canvas(width(), height());
        }

        /**
         * By us.
         *
         * @return the image
         */
        @Benchmark
        public Object imageop() {
            return ImgLib2Images.toRandomAccessibleInterval(canvas);
        }
    }
}
