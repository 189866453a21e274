package org.imageop.benchmarks;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ByteLookupTable;
import java.awt.image.LookupOp;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imgscalr.Scalr;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** What moves or replaces samples and keeps the mode. */
public final class Turns {
    private Turns() {}

    /** The picture of each row. */
    public abstract static class Turn extends Case {
        ImageLike rgb;
        BufferedImage bgr;

        /** Makes the images. */
        @Setup
        public final void images() {
            rgb = Picture.image(Mode.RGB, width(), height());
            bgr = Picture.bufferedImage(BufferedImage.TYPE_3BYTE_BGR, width(), height());
        }
    }

    /** A quarter turn into new memory. */
    @Row(value = "rotate90", targets = @Row.Target(peer = "pillow", atMost = 1.0, before = "6.0"))
    public static class Rotate90 extends Turn {
        private RandomAccessibleInterval<ARGBType> argb;

        /** The state is made by JMH. */
        public Rotate90() {}

        /** Makes the image. */
        @Setup
        public void argb() {
            argb = ArrayImgs.argbs(width(), height());
        }

        /**
         * By us.
         *
         * @return the result
         */
        @Benchmark
        public Object imageop() {
            return rgb.rotate90();
        }

        /**
         * By AWT, with the nearest pixel.
         *
         * @return the result
         */
        @Benchmark
        public Object affineTransformOp() {
            AffineTransform turn = new AffineTransform(0, -1, 1, 0, 0, bgr.getWidth());
            return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                    .filter(bgr, new BufferedImage(bgr.getHeight(), bgr.getWidth(), bgr.getType()));
        }

        /**
         * By imgscalr.
         *
         * @return the result
         */
        @Benchmark
        public Object imgscalr() {
            return Scalr.rotate(bgr, Scalr.Rotation.CW_270);
        }

        /**
         * By ImgLib2's loops, on ints.
         *
         * @return the result
         */
        @Benchmark
        public Object imgLib2() {
            Img<ARGBType> result = ArrayImgs.argbs(height(), width());
            LoopBuilder.setImages(Views.zeroMin(Views.rotate(argb, 1, 0)), result)
                    .forEachPixel((from, to) -> to.set(from));
            return result;
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return Mats.fill(to -> opencv_core.rotate(mats.rgb, to, opencv_core.ROTATE_90_COUNTERCLOCKWISE));
        }
    }

    /** An image for each component. */
    @Row(
            value = "split",
            targets =
                    @Row.Target(
                            peer = "pillow",
                            atMost = 1.0,
                            before = "2.7",
                            missed =
                                    "Half of the time is moving each pixel into an int, and new memory; splitting itself is done by vector instructions. A loop over bytes alone takes twice as long on JDK 17."))
    public static class Split extends Turn {
        /** The state is made by JMH. */
        public Split() {}

        /**
         * By us.
         *
         * @return the result
         */
        @Benchmark
        public Object imageop() {
            return rgb.split();
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            try (MatVector planes = new MatVector()) {
                opencv_core.split(mats.rgb, planes);
                return planes.size();
            }
        }
    }

    /** Each sample by its inverse: by us in place, by the others into new memory. */
    @Row(
            value = "map, inverting",
            targets =
                    @Row.Target(
                            peer = "pillow",
                            atMost = 1.0,
                            before = "6.0",
                            missed =
                                    "One look-up for each byte, without a check of the index, is what both do; new memory is the rest: in a heap that is there from the start (-Xms4g -XX:+AlwaysPreTouch) it takes half as long, 10 ms."))
    public static class Map extends Turn {
        /** The state is made by JMH. */
        public Map() {}

        private static byte[] inverses() {
            byte[] table = new byte[256];
            for (int i = 0; i < table.length; i++) {
                table[i] = (byte) (255 - i);
            }
            return table;
        }

        /**
         * By us.
         *
         * @return the image
         */
        @Benchmark
        public Object imageop() {
            rgb.map(value -> 255 - value);
            return rgb;
        }

        /**
         * By AWT.
         *
         * @return the result
         */
        @Benchmark
        public Object lookupOp() {
            return new LookupOp(new ByteLookupTable(0, inverses()), null).filter(bgr, null);
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            try (Mat table = new Mat(inverses(), true)) {
                return Mats.fill(to -> opencv_core.LUT(mats.rgb, table, to));
            }
        }
    }
}
