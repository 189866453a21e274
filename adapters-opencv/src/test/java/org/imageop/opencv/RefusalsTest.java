package org.imageop.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.javacv.FrameImages;
import org.imageop.javacv.MatImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be an image is refused with a way out, and what is lost is named. */
class RefusalsTest {
    private static final Plane.Range RANGE = new Plane.Range(0, 100);

    @BeforeAll
    static void load() {
        Foreign.load();
    }

    static Stream<Foreign<?>> classes() {
        return Foreign.ALL.stream();
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(UnsupportedImageException.class);
    }

    private static String facade(Foreign<?> foreign) {
        return foreign == Foreign.OPENCV_MAT
                ? "OpenCvImages.%s(mat"
                : foreign == Foreign.BYTEDECO_MAT ? "MatImages.%s(mat" : "FrameImages.%s(frame";
    }

    @ParameterizedTest
    @MethodSource("classes")
    <T> void A15_twoChannelsAreNeverGuessed(Foreign<T> foreign) {
        T two = foreign.make("8U", 4, 3, 2);
        for (ThrowingCallable call : new ThrowingCallable[] {() -> Images.of(two), () -> foreign.wrap(two)}) {
            refused(call)
                    .hasMessageContaining("2 channels")
                    .hasMessageContaining(facade(foreign).formatted("wrap") + ", \"LA\")")
                    .hasMessageContaining(facade(foreign).formatted("channels") + ")")
                    .hasMessageEndingWith("[errors.md#channels-or-alpha]");
        }
        refused(() -> foreign.wrap(foreign.make("32S", 4, 3, 2), RANGE))
                .hasMessageContaining(", \"LA\", range)")
                .hasMessageContaining(facade(foreign).formatted("channels") + ", range)");
        assertThat(foreign.channels(two, null)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("classes")
    <T> void A15_moreChannelsAreImagesOfTheirOwn(Foreign<T> foreign) {
        T seven = foreign.make("16U", 4, 3, 7);
        refused(() -> Images.of(seven))
                .hasMessageContaining("7 channels")
                .hasMessageContaining(facade(foreign).formatted("channels") + ")")
                .hasMessageEndingWith("[errors.md#too-many-components]");
        assertThat(foreign.channels(seven, null)).hasSize(7).allMatch(image -> image.mode() == Mode.L16);
        assertThat(foreign.wrap(seven, "XXRGBXX").mode()).isEqualTo(Mode.RGB48);
    }

    @ParameterizedTest
    @MethodSource("classes")
    <T> void L8_numbersNeedARange(Foreign<T> foreign) {
        for (String depth : new String[] {"8S", "16S", "32S", "64F"}) {
            refused(() -> Images.of(foreign.make(depth, 4, 3, 3)))
                    .hasMessageContaining("CV_" + depth)
                    .hasMessageContaining(facade(foreign).formatted("wrap") + ", new Plane.Range(min, max))")
                    .hasMessageEndingWith("[errors.md#range-needed]");
            refused(() -> foreign.channels(foreign.make(depth, 4, 3, 3), null)).hasMessageContaining("range");
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    <T> void ordersThatDoNotFit(Foreign<T> foreign) {
        T three = foreign.make("8U", 4, 3, 3);
        for (String order : new String[] {"", "RG", "RGBA", "RGG", "rgb", "RGX", "XXX", "LAA", "LLL", "CMY", "RGL"}) {
            refused(() -> foreign.wrap(three, order))
                    .hasMessageContaining("\"" + order + "\"")
                    .hasMessageContaining("3 channels")
                    .hasMessageEndingWith("[errors.md#mode-does-not-fit]");
        }
        refused(() -> foreign.wrap(foreign.make("8U", 4, 3, 5), "CMYKA")).hasMessageContaining("CMYKA");
    }

    @Test
    void anOrderChangesTheMeaningAndNothingElse() {
        Mat mat = new Mat(3, 4, 16, org.bytedeco.opencv.opencv_core.Scalar.RED);
        assertThat(MatImages.wrap(mat).get(0, 0).value()).containsExactly(255, 0, 0);
        ImageLike turned = MatImages.wrap(mat, "RGB");
        assertThat(turned.get(0, 0).value()).containsExactly(0, 0, 255);
        assertThat((Object) Images.to(turned, Mat.class)).isSameAs(mat);

        Mat copy = Images.transfer(turned, Mat.class, Copy.ALWAYS).image();

        assertThat(MatImages.wrap(copy).get(0, 0).value()).containsExactly(0, 0, 255);
    }

    @Test
    void emptyAndClosedOnes() {
        refused(() -> Images.of(new Mat())).hasMessageContaining("0×0").hasMessageEndingWith("[errors.md#no-pixels]");
        refused(() -> Images.of(new org.opencv.core.Mat())).hasMessageEndingWith("[errors.md#no-pixels]");
        Mat mat = new Mat(3, 4, 0);
        mat.close();
        refused(() -> Images.of(mat)).hasMessageContaining("closed").hasMessageEndingWith("[errors.md#no-pixels]");
        refused(() -> Images.of(new Frame())).hasMessageEndingWith("[errors.md#frame-planes]");
    }

    @Test
    void otherDimensionsAndDepths() {
        refused(() -> Images.of(new Mat(new int[] {2, 3, 4}, 0)))
                .hasMessageContaining("3 dimensions")
                .hasMessageEndingWith("[errors.md#number-of-dimensions]");
        refused(() -> Images.of(new org.opencv.core.Mat(new int[] {2, 3, 4}, 0)))
                .hasMessageContaining("3 dimensions");
        refused(() -> Images.of(new Mat(3, 4, 7)))
                .hasMessageContaining("CV_16F")
                .hasMessageContaining("convertTo")
                .hasMessageEndingWith("[errors.md#no-such-pixel-type]");
        refused(() -> Images.of(new org.opencv.core.Mat(3, 4, 7))).hasMessageContaining("CV_16F");
        refused(() -> Images.of(new Frame(4, 3, Frame.DEPTH_LONG, 1))).hasMessageContaining("-64");
    }

    /** The memory that is named here is not there, and nobody looks at it. */
    @Test
    void M1_matsBeyondTheBuffersOfJava() {
        BytePointer memory = new BytePointer(16);
        Mat mat = new Mat(4, 16, 0, memory, 1L << 30);
        refused(() -> MatImages.wrap(mat))
                .hasMessageContaining("2 GiB")
                .hasMessageContaining("16×4")
                .hasMessageContaining("Mat.rowRange")
                .hasMessageEndingWith("[errors.md#too-large-for-toolkit]");
        assertThat(MatImages.wrap(mat.rowRange(0, 1)).size().height()).isEqualTo(1);
        ImageLike large = StandardImage.computed(Mode.L, 50_000, 50_000, (x, y, count, samples, offset) -> {});
        refused(() -> FrameImages.toFrame(large))
                .hasMessageContaining("2 GiB")
                .hasMessageEndingWith("[errors.md#too-large-for-toolkit]");
        refused(() -> MatImages.toMat(large)).hasMessageContaining("2 GiB");
    }

    @Test
    void framesWithoutAnImage() {
        Frame audio = new Frame();
        audio.samples = new Buffer[] {ByteBuffer.allocate(8)};
        refused(() -> Images.of(audio)).hasMessageContaining("AUDIO").hasMessageEndingWith("[errors.md#frame-planes]");
        Frame data = new Frame();
        data.data = ByteBuffer.allocate(8);
        refused(() -> Images.of(data)).hasMessageContaining("DATA");
    }

    @Test
    void framesThatContradictThemselves() {
        Frame planes = new Frame(4, 4, Frame.DEPTH_UBYTE, 1);
        planes.image = new Buffer[] {planes.image[0], ByteBuffer.allocate(4), ByteBuffer.allocate(4)};
        refused(() -> Images.of(planes)).hasMessageContaining("3 planes").hasMessageContaining("ImageMode.COLOR");
        Frame narrow = new Frame(4, 4, Frame.DEPTH_UBYTE, 3);
        narrow.imageStride = 8;
        refused(() -> Images.of(narrow)).hasMessageContaining("stride 8");
        Frame tall = new Frame(4, 4, Frame.DEPTH_UBYTE, 3);
        tall.imageHeight = 5;
        refused(() -> Images.of(tall)).hasMessageContaining("4×5").hasMessageEndingWith("[errors.md#frame-planes]");
        Frame other = new Frame(4, 4, Frame.DEPTH_USHORT, 3);
        other.imageDepth = Frame.DEPTH_FLOAT;
        refused(() -> Images.of(other)).hasMessageContaining("depth 32");
        Frame none = new Frame(4, 4, Frame.DEPTH_UBYTE, 3);
        none.imageChannels = 0;
        refused(() -> Images.of(none)).hasMessageContaining("0 channels");
    }

    /** As some grabbers leave it. */
    @Test
    void bytesAreElementsOfTheDepthThatAFrameNames() {
        Frame frame = new Frame(4, 3, Frame.DEPTH_USHORT, 1);
        ByteBuffer bytes = ByteBuffer.allocateDirect(frame.imageStride * 3 * 2);
        bytes.order(java.nio.ByteOrder.nativeOrder()).putShort(2, (short) 40_000);
        frame.image[0] = bytes.position(7).order(java.nio.ByteOrder.BIG_ENDIAN);
        assertThat(Images.of(frame).get(1, 0).value()).containsExactly(40_000);
        assertThat(bytes.position()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("classes")
    <T> void S12_lossesAreNamed(Foreign<T> foreign) {
        Class<T> type = foreign.adapter().type();
        Transfer<T> deep = Images.transfer(StandardImage.of(Mode.L32, 4, 3), type, Copy.ALWAYS);
        assertThat(deep.losses()).containsExactly("32 → 16 bits per component");
        Transfer<T> inks = Images.transfer(StandardImage.of(Mode.CMYK, 4, 3), type, Copy.ALWAYS);
        assertThat(inks.losses()).containsExactly("CMYK → RGB without a profile: how the inks mix");
        assertThat(foreign.depth(inks.image())).isEqualTo("8U");
        assertThat(foreign.channels(inks.image())).isEqualTo(3);
        Transfer<T> grey = Images.transfer(StandardImage.of(Mode.LA, 4, 3), type, Copy.ALWAYS);
        assertThat(grey.losses()).isEmpty();
        assertThat(foreign.channels(grey.image())).isEqualTo(4);
        ImageLike inkNumbers = foreign.wrap(foreign.make("32F", 4, 3, 4), "CMYK");
        Transfer<T> samples = Images.transfer(inkNumbers, type, Copy.ALWAYS);
        assertThat(samples.losses())
                .containsExactly(
                        "CMYK → RGB without a profile: how the inks mix", "numbers of a range → 16 bits per component");
    }
}
