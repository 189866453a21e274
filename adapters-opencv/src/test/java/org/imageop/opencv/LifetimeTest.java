package org.imageop.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.ref.WeakReference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.imageop.Copy;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.javacv.FrameImages;
import org.imageop.javacv.MatImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who keeps memory, and what happens when it is freed. */
class LifetimeTest {
    @BeforeAll
    static void load() {
        Foreign.load();
    }

    static Stream<Foreign<?>> classes() {
        return Foreign.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("classes")
    <T> void P24_pixelsStayWhenTheObjectIsCollected(Foreign<T> foreign) throws InterruptedException {
        List<Object> images = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            T object = i % 2 == 0 ? foreign.make("8U", 64, 64, 3) : foreign.part("8U", 64, 64, 3);
            foreign.put(object, 9, 9, 1, i + 1);
            // an image, a part of one, a buffer
            ImageLike image = foreign.wrap(object);
            images.add(i % 3 == 0 ? image : i % 3 == 1 ? Views.crop(image, 9, 9, 2, 2) : image.buffer());
        }
        for (int i = 0; i < 3; i++) {
            System.gc();
            Pointer.deallocateReferences();
            Thread.sleep(20);
            // what is allocated now would take the place of freed memory
            foreign.make("8U", 67, 68, 3);
        }
        for (int i = 0; i < images.size(); i++) {
            int green = images.get(i) instanceof ImageBuffer buffer
                    ? buffer.get((9 * 64 + 9) * 3 + 1)
                    : ((ImageLike) images.get(i))
                            .get(i % 3 == 0 ? 9 : 0, i % 3 == 0 ? 9 : 0)
                            .value()[1];
            assertThat(green).isEqualTo(i + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    <T> void P24_objectsOnTheMemoryOfAnImageKeepIt(Foreign<T> foreign) throws InterruptedException {
        ByteBuffer memory = ByteBuffer.allocateDirect(16 * 9 * 3);
        T object = Images.transfer(
                        StandardImage.wrap(PixelLayout.interleaved(Mode.RGB, 16, 9, "BGR", memory, 0, 48)),
                        foreign.adapter().type(),
                        Copy.NEVER)
                .image();
        memory.put(8 * 48 + 15 * 3 + 2, (byte) 77);
        WeakReference<ByteBuffer> watched = new WeakReference<>(memory);
        memory = null;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(watched.get()).isNotNull();
        assertThat(foreign.get(object, 15, 8, 2)).isEqualTo(77);
    }

    /** These tests run with native access; elsewhere rows are fetched, which Java 17 tests. */
    @Test
    void openCvsOwnMatHasALayoutWhereJavaAllowsIt() {
        org.opencv.core.Mat mat = new org.opencv.core.Mat(5, 7, 16);
        boolean layout = OpenCvImages.wrap(mat).buffer().layout().isPresent();
        assertThat(layout).isEqualTo(Runtime.version().feature() >= 22);
        assertThat(OpenCvImages.channels(mat).get(1).buffer().layout().isPresent())
                .isEqualTo(layout);
    }

    @Test
    void P24_openCvCountsTheImage() {
        Mat mat = new Mat(5, 7, 0, Scalar.all(9));
        Mat watch = new Mat(mat);
        ImageBuffer buffer = MatImages.wrap(mat).buffer();
        assertThat(watch.u().refcount()).isEqualTo(3);

        mat.close();
        watch.close();

        assertThat(buffer.get(34)).isEqualTo(9);
    }

    @Test
    void P24_pixelsStayWhenMatsAreReleasedOrReused() {
        Mat mat = new Mat(5, 7, 0, Scalar.all(9));
        org.opencv.core.Mat other = new org.opencv.core.Mat(5, 7, 0, org.opencv.core.Scalar.all(8));
        ImageLike image = MatImages.wrap(mat);
        ImageLike otherImage = OpenCvImages.wrap(other);

        mat.create(300, 300, 16);
        mat.release();
        mat.close();
        other.create(300, 300, 16);
        other.release();

        assertThat(image.get(6, 4).value()).containsExactly(9);
        assertThat(otherImage.get(6, 4).value()).containsExactly(8);
        otherImage.set(6, 4, 7);
        assertThat(otherImage.get(6, 4).value()).containsExactly(7);
    }

    /** OpenCV does not count the Mats on memory that it did not allocate. */
    @Test
    void L21_foreignMemoryIsNotTouchedOnceTheMatIsClosedOrReleased() {
        for (int type : new int[] {0, 6}) {
            for (boolean close : new boolean[] {false, true}) {
                BytePointer memory = new BytePointer(35 * 8).fill(0);
                Mat mat = new Mat(5, 7, type, memory);
                ImageLike image = type == 0 ? MatImages.wrap(mat) : MatImages.wrap(mat, new Plane.Range(0, 1));
                ImageLike part = Views.crop(image, 1, 1, 2, 2);
                image.set(1, 1, 77);
                assertThat(part.get(0, 0).value()).containsExactly(77);

                if (close) {
                    mat.close();
                } else {
                    mat.release();
                }
                memory.close();

                for (ImageLike freed : List.of(image, part)) {
                    assertFreed(freed);
                }
            }
        }
    }

    private static void assertFreed(ImageLike freed) {
        assertThatIllegalStateException()
                .isThrownBy(() -> freed.get(0, 0).value())
                .withMessageContaining("freed")
                .withMessageEndingWith("[errors.md#memory-freed]");
        assertThatIllegalStateException()
                .isThrownBy(() -> freed.set(0, 0, freed.mode().black()));
        assertThatIllegalStateException().isThrownBy(() -> StandardImage.from(freed));
        assertThatIllegalStateException().isThrownBy(() -> freed.buffer().get(0));
    }

    @Test
    void P24_pixelsStayWhenTheFrameIsClosed() {
        Frame frame = new Frame(7, 5, Frame.DEPTH_USHORT, 3);
        ImageLike image = FrameImages.wrap(frame);
        image.set(6, 4, 1, 2, 3);
        Frame clone = frame.clone();
        ImageLike cloned = FrameImages.wrap(clone);
        Pointer[] counted = (Pointer[]) frame.opaque;

        frame.close();
        clone.close();

        assertThat(counted[0].isNull()).isFalse();
        assertThat(image.get(6, 4).value()).containsExactly(1, 2, 3);
        assertThat(cloned.get(6, 4).value()).containsExactly(1, 2, 3);
    }

    @Test
    void P24_pixelsOfAFrameOnAMatStayWhenTheMatIsReleased() {
        Mat mat = new Mat(5, 7, 16, Scalar.all(9));
        Frame frame = new OpenCVFrameConverter.ToMat().convert(mat);
        ImageLike image = FrameImages.wrap(frame);

        mat.release();
        mat.close();
        Mat next = new Mat(5, 7, 16, Scalar.all(8));

        assertThat(image.get(6, 4).value()).containsExactly(9, 9, 9);
        assertThat(MatImages.wrap(next).get(6, 4).value()).containsExactly(8, 8, 8);
    }

    /** So a grabber holds its pictures. */
    @Test
    void L21_memoryOfAPointerThatIsNotCountedIsNotTouchedOnceThePointerIsNull() {
        BytePointer memory = new BytePointer(35).fill(5);
        Pointer picture = new Pointer() {
            {
                address = memory.address();
            }
        };
        Frame frame = new Frame();
        frame.imageWidth = 7;
        frame.imageHeight = 5;
        frame.imageDepth = Frame.DEPTH_UBYTE;
        frame.imageChannels = 1;
        frame.imageStride = 7;
        frame.image = new Buffer[] {memory.asByteBuffer()};
        frame.opaque = picture;
        ImageLike image = FrameImages.wrap(frame);
        assertThat(image.get(6, 4).value()).containsExactly(5);
        memory.put(34, (byte) 6);
        assertThat(image.get(6, 4).value()).containsExactly(6);

        picture.setNull();

        assertFreed(image);
    }

    @Test
    void P24_memoryIsFreedWhenNobodyNeedsItAnyMore() throws InterruptedException {
        Frame frame = new Frame(7, 5, Frame.DEPTH_UBYTE, 3);
        Pointer counted = ((Pointer[]) frame.opaque)[0];
        wrapAndForget(frame);
        frame.close();

        for (int i = 0; i < 100 && !counted.isNull(); i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(counted.isNull()).isTrue();
    }

    private static void wrapAndForget(Frame frame) {
        assertThat(FrameImages.wrap(frame).get(0, 0).value()).hasSize(3);
    }

    @Test
    void L21_aBufferOfJavaKeepsItself() {
        Frame frame = new Frame();
        frame.imageWidth = 2;
        frame.imageHeight = 1;
        frame.imageDepth = Frame.DEPTH_FLOAT;
        frame.imageChannels = 1;
        frame.imageStride = 2;
        float[] numbers = {0.5f, 1};
        frame.image = new Buffer[] {java.nio.FloatBuffer.wrap(numbers)};

        ImageLike image = FrameImages.wrap(frame);
        image.set(0, 0, 65535);

        assertThat(image.get(1, 0).value()).containsExactly(65535);
        assertThat(numbers[0]).isEqualTo(1);
    }
}
