package org.imageop.opencv;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.indexer.Indexer;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_java;
import org.imageop.ImageLike;
import org.imageop.Plane;
import org.imageop.javacv.FrameImages;
import org.imageop.javacv.MatImages;
import org.imageop.opencv.adapters.BytedecoMatAdapter;
import org.imageop.opencv.adapters.FrameAdapter;
import org.imageop.opencv.adapters.OpenCvMatAdapter;
import org.imageop.spi.ImageAdapter;
import org.opencv.core.Mat;

/** The three classes by their own accessors, which count channels and do not know what they mean. */
abstract class Foreign<T> {
    /** OpenCV's depths by their numbers. */
    static final List<String> DEPTHS = List.of("8U", "8S", "16U", "16S", "32S", "32F", "64F");

    static final Foreign<Mat> OPENCV_MAT = new OpenCvMat();
    static final Foreign<org.bytedeco.opencv.opencv_core.Mat> BYTEDECO_MAT = new BytedecoMat();
    static final Foreign<Frame> FRAME = new JavaCvFrame();
    static final List<Foreign<?>> ALL = List.of(OPENCV_MAT, BYTEDECO_MAT, FRAME);

    /** Loads the native libraries, which both bindings come from. */
    static void load() {
        assertThatCode(() -> Loader.load(opencv_java.class))
                .as("OpenCV's native libraries for " + Loader.getPlatform()
                        + "; pom.xml needs a profile for this platform")
                .doesNotThrowAnyException();
    }

    static int bytes(String depth) {
        return Integer.parseInt(depth.substring(0, depth.length() - 1)) / 8;
    }

    /** The least and the largest number of a depth; of floats, some. */
    static double[] ends(String depth) {
        return switch (depth) {
            case "8U" -> new double[] {0, 255};
            case "8S" -> new double[] {-128, 127};
            case "16U" -> new double[] {0, 65535};
            case "16S" -> new double[] {-32768, 32767};
            case "32S" -> new double[] {Integer.MIN_VALUE, Integer.MAX_VALUE};
            default -> new double[] {-1.5, 2.5};
        };
    }

    /** All elements 0. */
    abstract T make(String depth, int width, int height, int channels);

    /** Its rows are not neighbours, and around it there is memory that is not its own. */
    abstract T part(String depth, int width, int height, int channels);

    abstract int width(T object);

    abstract int height(T object);

    abstract int channels(T object);

    abstract String depth(T object);

    abstract double get(T object, int x, int y, int channel);

    abstract void put(T object, int x, int y, int channel, double number);

    abstract ImageAdapter<T> adapter();

    abstract ImageLike wrap(T object);

    abstract ImageLike wrap(T object, Plane.Range range);

    abstract ImageLike wrap(T object, String order);

    abstract ImageLike wrap(T object, String order, Plane.Range range);

    abstract List<ImageLike> channels(T object, Plane.Range range);

    abstract T of(Object image);

    @Override
    public String toString() {
        return adapter().type().getName();
    }

    private static final class OpenCvMat extends Foreign<Mat> {
        @Override
        Mat make(String depth, int width, int height, int channels) {
            return new Mat(height, width, DEPTHS.indexOf(depth) + (channels - 1 << 3), org.opencv.core.Scalar.all(0));
        }

        @Override
        Mat part(String depth, int width, int height, int channels) {
            return make(depth, width + 3, height + 4, channels).submat(1, height + 1, 2, width + 2);
        }

        @Override
        int width(Mat mat) {
            return mat.cols();
        }

        @Override
        int height(Mat mat) {
            return mat.rows();
        }

        @Override
        int channels(Mat mat) {
            return mat.channels();
        }

        @Override
        String depth(Mat mat) {
            return DEPTHS.get(mat.depth());
        }

        @Override
        double get(Mat mat, int x, int y, int channel) {
            return mat.get(y, x)[channel];
        }

        @Override
        void put(Mat mat, int x, int y, int channel, double number) {
            double[] pixel = mat.get(y, x);
            pixel[channel] = number;
            mat.put(y, x, pixel);
        }

        @Override
        ImageAdapter<Mat> adapter() {
            return new OpenCvMatAdapter();
        }

        @Override
        ImageLike wrap(Mat mat) {
            return OpenCvImages.wrap(mat);
        }

        @Override
        ImageLike wrap(Mat mat, Plane.Range range) {
            return OpenCvImages.wrap(mat, range);
        }

        @Override
        ImageLike wrap(Mat mat, String order) {
            return OpenCvImages.wrap(mat, order);
        }

        @Override
        ImageLike wrap(Mat mat, String order, Plane.Range range) {
            return OpenCvImages.wrap(mat, order, range);
        }

        @Override
        List<ImageLike> channels(Mat mat, Plane.Range range) {
            return range == null ? OpenCvImages.channels(mat) : OpenCvImages.channels(mat, range);
        }

        @Override
        Mat of(Object image) {
            return OpenCvImages.toMat(image);
        }
    }

    private static final class BytedecoMat extends Foreign<org.bytedeco.opencv.opencv_core.Mat> {
        @Override
        org.bytedeco.opencv.opencv_core.Mat make(String depth, int width, int height, int channels) {
            return new org.bytedeco.opencv.opencv_core.Mat(
                    height, width, DEPTHS.indexOf(depth) + (channels - 1 << 3), Scalar.all(0));
        }

        @Override
        org.bytedeco.opencv.opencv_core.Mat part(String depth, int width, int height, int channels) {
            return new org.bytedeco.opencv.opencv_core.Mat(
                    make(depth, width + 3, height + 4, channels), new Rect(2, 1, width, height));
        }

        @Override
        int width(org.bytedeco.opencv.opencv_core.Mat mat) {
            return mat.cols();
        }

        @Override
        int height(org.bytedeco.opencv.opencv_core.Mat mat) {
            return mat.rows();
        }

        @Override
        int channels(org.bytedeco.opencv.opencv_core.Mat mat) {
            return mat.channels();
        }

        @Override
        String depth(org.bytedeco.opencv.opencv_core.Mat mat) {
            return DEPTHS.get(mat.depth());
        }

        @Override
        double get(org.bytedeco.opencv.opencv_core.Mat mat, int x, int y, int channel) {
            try (Indexer indexer = mat.createIndexer()) {
                return indexer.getDouble(y, x, channel);
            }
        }

        @Override
        void put(org.bytedeco.opencv.opencv_core.Mat mat, int x, int y, int channel, double number) {
            try (Indexer indexer = mat.createIndexer()) {
                indexer.putDouble(new long[] {y, x, channel}, number);
            }
        }

        @Override
        ImageAdapter<org.bytedeco.opencv.opencv_core.Mat> adapter() {
            return new BytedecoMatAdapter();
        }

        @Override
        ImageLike wrap(org.bytedeco.opencv.opencv_core.Mat mat) {
            return MatImages.wrap(mat);
        }

        @Override
        ImageLike wrap(org.bytedeco.opencv.opencv_core.Mat mat, Plane.Range range) {
            return MatImages.wrap(mat, range);
        }

        @Override
        ImageLike wrap(org.bytedeco.opencv.opencv_core.Mat mat, String order) {
            return MatImages.wrap(mat, order);
        }

        @Override
        ImageLike wrap(org.bytedeco.opencv.opencv_core.Mat mat, String order, Plane.Range range) {
            return MatImages.wrap(mat, order, range);
        }

        @Override
        List<ImageLike> channels(org.bytedeco.opencv.opencv_core.Mat mat, Plane.Range range) {
            return range == null ? MatImages.channels(mat) : MatImages.channels(mat, range);
        }

        @Override
        org.bytedeco.opencv.opencv_core.Mat of(Object image) {
            return MatImages.toMat(image);
        }
    }

    private static final class JavaCvFrame extends Foreign<Frame> {
        private static final List<Integer> CODES = List.of(8, -8, 16, -16, -32, 32, 64);

        @Override
        Frame make(String depth, int width, int height, int channels) {
            return cleared(new Frame(width, height, CODES.get(DEPTHS.indexOf(depth)), channels));
        }

        @Override
        Frame part(String depth, int width, int height, int channels) {
            return cleared(new Frame(width, height, CODES.get(DEPTHS.indexOf(depth)), channels, width * channels + 5));
        }

        private Frame cleared(Frame frame) {
            for (int y = 0; y < frame.imageHeight; y++) {
                for (int x = 0; x < frame.imageWidth; x++) {
                    for (int c = 0; c < frame.imageChannels; c++) {
                        put(frame, x, y, c, 0);
                    }
                }
            }
            return frame;
        }

        @Override
        int width(Frame frame) {
            return frame.imageWidth;
        }

        @Override
        int height(Frame frame) {
            return frame.imageHeight;
        }

        @Override
        int channels(Frame frame) {
            return frame.imageChannels;
        }

        @Override
        String depth(Frame frame) {
            return DEPTHS.get(CODES.indexOf(frame.imageDepth));
        }

        @Override
        double get(Frame frame, int x, int y, int channel) {
            Indexer indexer = frame.createIndexer();
            return indexer.getDouble(y, x, channel);
        }

        @Override
        void put(Frame frame, int x, int y, int channel, double number) {
            Indexer indexer = frame.createIndexer();
            indexer.putDouble(new long[] {y, x, channel}, number);
        }

        @Override
        ImageAdapter<Frame> adapter() {
            return new FrameAdapter();
        }

        @Override
        ImageLike wrap(Frame frame) {
            return FrameImages.wrap(frame);
        }

        @Override
        ImageLike wrap(Frame frame, Plane.Range range) {
            return FrameImages.wrap(frame, range);
        }

        @Override
        ImageLike wrap(Frame frame, String order) {
            return FrameImages.wrap(frame, order);
        }

        @Override
        ImageLike wrap(Frame frame, String order, Plane.Range range) {
            return FrameImages.wrap(frame, order, range);
        }

        @Override
        List<ImageLike> channels(Frame frame, Plane.Range range) {
            return range == null ? FrameImages.channels(frame) : FrameImages.channels(frame, range);
        }

        @Override
        Frame of(Object image) {
            return FrameImages.toFrame(image);
        }
    }
}
