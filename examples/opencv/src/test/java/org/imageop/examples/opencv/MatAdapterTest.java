package org.imageop.examples.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC4;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC4;
import static org.bytedeco.opencv.global.opencv_core.CV_32SC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.norm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.indexer.Indexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MatAdapterTest extends AdapterContract<Mat> {
    @BeforeAll
    static void nativeLibrariesAreThere() {
        assertThatCode(() -> Loader.load(opencv_core.class))
                .as("OpenCV's native libraries for " + Loader.getPlatform()
                        + "; examples/opencv/pom.xml needs a profile for this platform")
                .doesNotThrowAnyException();
    }

    @Override
    public ImageAdapter<Mat> adapter() {
        return new MatAdapter();
    }

    @Override
    public Map<String, Supplier<? extends Mat>> objects() {
        Map<String, Supplier<? extends Mat>> mats = new LinkedHashMap<>();
        int[] types = {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4, CV_32FC1, CV_32FC3, CV_32FC4};
        for (int type : types) {
            mats.put("a Mat of type " + type, () -> new Mat(5, 7, type, Scalar.all(0)));
            mats.put("a part of a Mat of type " + type, () -> part(new Mat(9, 9, type, Scalar.all(0))));
        }
        mats.put("a row", () -> new Mat(5, 7, CV_8UC3, Scalar.all(0)).row(2));
        mats.put("a column", () -> new Mat(5, 7, CV_16UC3, Scalar.all(0)).col(2));
        return mats;
    }

    static Mat part(Mat mat) {
        return new Mat(mat, new Rect(1, 2, 7, 5));
    }

    @Override
    public Map<String, Supplier<? extends Mat>> unsupportedObjects() {
        return Map.of(
                "an empty Mat", Mat::new,
                "two channels", () -> new Mat(5, 7, CV_8UC2),
                "integers of 32 bits", () -> new Mat(5, 7, CV_32SC1),
                "three dimensions", () -> new Mat(new int[] {2, 3, 4}, CV_8UC1));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of(
                "direct grey bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.L, 7, 5, direct(35))),
                "direct BGR bytes", () -> bgr(direct(105), 21),
                "direct padded BGR bytes", () -> bgr(direct(5 * 24), 24),
                "a part of direct BGR bytes", () -> Views.crop(bgr(direct(105), 21), 2, 1, 3, 4),
                "direct BGRA bytes", () -> bgra(direct(140), AlphaType.STRAIGHT),
                "direct BGR shorts",
                        () -> StandardImage.wrap(bgr(Mode.RGB48, direct(210).asShortBuffer())),
                "direct grey floats", () -> floats(direct(140).asFloatBuffer()));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            images.put("an image of mode " + mode + " on the heap", () -> StandardImage.of(mode, 6, 4));
        }
        images.put("direct RGB bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.RGB, 7, 5, direct(105))));
        images.put("direct CMYK bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.CMYK, 7, 5, direct(140))));
        images.put("direct YV12 bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.YV12, 6, 4, direct(36))));
        images.put("direct premultiplied bytes", () -> bgra(direct(140), AlphaType.PREMULTIPLIED));
        images.put("an image upside down", () -> Views.flipTopBottom(bgr(direct(105), 21)));
        images.put("shorts in the other byte order", () -> {
            ByteOrder other =
                    ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            ShortBuffer shorts = direct(210).order(other).asShortBuffer();
            return StandardImage.wrap(bgr(Mode.RGB48, shorts));
        });
        return images;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static StandardImage bgr(ByteBuffer memory, int line) {
        return StandardImage.wrap(PixelLayout.of(
                Mode.RGB,
                7,
                5,
                AlphaType.OPAQUE,
                Plane.of(memory, 2, 3, line),
                Plane.of(memory, 1, 3, line),
                Plane.of(memory, 0, 3, line)));
    }

    private static PixelLayout bgr(Mode mode, ShortBuffer memory) {
        return PixelLayout.of(
                mode,
                7,
                5,
                AlphaType.OPAQUE,
                Plane.of(memory, 2, 3, 21),
                Plane.of(memory, 1, 3, 21),
                Plane.of(memory, 0, 3, 21));
    }

    private static StandardImage bgra(ByteBuffer memory, AlphaType alpha) {
        return StandardImage.wrap(PixelLayout.of(
                Mode.RGBA,
                7,
                5,
                alpha,
                Plane.of(memory, 2, 4, 28),
                Plane.of(memory, 1, 4, 28),
                Plane.of(memory, 0, 4, 28),
                Plane.of(memory, 3, 4, 28)));
    }

    private static StandardImage floats(FloatBuffer memory) {
        Plane plane = Plane.ranged(memory, 0, 1, 7, new Plane.Range(0, 1));
        return StandardImage.wrap(PixelLayout.of(Mode.L16, 7, 5, AlphaType.OPAQUE, plane));
    }

    @Override
    public ImageSize size(Mat mat) {
        return new ImageSize(mat.cols(), mat.rows());
    }

    @Override
    public Mode mode(Mat mat) {
        boolean bytes = mat.depth() == CV_8U;
        return switch (mat.channels()) {
            case 1 -> bytes ? Mode.L : Mode.L16;
            case 3 -> bytes ? Mode.RGB : Mode.RGB48;
            default -> bytes ? Mode.RGBA : Mode.RGBA64;
        };
    }

    /** By OpenCV's indexers, which count rows first, and blue first. */
    @Override
    public int[] pixel(Mat mat, int x, int y) {
        int[] pixel = new int[mat.channels()];
        try (Indexer indexer = mat.createIndexer()) {
            for (int c = 0; c < pixel.length; c++) {
                double value = indexer.getDouble(y, x, channel(mat, c));
                pixel[c] = (int) Math.round(mat.depth() == CV_32F ? value * 65535 : value);
            }
        }
        return pixel;
    }

    @Override
    public void setPixel(Mat mat, int x, int y, int[] pixel) {
        try (Indexer indexer = mat.createIndexer()) {
            for (int c = 0; c < pixel.length; c++) {
                long[] place = {y, x, channel(mat, c)};
                indexer.putDouble(place, mat.depth() == CV_32F ? pixel[c] / 65535.0 : pixel[c]);
            }
        }
    }

    private static int channel(Mat mat, int component) {
        int[] blueFirst = {2, 1, 0, 3};
        return mat.channels() == 1 ? 0 : blueFirst[component];
    }

    @Test
    void S7_whatOpenCvComputesInAPartTheImageShows() {
        Mat whole = new Mat(9, 9, CV_8UC3, Scalar.all(0));
        Mat part = part(whole);
        ImageLike image = Images.of(part);
        image.set(0, 0, 33, 22, 11);

        flip(part, part, 1);

        assertThat(image.get(0, 0).value()).containsExactly(0, 0, 0);
        assertThat(image.get(6, 0).value()).containsExactly(33, 22, 11);
    }

    @Test
    void S7_floatsStayFloatsOrAreToldAsLost() {
        Mat floats = new Mat(5, 7, CV_32FC1, Scalar.all(0.123456789));
        ImageLike image = Images.of(floats);

        Transfer<Mat> copy = Images.transfer(image, Mat.class, Copy.ALWAYS);
        Transfer<Mat> ofPart = Images.transfer(Views.flipTopBottom(image), Mat.class, Copy.IF_NEEDED);

        assertThat(norm(floats, copy.image())).isZero();
        assertThat(copy.losses()).isEmpty();
        assertThat(ofPart.image().type()).isEqualTo(CV_16UC1);
        assertThat(ofPart.losses()).containsExactly("numbers of a range → 16 bits per component");
    }

    /** OpenCV counts the Mats on its memory. */
    @Test
    void P24_theBufferStaysWhenTheMatIsGone() {
        Mat mat = new Mat(5, 7, CV_8UC1, Scalar.all(9));
        Mat watch = new Mat(mat);
        ImageBuffer buffer = Images.of(mat).buffer();
        int counted = watch.u().refcount();

        mat.close();
        watch.close();

        assertThat(counted).isEqualTo(3);
        assertThat(buffer.get(34)).isEqualTo(9);
    }

    @Test
    void A3_theAdapterIsFoundOnClassPathAndModulePath() {
        boolean module = MatAdapter.class.getModule().isNamed();

        assertThat(Images.isImage(new Mat(5, 7, CV_8UC3))).isTrue();
        assertThat(module).isEqualTo(Boolean.getBoolean("imageop.module"));
    }
}
