package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.imageop.javafx.buffers.PixelBufferLayout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What shares memory, what does not and why; all without a toolkit. */
class ShareTest {
    @AfterAll
    static void noToolkitRan() {
        assertThatThrownBy(() -> Platform.runLater(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    private static IntBuffer directInts(int count) {
        return ByteBuffer.allocateDirect(4 * count)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
    }

    private static Arguments shared(String what, PixelLayout layout) {
        return Arguments.of(what, layout);
    }

    static Stream<Arguments> shareable() {
        return Stream.of(
                shared("heap ints", Layouts.argbPre(7, 5, IntBuffer.allocate(35))),
                shared("direct ints", Layouts.argbPre(7, 5, directInts(35))),
                shared("heap bytes", Layouts.bgraPre(7, 5, ByteBuffer.allocate(140))),
                shared("direct bytes", Layouts.bgraPre(7, 5, ByteBuffer.allocateDirect(140))),
                shared("more memory than needed", Layouts.argbPre(7, 5, IntBuffer.allocate(50))),
                shared(
                        "rows within direct ints",
                        Layouts.argbPre(7, 9, directInts(63)).select(Slice.ALL, Slice.of(2, 7))),
                shared(
                        "rows within direct bytes",
                        Layouts.bgraPre(7, 9, ByteBuffer.allocateDirect(252)).select(Slice.ALL, Slice.of(2, 7))),
                shared(
                        "a slice of direct memory",
                        Layouts.argbPre(7, 5, directInts(40).slice(3, 36))),
                shared("one row of a larger image", row(directInts(40))),
                shared(
                        "a turned row of bytes",
                        Layouts.bgraPre(5, 1, ByteBuffer.allocate(20)).transpose()),
                shared(
                        "a turned row of ints",
                        Layouts.argbPre(5, 1, IntBuffer.allocate(5)).transpose()),
                shared("one column", Layouts.argbPre(1, 5, IntBuffer.allocate(5))),
                shared("one pixel", Layouts.argbPre(1, 1, IntBuffer.allocate(1)).flipLeftRight()));
    }

    private static PixelLayout row(IntBuffer memory) {
        return Layouts.argbPre(8, 5, memory).select(Slice.of(1, 6), Slice.of(2, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shareable")
    void sharesMemoryBothWays(String what, PixelLayout layout) {
        StandardImage image = StandardImage.wrap(layout);
        Transfer<WritableImage> transfer = Images.transfer(image, WritableImage.class, Copy.NEVER);
        assertThat(transfer.shared()).isTrue();
        assertThat(transfer.writable()).isTrue();
        assertThat(transfer.losses()).isEmpty();
        WritableImage fx = transfer.image();
        assertThat(fx.getWidth()).isEqualTo(image.size().width());
        assertThat(fx.getHeight()).isEqualTo(image.size().height());

        ImageLike back = FxImages.wrap(fx);
        PixelReader reader = fx.getPixelReader();
        int[] pixels =
                Layouts.premultipliedPixels(image.size().width() * image.size().height(), 5);
        for (int y = 0, i = 0; y < image.size().height(); y++) {
            for (int x = 0; x < image.size().width(); x++, i++) {
                int straight = Layouts.straight(pixels[i]);
                int[] value = {straight >> 16 & 255, straight >> 8 & 255, straight & 255, straight >>> 24};
                (i % 2 == 0 ? image : back).set(x, y, value);
                assertThat(reader.getArgb(x, y)).isEqualTo(straight);
                assertThat((i % 2 == 0 ? back : image).get(x, y).value()).containsExactly(value);
            }
        }
        // once more when all is written, so that no pixel has overwritten another
        for (int y = 0, i = 0; y < image.size().height(); y++) {
            for (int x = 0; x < image.size().width(); x++, i++) {
                assertThat(reader.getArgb(x, y)).isEqualTo(Layouts.straight(pixels[i]));
            }
        }
    }

    @Test
    void rowsWithinAnArrayAreSharedWhereJavaFxDrawsThemRight() {
        PixelLayout rows = Layouts.argbPre(7, 9, IntBuffer.allocate(63)).select(Slice.ALL, Slice.of(2, 7));
        assertThat(PixelBufferLayout.obstacle(rows, false)).isNull();
        assertThat(PixelBufferLayout.obstacle(rows, true)).contains("draws arrays from their beginning");
        PixelLayout slice = Layouts.argbPre(7, 5, IntBuffer.allocate(36).slice(1, 35));
        assertThat(PixelBufferLayout.obstacle(slice, false)).isNull();
        assertThat(PixelBufferLayout.obstacle(slice, true)).contains("draws arrays from their beginning");
        assertThat(PixelBufferLayout.obstacle(Layouts.argbPre(7, 5, IntBuffer.allocate(35)), true))
                .isNull();

        ImageLike image = StandardImage.wrap(rows);
        PixelReader reader = new WritableImage(PixelBufferLayout.pixelBuffer(rows)).getPixelReader();
        image.set(6, 4, 1, 2, 3, 255);
        image.set(0, 0, 4, 5, 6, 255);
        assertThat(reader.getArgb(6, 4)).isEqualTo(0xff010203);
        assertThat(reader.getArgb(0, 0)).isEqualTo(0xff040506);
    }

    private static PixelLayout canvas() {
        return Layouts.argbPre(8, 6, IntBuffer.allocate(48));
    }

    static Stream<Arguments> unshareable() {
        Buffer bytes = ByteBuffer.allocate(400);
        return Stream.of(
                Arguments.of("part of a larger image", canvas().select(Slice.of(1, 5), Slice.ALL), "8 elements apart"),
                Arguments.of(
                        "padded rows",
                        Layouts.packed(AlphaType.PREMULTIPLIED, 7, 5, IntBuffer.allocate(50), 0, 10, 16, 8, 0, 24),
                        "its rows begin 10 elements apart"),
                Arguments.of("mirrored", canvas().flipLeftRight(), "right to left"),
                Arguments.of("upside down", canvas().flipTopBottom(), "bottom to top"),
                Arguments.of("turned", canvas().rotate90(), "8 pixels apart"),
                Arguments.of("thinned", canvas().select(Slice.ALL.by(2), Slice.ALL), "2 pixels apart"),
                Arguments.of(
                        "straight",
                        Layouts.packed(AlphaType.STRAIGHT, 7, 5, IntBuffer.allocate(35), 0, 7, 16, 8, 0, 24),
                        "alpha is straight"),
                Arguments.of(
                        "ABGR ints",
                        Layouts.packed(AlphaType.PREMULTIPLIED, 7, 5, IntBuffer.allocate(35), 0, 7, 0, 8, 16, 24),
                        "do not lie as in JavaFX"),
                Arguments.of(
                        "RGBA bytes",
                        Layouts.bytes(AlphaType.PREMULTIPLIED, 7, 5, bytes, 0, 4, 28, 0, 1, 2, 3),
                        "do not lie as in JavaFX"),
                Arguments.of(
                        "BGRA in four memories",
                        PixelLayout.of(
                                Mode.RGBA,
                                3,
                                2,
                                AlphaType.PREMULTIPLIED,
                                Plane.of(ByteBuffer.allocateDirect(24), 2, 4, 12),
                                Plane.of(ByteBuffer.allocateDirect(24), 1, 4, 12),
                                Plane.of(ByteBuffer.allocateDirect(24), 0, 4, 12),
                                Plane.of(ByteBuffer.allocateDirect(24), 3, 4, 12)),
                        "do not lie as in JavaFX"),
                Arguments.of(
                        "signed bytes",
                        PixelLayout.of(
                                Mode.RGBA,
                                3,
                                2,
                                AlphaType.PREMULTIPLIED,
                                Plane.ranged(bytes, 2, 4, 12, new Plane.Range(-128, 127)),
                                Plane.ranged(bytes, 1, 4, 12, new Plane.Range(-128, 127)),
                                Plane.ranged(bytes, 0, 4, 12, new Plane.Range(-128, 127)),
                                Plane.ranged(bytes, 3, 4, 12, new Plane.Range(-128, 127))),
                        "do not lie as in JavaFX"),
                Arguments.of(
                        "read-only",
                        Layouts.argbPre(7, 5, IntBuffer.allocate(35).asReadOnlyBuffer()),
                        "memory is read-only"),
                Arguments.of(
                        "ints in the other byte order",
                        Layouts.argbPre(
                                7,
                                5,
                                ByteBuffer.allocateDirect(140)
                                        .order(
                                                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                                                        ? ByteOrder.LITTLE_ENDIAN
                                                        : ByteOrder.BIG_ENDIAN)
                                        .asIntBuffer()),
                        "native order"),
                Arguments.of(
                        "ints on an array of bytes",
                        Layouts.argbPre(
                                7,
                                5,
                                ByteBuffer.allocate(140)
                                        .order(ByteOrder.nativeOrder())
                                        .asIntBuffer()),
                        "view of ints on bytes"),
                Arguments.of(
                        "opaque ints",
                        Layouts.packed(AlphaType.OPAQUE, 7, 5, IntBuffer.allocate(35), 0, 7, 16, 8, 0),
                        "its mode is RGB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unshareable")
    void refusesToShareWithTheReason(String what, PixelLayout layout, String reason) {
        StandardImage image = StandardImage.wrap(layout);
        assertThatThrownBy(() -> Images.transfer(image, WritableImage.class, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("allow a copy");
        Transfer<WritableImage> transfer = Images.transfer(image, WritableImage.class, Copy.IF_NEEDED);
        assertThat(transfer.shared()).isFalse();
        assertThat(transfer.reason()).hasValueSatisfying(why -> assertThat(why).contains(reason));
        assertThat(transfer.writable()).isTrue();
    }

    @Test
    void computedSamplesHaveNoMemoryToShare() {
        ImageLike hidden = FxImages.wrap(new WritableImage(2, 2));
        assertThatThrownBy(() -> Images.transfer(hidden, PixelBuffer.class, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining("computed");
    }

    @Test
    void theSameImageGivesTheSameWritableImage() {
        StandardImage image = StandardImage.canvas(2, 2);
        WritableImage fx = FxImages.toWritableImage(image);
        assertThat(FxImages.toWritableImage(image)).isSameAs(fx);
        assertThat(FxImages.toWritableImage(FxImages.wrap(fx))).isSameAs(fx);
        assertThat(Images.to(image, WritableImage.class)).isSameAs(fx);
        PixelBuffer<?> buffer = Images.to(image, PixelBuffer.class);
        assertThat(FxImages.toWritableImage(buffer)).isSameAs(fx);
        assertThat(FxImages.toWritableImage(StandardImage.canvas(2, 2))).isNotSameAs(fx);
    }

    @Test
    void aPixelBufferOfSomebodysIsUsedItself() {
        IntBuffer memory = IntBuffer.allocate(4).slice(1, 3);
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(3, 1, memory, PixelFormat.getIntArgbPreInstance());
        ImageLike image = FxImages.wrap(buffer);
        assertThat(Images.to(image, PixelBuffer.class)).isSameAs(buffer);
        assertThat(PixelBufferLayout.obstacle(image.buffer().layout().orElseThrow(), true))
                .isNotNull();
        WritableImage fx =
                Images.transfer(image, WritableImage.class, Copy.NEVER).image();
        assertThat(FxImages.toWritableImage(buffer)).isSameAs(fx);
        memory.put(2, 0xff112233);
        assertThat(fx.getPixelReader().getArgb(2, 0)).isEqualTo(0xff112233);
        assertThat(FxImages.wrap(fx).get(2, 0).value()).containsExactly(0x11, 0x22, 0x33, 0xff);
    }

    @Test
    void copiesCanBeWrittenThroughWrapToo() {
        WritableImage fx = FxImages.toWritableImage(StandardImage.filled(Mode.L, 3, 2, 77));
        ImageLike image = FxImages.wrap(fx);
        assertThat(image.buffer().layout()).isPresent();
        image.set(2, 1, 1, 2, 3, 255);
        assertThat(fx.getPixelReader().getArgb(2, 1)).isEqualTo(0xff010203);
        assertThat(fx.getPixelReader().getArgb(0, 0)).isEqualTo(0xff4d4d4d);
    }

    static Stream<PixelBuffer<?>> buffers() {
        return Stream.of(
                FxPixels.ints(4, 3),
                FxPixels.bytes(4, 3, true),
                new PixelBuffer<>(
                        4, 3, IntBuffer.wrap(new int[20], 5, 15).slice(), PixelFormat.getIntArgbPreInstance()));
    }

    @ParameterizedTest
    @MethodSource("buffers")
    void S9_anImageOnSomebodysPixelBufferIsTurnedIntoItsMemory(PixelBuffer<?> buffer) {
        ImageLike memory = FxImages.wrap(buffer);
        for (int y = 0; y < 3; y++) {
            memory.set(1, y, 10, 20, 10 * y, 255);
        }
        ImageLike image = FxImages.wrap(new WritableImage(buffer));
        StandardImage turned = StandardImage.from(Views.flipTopBottom(image));

        Images.copy(Views.flipTopBottom(image), memory);

        assertThat(Images.sameContent(memory, turned)).isTrue();
    }
}
