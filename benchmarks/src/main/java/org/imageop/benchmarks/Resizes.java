package org.imageop.benchmarks;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imgscalr.Scalr;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** From size to size, into new memory. The largest image of each row is that of the other rows. */
public final class Resizes {
    private Resizes() {}

    /** Our side of each row. */
    public abstract static class Resize extends Case {
        private final Mode mode;
        private final Filter filter;
        private final int from;
        private final int to;
        private ImageLike image;

        /** Both sizes are fractions of the whole. */
        Resize(Mode mode, Filter filter, int from, int to) {
            this.mode = mode;
            this.filter = filter;
            this.from = from;
            this.to = to;
        }

        /** Makes the image. */
        @Setup
        public final void image() {
            image = Picture.image(mode, width() / from, height() / from);
        }

        /**
         * Resizes.
         *
         * @return the result
         */
        @Benchmark
        public final Object imageop() {
            return StandardImage.from(image, toWidth(), toHeight(), filter);
        }

        final int toWidth() {
            return width() / to;
        }

        final int toHeight() {
            return height() / to;
        }

        final BufferedImage bgr() {
            return Picture.bufferedImage(BufferedImage.TYPE_3BYTE_BGR, width() / from, height() / from);
        }

        final BufferedImage drawn(BufferedImage image, Object interpolation) {
            BufferedImage result = new BufferedImage(toWidth(), toHeight(), image.getType());
            Graphics2D graphics = result.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
            graphics.drawImage(image, 0, 0, toWidth(), toHeight(), null);
            graphics.dispose();
            return result;
        }

        final long openCv(Mat image, int interpolation) {
            try (Size size = new Size(toWidth(), toHeight())) {
                return Mats.fill(result -> opencv_imgproc.resize(image, result, size, 0, 0, interpolation));
            }
        }
    }

    /** Lanczos to a quarter of the pixels. */
    @Row(value = "LANCZOS 4K → 1080p RGB", targets = @Row.Target(peer = "pillow", atMost = 0.8, before = "1.1"))
    public static class LanczosRgb extends Resize {
        private BufferedImage bgr;

        /** The state is made by JMH. */
        public LanczosRgb() {
            super(Mode.RGB, Filter.LANCZOS, 1, 2);
        }

        /** Makes the image. */
        @Setup
        public void images() {
            bgr = bgr();
        }

        /**
         * By TwelveMonkeys.
         *
         * @return the result
         */
        @Benchmark
        public Object twelveMonkeys() {
            return new ResampleOp(toWidth(), toHeight(), ResampleOp.FILTER_LANCZOS).filter(bgr, null);
        }

        /**
         * By OpenCV, whose Lanczos does not widen to shrink.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return openCv(mats.rgb, opencv_imgproc.INTER_LANCZOS4);
        }
    }

    /** With alpha, by which colours are weighed. */
    @Row(value = "LANCZOS 4K → 1080p RGBA", targets = @Row.Target(peer = "pillow", atMost = 1.0, before = "2.2"))
    public static class LanczosRgba extends Resize {
        /** The state is made by JMH. */
        public LanczosRgba() {
            super(Mode.RGBA, Filter.LANCZOS, 1, 2);
        }
    }

    /** With 16 bits. */
    @Row("LANCZOS 4K → 1080p RGB48")
    public static class LanczosRgb48 extends Resize {
        /** The state is made by JMH. */
        public LanczosRgb48() {
            super(Mode.RGB48, Filter.LANCZOS, 1, 2);
        }

        /**
         * By OpenCV, whose Lanczos does not widen to shrink.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return openCv(mats.rgb48, opencv_imgproc.INTER_LANCZOS4);
        }
    }

    /** Bicubic to a quarter of the pixels. */
    @Row(value = "BICUBIC 4K → 1080p RGB", targets = @Row.Target(peer = "pillow", atMost = 0.8, before = "1.3"))
    public static class BicubicRgb extends Resize {
        private BufferedImage bgr;

        /** The state is made by JMH. */
        public BicubicRgb() {
            super(Mode.RGB, Filter.BICUBIC, 1, 2);
        }

        /** Makes the image. */
        @Setup
        public void images() {
            bgr = bgr();
        }

        /**
         * By Java2D, which does not widen to shrink.
         *
         * @return the result
         */
        @Benchmark
        public Object drawImage() {
            return drawn(bgr, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        }

        /**
         * By OpenCV, which does not widen to shrink.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return openCv(mats.rgb, opencv_imgproc.INTER_CUBIC);
        }
    }

    /** Bilinear to a quarter of the pixels. */
    @Row(
            value = "BILINEAR 4K → 1080p RGB",
            targets = {
                @Row.Target(
                        peer = "pillow",
                        atMost = 0.8,
                        before = "2.7",
                        missed = "Within ± of the target when it was measured last."),
                @Row.Target(
                        peer = "thumbnailator",
                        atMost = 1.2,
                        before = "4.1",
                        missed =
                                "Thumbnailator's BILINEAR takes four pixels of the source for each result; ours, as Pillow's, weighs all of them."),
            })
    public static class BilinearRgb extends Resize {
        private BufferedImage bgr;

        /** The state is made by JMH. */
        public BilinearRgb() {
            super(Mode.RGB, Filter.BILINEAR, 1, 2);
        }

        /** Makes the image. */
        @Setup
        public void images() {
            bgr = bgr();
        }

        /**
         * By Java2D, which does not widen to shrink.
         *
         * @return the result
         */
        @Benchmark
        public Object drawImage() {
            return drawn(bgr, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }

        /**
         * By Thumbnailator.
         *
         * @return the result
         */
        @Benchmark
        public Object thumbnailator() throws IOException {
            return Thumbnails.of(bgr).forceSize(toWidth(), toHeight()).asBufferedImage();
        }

        /**
         * By OpenCV's averages.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return openCv(mats.rgb, opencv_imgproc.INTER_AREA);
        }
    }

    /** A preview. */
    @Row(value = "BICUBIC 4K → 256 × 144 RGB", targets = @Row.Target(peer = "pillow", atMost = 0.8, before = "1.9"))
    public static class Thumbnail extends Resize {
        private BufferedImage bgr;

        /** The state is made by JMH. */
        public Thumbnail() {
            super(Mode.RGB, Filter.BICUBIC, 1, 15);
        }

        /** Makes the image. */
        @Setup
        public void images() {
            bgr = bgr();
        }

        /**
         * By Thumbnailator.
         *
         * @return the result
         */
        @Benchmark
        public Object thumbnailator() throws IOException {
            return Thumbnails.of(bgr).forceSize(toWidth(), toHeight()).asBufferedImage();
        }

        /**
         * By imgscalr, which does not widen to shrink otherwise.
         *
         * @return the result
         */
        @Benchmark
        public Object imgscalr() {
            return Scalr.resize(bgr, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, toWidth(), toHeight());
        }

        /**
         * By OpenCV's averages.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return openCv(mats.rgb, opencv_imgproc.INTER_AREA);
        }
    }

    /** Bicubic to four times the pixels. */
    @Row(value = "BICUBIC 1080p → 4K RGB", targets = @Row.Target(peer = "pillow", atMost = 1.0, before = "1.6"))
    public static class Enlarge extends Resize {
        private BufferedImage bgr;

        /** The state is made by JMH. */
        public Enlarge() {
            super(Mode.RGB, Filter.BICUBIC, 2, 1);
        }

        /** Makes the image. */
        @Setup
        public void images() {
            bgr = bgr();
        }

        /**
         * By Java2D.
         *
         * @return the result
         */
        @Benchmark
        public Object drawImage() {
            return drawn(bgr, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        }

        /**
         * By OpenCV.
         *
         * @param mats its images
         * @return the result
         */
        @Benchmark
        public long openCv(Mats mats) {
            return openCv(mats.smallRgb, opencv_imgproc.INTER_CUBIC);
        }
    }
}
