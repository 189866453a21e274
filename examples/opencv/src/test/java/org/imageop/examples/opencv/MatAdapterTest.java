package org.imageop.examples.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bytedeco.opencv.global.opencv_core.CV_16U;
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
import static org.bytedeco.opencv.global.opencv_core.CV_MAKETYPE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.norm;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
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
    private static final Plane.Range BLACK_TO_WHITE = new Plane.Range(0, 1);

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
        mats.put("a Mat on memory of Java", () -> new Mat(5, 7, CV_8UC3, new BytePointer(105)));
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
                "direct BGR shorts", () -> bgr(direct(210).asShortBuffer()),
                "direct grey floats", () -> numbers(Mode.L16, "L", direct(140).asFloatBuffer(), BLACK_TO_WHITE),
                "direct BGRA floats",
                        () -> numbers(Mode.RGBA64, "BGRA", direct(560).asFloatBuffer(), BLACK_TO_WHITE));
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
        images.put(
                "direct BGRX bytes",
                () -> StandardImage.wrap(PixelLayout.interleaved(Mode.RGB, 7, 5, "BGRX", direct(140), 0, 28)));
        images.put("direct L32 ints", () -> StandardImage.wrap(PixelLayout.of(Mode.L32, 7, 5, direct(140))));
        images.put(
                "direct RGB floats",
                () -> numbers(Mode.RGB48, "RGB", direct(420).asFloatBuffer(), BLACK_TO_WHITE));
        images.put(
                "direct floats of 8 bits",
                () -> numbers(Mode.L, "L", direct(140).asFloatBuffer(), BLACK_TO_WHITE));
        images.put(
                "direct floats of another range",
                () -> numbers(Mode.L16, "L", direct(140).asFloatBuffer(), new Plane.Range(0, 255)));
        images.put(
                "direct signed shorts",
                () -> numbers(Mode.L16, "L", direct(70).asShortBuffer(), new Plane.Range(-32768, 32767)));
        images.put("floats on the heap", () -> numbers(Mode.L16, "L", FloatBuffer.allocate(35), BLACK_TO_WHITE));
        images.put("a mirrored image", () -> Views.flipLeftRight(bgr(direct(105), 21)));
        images.put("an image upside down", () -> Views.flipTopBottom(bgr(direct(105), 21)));
        images.put("shorts in the other byte order", () -> {
            ByteOrder other =
                    ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            ShortBuffer shorts = direct(210).order(other).asShortBuffer();
            return bgr(shorts);
        });
        return images;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static StandardImage bgr(ByteBuffer memory, int line) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.RGB, 7, 5, "BGR", memory, 0, line));
    }

    private static StandardImage bgr(ShortBuffer memory) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.RGB48, 7, 5, "BGR", memory, 0, 21));
    }

    private static StandardImage bgra(ByteBuffer memory, AlphaType alpha) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.RGBA, 7, 5, "BGRA", alpha, memory, 0, 28));
    }

    private static StandardImage numbers(Mode mode, String order, Buffer memory, Plane.Range range) {
        return StandardImage.wrap(PixelLayout.ranged(mode, 7, 5, order, range, memory, 0, 7L * order.length()));
    }

    /** The type of a Mat of whole numbers. */
    static int type(Mode mode) {
        return CV_MAKETYPE(mode.bitsPerComponent() == 8 ? CV_8U : CV_16U, mode.components());
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
    void S7_floatsStayFloats() {
        Mat floats = new Mat(5, 7, CV_32FC1, Scalar.all(0.123456789));
        ImageLike image = Images.of(floats);

        Transfer<Mat> copy = Images.transfer(image, Mat.class, Copy.ALWAYS);
        Transfer<Mat> ofView = Images.transfer(Views.flipTopBottom(image), Mat.class, Copy.IF_NEEDED);

        assertThat(norm(floats, copy.image())).isZero();
        assertThat(copy.losses()).isEmpty();
        assertThat(norm(floats, ofView.image())).isZero();
        assertThat(ofView.losses()).isEmpty();
    }

    @Test
    void S7_numbersOfAnotherRangeAreReportedAsLost() {
        ImageLike image = numbers(Mode.L16, "L", FloatBuffer.allocate(35), new Plane.Range(0, 255));

        Transfer<Mat> copy = Images.transfer(image, Mat.class, Copy.IF_NEEDED);

        assertThat(copy.image().type()).isEqualTo(CV_16UC1);
        assertThat(copy.losses()).containsExactly("numbers of a range → 16 bits per component");
    }

    /** OpenCV does not count the Mats on memory that it did not allocate. */
    @Test
    void L18_foreignMemoryIsNotTouchedOnceTheMatIsClosed() {
        BytePointer memory = new BytePointer(35);
        Mat mat = new Mat(5, 7, CV_8UC1, memory);
        ImageLike image = Images.of(mat);
        ImageLike part = Views.crop(image, 1, 1, 2, 2);
        image.set(1, 1, 77);
        assertThat(part.get(0, 0).value()).containsExactly(77);

        mat.close();
        memory.close();

        for (ImageLike freed : List.of(image, part)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> freed.get(0, 0).value())
                    .withMessageContaining("freed")
                    .withMessageEndingWith("[errors.md#memory-freed]");
            assertThatIllegalStateException().isThrownBy(() -> freed.set(0, 0, 1));
            assertThatIllegalStateException().isThrownBy(() -> StandardImage.from(freed));
            assertThatIllegalStateException().isThrownBy(() -> freed.buffer().get(0));
        }
    }

    @Test
    void L18_countedMemoryStaysWhenTheMatIsReleasedOrReused() {
        Mat mat = new Mat(5, 7, CV_8UC1, Scalar.all(9));
        ImageLike image = Images.of(mat);

        mat.create(300, 300, CV_8UC3);
        mat.release();
        mat.close();

        assertThat(image.get(6, 4).value()).containsExactly(9);
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
