package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.util.concurrent.TimeUnit;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** From and to BufferedImages, against Java2D's own loops. */
public final class BufferedImages {
    private BufferedImages() {}

    /** A BufferedImage in another type, by AWT's means. */
    public abstract static class ToType extends Case {
        private final int from;
        private final int to;
        BufferedImage image;

        /** Both are types of BufferedImage. */
        ToType(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /** Makes the image. */
        @Setup
        public final void image() {
            image = Picture.bufferedImage(from, width(), height());
        }

        /**
         * By us.
         *
         * @return the result
         */
        @Benchmark
        public final Object imageop() {
            return converted();
        }

        Object converted() {
            return AwtImages.toBufferedImage(image, to);
        }

        /**
         * By Java2D.
         *
         * @return the result
         */
        @Benchmark
        public final Object drawImage() {
            BufferedImage result = new BufferedImage(width(), height(), to);
            Picture.draw(image, result);
            return result;
        }

        /**
         * By AWT's colour conversion.
         *
         * @return the result
         */
        @Benchmark
        public final Object colorConvertOp() {
            return new ColorConvertOp(null).filter(image, new BufferedImage(width(), height(), to));
        }
    }

    /** Bytes to a grey image of the protocol. */
    @Row(
            value = "BGR image → L",
            targets =
                    @Row.Target(
                            peer = "drawImage",
                            atMost = 1.0,
                            before = "3.9",
                            missed =
                                    "Both move a pixel by one access, and clear new memory first; moving each pixel into an int takes half of the time of ours."))
    public static class BgrToL extends ToType {
        /** The state is made by JMH. */
        public BgrToL() {
            super(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY);
        }

        @Override
        Object converted() {
            return StandardImage.from(AwtImages.wrap(image), Mode.L);
        }
    }

    /** Bytes to ints with alpha. */
    @Row(
            value = "BGR image → INT_ARGB",
            mixed = Row.NEW_MEMORY + "1.21.",
            targets =
                    @Row.Target(
                            peer = "drawImage",
                            atMost = 1.0,
                            before = "8.2",
                            missed =
                                    "Both move a pixel by one access each way, and clear new memory first; ours also reads its ints once more to change their order."))
    public static class BgrToArgb extends ToType {
        /** The state is made by JMH. */
        public BgrToArgb() {
            super(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_ARGB);
        }
    }

    /** Ints to bytes. */
    @Row(
            value = "INT_RGB → BGR",
            targets =
                    @Row.Target(
                            peer = "drawImage",
                            atMost = 1.0,
                            before = "5.1",
                            missed =
                                    "Both move a pixel by one access each way, and clear new memory first; ours also reads its ints once more to change their order."))
    public static class RgbToBgr extends ToType {
        /** The state is made by JMH. */
        public RgbToBgr() {
            super(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR);
        }
    }

    /** Straight ints to premultiplied ones. */
    @Row(
            value = "INT_ARGB → INT_ARGB_PRE",
            targets = @Row.Target(peer = "drawImage", atMost = 1.2, before = "10.5"),
            mixed = Row.NEW_MEMORY + "1.4; the rest of the difference is not explained.")
    public static class ArgbToPremultiplied extends ToType {
        /** The state is made by JMH. */
        public ArgbToPremultiplied() {
            super(BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE);
        }
    }

    /** All samples, row by row. */
    @Row(
            value = "rows of a BGR image",
            targets =
                    @Row.Target(
                            peer = "getPixels",
                            atMost = 0.5,
                            before = "1.0",
                            missed =
                                    "100 MB of ints are written one by one in both; vector instructions that widen bytes are not made by C2 of JDK 17."))
    public static class Rows extends Case {
        private BufferedImage bgr;
        private ImageLike image;

        /** The state is made by JMH. */
        public Rows() {}

        /** Makes the image. */
        @Setup
        public void image() {
            bgr = Picture.bufferedImage(BufferedImage.TYPE_3BYTE_BGR, width(), height());
            image = AwtImages.wrap(bgr);
        }

        /**
         * By us.
         *
         * @return the last row
         */
        @Benchmark
        public Object imageop() {
            SampleRows rows = Images.rows(image);
            int[] row = new int[3 * width()];
            for (int y = 0; y < height(); y++) {
                rows.read(0, y, width(), row, 0);
            }
            return row;
        }

        /**
         * Packed.
         *
         * @return the last row
         */
        @Benchmark
        public Object getRGB() {
            int[] row = new int[width()];
            for (int y = 0; y < height(); y++) {
                bgr.getRGB(0, y, width(), 1, row, 0, width());
            }
            return row;
        }

        /**
         * From the raster.
         *
         * @return the last row
         */
        @Benchmark
        public Object getPixels() {
            Raster raster = bgr.getRaster();
            int[] row = new int[3 * width()];
            for (int y = 0; y < height(); y++) {
                raster.getPixels(0, y, width(), 1, row);
            }
            return row;
        }
    }

    /** What Java2D draws: an image of ours, against the type that it is fastest with. */
    @Row("StandardImage RGB drawn by Java2D")
    public static class Draw extends Case {
        private BufferedImage ours;
        private BufferedImage ints;
        private BufferedImage screen;

        /** The state is made by JMH. */
        public Draw() {}

        /** Makes the images. */
        @Setup
        public void images() {
            ours = AwtImages.toBufferedImage(Picture.image(Mode.RGB, width(), height()));
            ints = Picture.bufferedImage(BufferedImage.TYPE_INT_RGB, width(), height());
            screen = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        }

        /**
         * An image that shares the memory of ours.
         *
         * @return the screen
         */
        @Benchmark
        public Object imageop() {
            Picture.draw(ours, screen);
            return screen;
        }

        /**
         * Ints.
         *
         * @return the screen
         */
        @Benchmark
        public Object intRgb() {
            Picture.draw(ints, screen);
            return screen;
        }
    }

    /** A BufferedImage as an image of the protocol: no pixel is touched. */
    @Row("wrap a BufferedImage")
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public static class Wrap extends Case {
        private BufferedImage bgr;

        /** The state is made by JMH. */
        public Wrap() {}

        /** Makes the image. */
        @Setup
        public void image() {
            bgr = new BufferedImage(width(), height(), BufferedImage.TYPE_3BYTE_BGR);
        }

        /**
         * By us.
         *
         * @return the image
         */
        @Benchmark
        public Object imageop() {
            return AwtImages.wrap(bgr);
        }
    }

    /** An image of the protocol as a BufferedImage on the same memory. */
    @Row(
            value = "share with a BufferedImage",
            mixed =
                    "Layouts of many kinds are behind the calls that ask whether memory can be shared: 0.1 µs more, whatever the size.")
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public static class Share extends Case {
        private ImageLike image;

        /** The state is made by JMH. */
        public Share() {}

        /** Makes the image. */
        @Setup
        public void image() {
            image = StandardImage.of(Mode.RGB, width(), height());
        }

        /**
         * By us.
         *
         * @return the image
         */
        @Benchmark
        public Object imageop() {
            return AwtImages.toBufferedImage(image);
        }
    }
}
