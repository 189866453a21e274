package org.imageop.benchmarks;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** From mode to mode, into new memory. */
public final class Conversions {
    private Conversions() {}

    /** Our side of each row. */
    public abstract static class Conversion extends Case.BesideArrayCopy {
        private final Mode from;
        private final Mode to;
        private ImageLike image;

        Conversion(Mode from, Mode to) {
            this.from = from;
            this.to = to;
        }

        /** Makes the image. */
        @Setup
        public final void image() {
            ImageLike rgb = Picture.image(Mode.RGB, width(), height());
            image = from == Mode.RGB ? rgb : StandardImage.from(rgb, from);
        }

        /**
         * Converts.
         *
         * @return the result
         */
        @Benchmark
        public final Object imageop() {
            return StandardImage.from(image, to);
        }
    }

    /** RGB to grey. */
    @Row(
            value = "RGB → L",
            mixed = Row.NEW_MEMORY + "1.5; the rest of the difference is not explained.",
            targets =
                    @Row.Target(
                            peer = "pillow",
                            atMost = 1.0,
                            before = "6.3",
                            missed =
                                    "Pillow's C has vector instructions for bytes; C2 of JDK 17 has them for ints alone, so that moving each pixel into an int takes half of the time. With jdk.incubator.vector it would take 5.1 ms, see decision 2."))
    public static class RgbToL extends Conversion {
        private byte[] bytes;
        private BufferedImage bgr;
        private RandomAccessibleInterval<ARGBType> argb;

        /** The state is made by JMH. */
        public RgbToL() {
            super(Mode.RGB, Mode.L);
        }

        /** Makes the images. */
        @Setup
        public void images() {
            bytes = noise(3);
            bgr = Picture.bufferedImage(BufferedImage.TYPE_3BYTE_BGR, width(), height());
            argb = ArrayImgs.argbs(width(), height());
        }

        /**
         * By the loop that somebody would write for this one case.
         *
         * @return the result
         */
        @Benchmark
        public Object arrayLoop() {
            byte[] grey = new byte[bytes.length / 3];
            for (int i = 0, k = 0; i < grey.length; i++, k += 3) {
                int r = bytes[k] & 0xff;
                int g = bytes[k + 1] & 0xff;
                int b = bytes[k + 2] & 0xff;
                grey[i] = (byte) (19595 * r + 38470 * g + 7471 * b + 32768 >> 16);
            }
            return grey;
        }

        /**
         * By AWT's colour conversion, which also changes the gamma.
         *
         * @return the result
         */
        @Benchmark
        public Object colorConvertOp() {
            return new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null).filter(bgr, null);
        }

        /**
         * By ImgLib2's loops, on ints.
         *
         * @return the result
         */
        @Benchmark
        public Object imgLib2() {
            Img<UnsignedByteType> grey = ArrayImgs.unsignedBytes(width(), height());
            LoopBuilder.setImages(argb, grey).forEachPixel((pixel, value) -> {
                int bits = pixel.get();
                value.set(
                        19595 * (bits >> 16 & 0xff) + 38470 * (bits >> 8 & 0xff) + 7471 * (bits & 0xff) + 32768 >> 16);
            });
            return grey;
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return Mats.fill(to -> opencv_imgproc.cvtColor(mats.rgb, to, opencv_imgproc.COLOR_RGB2GRAY));
        }
    }

    /** RGB with an opaque alpha. */
    @Row(
            value = "RGB → RGBA",
            targets = @Row.Target(peer = "pillow", atMost = 0.8, before = "1.8"),
            mixed = Row.NEW_MEMORY + "1.18.")
    public static class RgbToRgba extends Conversion {
        private byte[] bytes;

        /** The state is made by JMH. */
        public RgbToRgba() {
            super(Mode.RGB, Mode.RGBA);
        }

        /** Makes the image. */
        @Setup
        public void images() {
            bytes = noise(3);
        }

        /**
         * By the loop that somebody would write for this one case.
         *
         * @return the result
         */
        @Benchmark
        public Object arrayLoop() {
            byte[] rgba = new byte[bytes.length / 3 * 4];
            for (int k = 0, o = 0; k < bytes.length; k += 3, o += 4) {
                rgba[o] = bytes[k];
                rgba[o + 1] = bytes[k + 1];
                rgba[o + 2] = bytes[k + 2];
                rgba[o + 3] = (byte) 0xff;
            }
            return rgba;
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return Mats.fill(to -> opencv_imgproc.cvtColor(mats.rgb, to, opencv_imgproc.COLOR_RGB2RGBA));
        }
    }

    /** RGB to inks. */
    @Row(
            value = "RGB → CMYK",
            targets = @Row.Target(peer = "pillow", atMost = 1.0, before = "1.6"),
            mixed = Row.NEW_MEMORY + "1.10.")
    public static class RgbToCmyk extends Conversion {
        /** The state is made by JMH. */
        public RgbToCmyk() {
            super(Mode.RGB, Mode.CMYK);
        }
    }

    /** Inks to RGB. */
    @Row(value = "CMYK → RGB", targets = @Row.Target(peer = "pillow", atMost = 1.0, before = "2.4"))
    public static class CmykToRgb extends Conversion {
        /** The state is made by JMH. */
        public CmykToRgb() {
            super(Mode.CMYK, Mode.RGB);
        }
    }

    /** RGB to planes of luma and halved chroma; Pillow's chroma is not halved. */
    @Row(
            value = "RGB → JPEG_YV12",
            targets =
                    @Row.Target(
                            peer = "pillow",
                            atMost = 1.0,
                            before = "2.2",
                            missed = "As fast as Pillow: ± is larger than the difference."))
    public static class RgbToYv12 extends Conversion {
        /** The state is made by JMH. */
        public RgbToYv12() {
            super(Mode.RGB, Mode.JPEG_YV12);
        }

        /**
         * By OpenCV, in the range of television.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return Mats.fill(to -> opencv_imgproc.cvtColor(mats.rgb, to, opencv_imgproc.COLOR_RGB2YUV_YV12));
        }
    }

    /** Planes of luma and halved chroma to RGB; Pillow's chroma is not halved, OpenCV's is repeated, ours interpolated. */
    @Row(
            value = "JPEG_YV12 → RGB",
            targets = @Row.Target(peer = "pillow", atMost = 1.0, before = "3.4"),
            mixed = Row.NEW_MEMORY + "1.17, with some runs of 1.7.")
    public static class Yv12ToRgb extends Conversion {
        /** The state is made by JMH. */
        public Yv12ToRgb() {
            super(Mode.JPEG_YV12, Mode.RGB);
        }

        /**
         * By OpenCV, in the range of television.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return Mats.fill(to -> opencv_imgproc.cvtColor(mats.yv12, to, opencv_imgproc.COLOR_YUV2RGB_YV12));
        }
    }

    /** 16 bits to 8, grey. */
    @Row(
            value = "L16 → L",
            targets = @Row.Target(peer = "arrayCopy", atMost = 3.0, before = "2.9"),
            mixed = Row.NEW_MEMORY + "0.9 to 1.9; what makes the difference is not known.")
    public static class L16ToL extends Conversion {
        /** The state is made by JMH. */
        public L16ToL() {
            super(Mode.L16, Mode.L);
        }
    }

    /** 16 bits to 8. */
    @Row(
            value = "RGB48 → RGB",
            targets =
                    @Row.Target(
                            peer = "arrayCopy",
                            atMost = 3.0,
                            before = "9.7",
                            missed =
                                    "C2 moves samples between arrays of shorts and bytes one by one, about two cycles each; four at once, by ints, and by passes over shorts are no faster. With jdk.incubator.vector it would take a third, see decision 2."))
    public static class Rgb48ToRgb extends Conversion {
        /** The state is made by JMH. */
        public Rgb48ToRgb() {
            super(Mode.RGB48, Mode.RGB);
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return Mats.fill(to -> mats.rgb48.convertTo(to, opencv_core.CV_8U, 1 / 257.0, 0));
        }
    }

    /** 8 bits to 16. */
    @Row(
            value = "RGB → RGB48",
            targets =
                    @Row.Target(
                            peer = "arrayCopy",
                            atMost = 3.0,
                            before = "9.4",
                            missed =
                                    "C2 moves samples between arrays of shorts and bytes one by one, about two cycles each; four at once, by ints, and by passes over shorts are no faster. With jdk.incubator.vector it would take a third, see decision 2."))
    public static class RgbToRgb48 extends Conversion {
        /** The state is made by JMH. */
        public RgbToRgb48() {
            super(Mode.RGB, Mode.RGB48);
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return Mats.fill(to -> mats.rgb.convertTo(to, opencv_core.CV_16U, 257, 0));
        }
    }

    /** A copy in the same mode. */
    @Row(value = "RGB → RGB, a copy", mixed = Row.NEW_MEMORY + "1.06.")
    public static class Copy extends Conversion {
        /** The state is made by JMH. */
        public Copy() {
            super(Mode.RGB, Mode.RGB);
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return Mats.fill(mats.rgb::copyTo);
        }
    }
}
