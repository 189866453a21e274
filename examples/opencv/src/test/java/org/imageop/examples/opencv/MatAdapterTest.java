package org.imageop.examples.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC4;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC4;
import static org.bytedeco.opencv.global.opencv_core.CV_32SC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.flip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.javacpp.indexer.UShortIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;
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

    /** OpenCV's own indexers, and an operation of OpenCV, are the other side. */
    @Test
    void S7_whatOpenCvWritesTheImageShows() {
        Mat whole = new Mat(9, 9, CV_8UC3, Scalar.all(0));
        Mat part = part(whole);
        ImageLike image = Images.of(part);

        try (UByteIndexer samples = whole.createIndexer()) {
            samples.put(2, 1, new int[] {11, 22, 33});
        }
        assertThat(image.get(0, 0).value()).containsExactly(33, 22, 11);

        flip(part, part, 1);
        assertThat(image.get(0, 0).value()).containsExactly(0, 0, 0);
        assertThat(image.get(6, 0).value()).containsExactly(33, 22, 11);
    }

    @Test
    void S7_whatTheImageWritesOpenCvShows() {
        Mat bytes = new Mat(9, 9, CV_8UC4, Scalar.all(7));
        Mat shorts = new Mat(5, 7, CV_16UC3, Scalar.all(0));
        Mat numbers = new Mat(5, 7, CV_32FC3, Scalar.all(0));

        Images.of(part(bytes)).set(6, 4, 10, 20, 30, 40);
        Images.of(shorts).set(6, 4, 1000, 2000, 65535);
        Images.of(numbers).set(6, 4, 0, 13107, 65535);

        try (UByteIndexer samples = bytes.createIndexer()) {
            int[] pixel = new int[4];
            samples.get(6, 7, pixel);
            assertThat(pixel).containsExactly(30, 20, 10, 40);
            samples.get(6, 8, pixel);
            assertThat(pixel).containsExactly(7, 7, 7, 7);
        }
        try (UShortIndexer samples = shorts.createIndexer()) {
            int[] pixel = new int[3];
            samples.get(4, 6, pixel);
            assertThat(pixel).containsExactly(65535, 2000, 1000);
        }
        try (FloatIndexer samples = numbers.createIndexer()) {
            float[] pixel = new float[3];
            samples.get(4, 6, pixel);
            assertThat(pixel).containsExactly(1, 0.2f, 0);
        }
    }

    @Test
    void S7_aMatOnDirectMemoryIsThatMemory() {
        ByteBuffer memory = direct(105);
        Transfer<Mat> transfer = Images.transfer(bgr(memory, 21), Mat.class, Copy.NEVER);

        try (UByteIndexer samples = transfer.image().createIndexer()) {
            samples.put(1, 2, new int[] {11, 22, 33});
        }

        assertThat(memory.get(21 + 6)).isEqualTo((byte) 11);
        assertThat(memory.get(21 + 8)).isEqualTo((byte) 33);
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
    void S6_theMatComesBack() {
        Mat mat = new Mat(5, 7, CV_8UC3);

        ImageLike image = Images.of(mat);

        assertThat(image).isInstanceOf(WrappedImage.class);
        assertThat(Images.to(image, Mat.class)).isSameAs(mat);
    }

    @Test
    void A3_theAdapterIsFoundOnClassPathAndModulePath() {
        boolean module = MatAdapter.class.getModule().isNamed();

        assertThat(Images.isImage(new Mat(5, 7, CV_8UC3))).isTrue();
        assertThat(module).isEqualTo(Boolean.getBoolean("imageop.module"));
    }
}
