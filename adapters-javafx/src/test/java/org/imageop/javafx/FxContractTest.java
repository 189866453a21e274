package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.javafx.adapters.FxImageAdapter;
import org.imageop.javafx.adapters.PixelBufferAdapter;
import org.imageop.javafx.adapters.WritableImageAdapter;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/**
 * The protocol's own contract on each of JavaFX's adapters, without a toolkit; pixels are read and written by {@link
 * FxPixels}.
 */
class FxContractTest {
    private static final int W = 7;
    private static final int H = 5;

    @AfterAll
    static void noToolkitRan() {
        assertThatThrownBy(() -> Platform.runLater(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    /** All adapters share the same memory. */
    abstract static class Contract<T> extends AdapterContract<T> {
        @Override
        public Map<String, Supplier<? extends ImageLike>> shareable() {
            Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
            images.put("a canvas", () -> StandardImage.canvas(W, H));
            images.put(
                    "direct ints",
                    () -> StandardImage.wrap(Layouts.argbPre(
                            W,
                            H,
                            ByteBuffer.allocateDirect(4 * W * H)
                                    .order(ByteOrder.nativeOrder())
                                    .asIntBuffer())));
            images.put("BGRA bytes", () -> StandardImage.wrap(Layouts.bgraPre(W, H, ByteBuffer.allocate(4 * W * H))));
            images.put(
                    "direct BGRA bytes",
                    () -> StandardImage.wrap(Layouts.bgraPre(W, H, ByteBuffer.allocateDirect(4 * W * H))));
            return images;
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unshareable() {
            Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
            for (Mode mode : Mode.values()) {
                images.put("an array in mode " + mode, () -> StandardImage.of(mode, 6, 4));
            }
            images.put("a part of a canvas", () -> Views.crop(StandardImage.canvas(W, H), 1, 2, 3, 3));
            images.put("a mirrored canvas", () -> Views.flipLeftRight(StandardImage.canvas(W, H)));
            images.put(
                    "straight ints",
                    () -> StandardImage.wrap(
                            Layouts.packed(AlphaType.STRAIGHT, W, H, IntBuffer.allocate(W * H), 0, W, 16, 8, 0, 24)));
            images.put(
                    "ABGR bytes",
                    () -> StandardImage.wrap(Layouts.bytes(
                            AlphaType.PREMULTIPLIED, W, H, ByteBuffer.allocate(4 * W * H), 0, 4, 4 * W, 3, 2, 1, 0)));
            images.put(
                    "padded BGR bytes",
                    () -> StandardImage.wrap(
                            Layouts.bytes(AlphaType.OPAQUE, W, H, ByteBuffer.allocate(200), 5, 3, 3 * W + 2, 2, 1, 0)));
            return images;
        }
    }

    private static Map<String, Supplier<? extends WritableImage>> writable() {
        return Map.of(
                "an image that JavaFX allocated", () -> FxPixels.hidden(W, H),
                "an image on a canvas", () -> FxImages.toWritableImage(StandardImage.canvas(W, H)));
    }

    private static Map<String, Supplier<? extends WritableImage>> onBuffers() {
        return Map.of(
                "an image on somebody's ints", () -> FxPixels.on(FxPixels.ints(W, H)),
                "an image on somebody's bytes", () -> FxPixels.on(FxPixels.bytes(W, H, true)));
    }

    @Nested
    class OfWritableImage extends Contract<WritableImage> {
        @Override
        public ImageAdapter<WritableImage> adapter() {
            return new WritableImageAdapter();
        }

        @Override
        public Map<String, Supplier<? extends WritableImage>> objects() {
            return writable();
        }

        @Override
        public Map<String, Supplier<? extends WritableImage>> readOnlyObjects() {
            return onBuffers();
        }

        @Override
        public ImageSize size(WritableImage image) {
            return new ImageSize((int) image.getWidth(), (int) image.getHeight());
        }

        @Override
        public Mode mode(WritableImage image) {
            return Mode.RGBA;
        }

        @Override
        public int[] pixel(WritableImage image, int x, int y) {
            return FxPixels.pixel(image, x, y);
        }

        @Override
        public void setPixel(WritableImage image, int x, int y, int[] pixel) {
            FxPixels.set(image, x, y, pixel);
        }
    }

    @Nested
    class OfImage extends Contract<Image> {
        @Override
        public ImageAdapter<Image> adapter() {
            return new FxImageAdapter();
        }

        @Override
        public Map<String, Supplier<? extends Image>> objects() {
            return new LinkedHashMap<>(writable());
        }

        @Override
        public Map<String, Supplier<? extends Image>> readOnlyObjects() {
            Map<String, Supplier<? extends Image>> images = new LinkedHashMap<>(onBuffers());
            images.put("a loaded grey image", () -> FxPixels.loaded(W, H, BufferedImage.TYPE_BYTE_GRAY));
            images.put("a loaded opaque image", () -> FxPixels.loaded(W, H, BufferedImage.TYPE_3BYTE_BGR));
            images.put("a loaded translucent image", () -> FxPixels.loaded(W, H, BufferedImage.TYPE_4BYTE_ABGR));
            return images;
        }

        @Override
        public Map<String, Supplier<? extends Image>> unsupportedObjects() {
            return Map.of("an image that could not be loaded", FxPixels::broken);
        }

        @Override
        public ImageSize size(Image image) {
            return new ImageSize((int) image.getWidth(), (int) image.getHeight());
        }

        @Override
        public Mode mode(Image image) {
            return FxPixels.mode(image);
        }

        @Override
        public int[] pixel(Image image, int x, int y) {
            return FxPixels.pixel(image, x, y);
        }

        @Override
        public void setPixel(Image image, int x, int y, int[] pixel) {
            FxPixels.set(image, x, y, pixel);
        }
    }

    @Nested
    class OfPixelBuffer extends Contract<PixelBuffer<?>> {
        @Override
        public ImageAdapter<PixelBuffer<?>> adapter() {
            return new PixelBufferAdapter();
        }

        @Override
        public Map<String, Supplier<? extends PixelBuffer<?>>> objects() {
            return Map.of(
                    "ints", () -> FxPixels.ints(W, H),
                    "bytes", () -> FxPixels.bytes(W, H, false),
                    "direct bytes", () -> FxPixels.bytes(W, H, true));
        }

        @Override
        public Map<String, Supplier<? extends PixelBuffer<?>>> readOnlyObjects() {
            return Map.of("read-only ints", () -> FxPixels.readOnly(W, H));
        }

        @Override
        public ImageSize size(PixelBuffer<?> pixels) {
            return new ImageSize(pixels.getWidth(), pixels.getHeight());
        }

        @Override
        public Mode mode(PixelBuffer<?> pixels) {
            return Mode.RGBA;
        }

        @Override
        public int[] pixel(PixelBuffer<?> pixels, int x, int y) {
            return FxPixels.pixel(pixels, x, y);
        }

        @Override
        public void setPixel(PixelBuffer<?> pixels, int x, int y, int[] pixel) {
            FxPixels.set(pixels, x, y, pixel);
        }
    }
}
