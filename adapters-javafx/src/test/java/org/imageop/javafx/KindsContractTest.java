package org.imageop.javafx;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.image.PixelBuffer;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.javafx.buffers.PixelBufferLayout;
import org.imageop.tck.ImageKindsContract;
import org.imageop.tck.LayoutContract;
import org.imageop.tck.source.ImageKind;
import org.imageop.tck.source.LayoutSource;
import org.junit.jupiter.api.Nested;

/** The protocol's own contract on every kind of image that JavaFX has, without a toolkit. */
class KindsContractTest extends ImageKindsContract {
    @Override
    public Map<String, ImageKind> kinds() {
        Map<String, ImageKind> kinds = new LinkedHashMap<>();
        kinds.put(
                "hidden pixels",
                ImageKind.of(Mode.RGBA, (width, height) -> FxImages.wrap(FxPixels.hidden(width, height)))
                        .asPremultiplied());
        kinds.put(
                "on a canvas",
                ImageKind.of(
                                Mode.RGBA,
                                (width, height) ->
                                        FxImages.wrap(FxImages.toWritableImage(StandardImage.canvas(width, height))))
                        .asPremultiplied());
        kinds.put(
                "on somebodys ints",
                ImageKind.of(Mode.RGBA, (width, height) -> FxImages.wrap(FxPixels.on(FxPixels.ints(width, height))))
                        .asReadOnly());
        kinds.put(
                "on somebodys bytes",
                ImageKind.of(
                                Mode.RGBA,
                                (width, height) -> FxImages.wrap(FxPixels.on(FxPixels.bytes(width, height, false))))
                        .asReadOnly());
        kinds.put(
                "buffer of ints",
                ImageKind.of(Mode.RGBA, (width, height) -> FxImages.wrap(FxPixels.ints(width, height)))
                        .asPremultiplied());
        kinds.put(
                "buffer of bytes",
                ImageKind.of(Mode.RGBA, (width, height) -> FxImages.wrap(FxPixels.bytes(width, height, false)))
                        .asPremultiplied());
        kinds.put(
                "buffer of direct bytes",
                ImageKind.of(Mode.RGBA, (width, height) -> FxImages.wrap(FxPixels.bytes(width, height, true)))
                        .asPremultiplied());
        kinds.put(
                "buffer that is read only",
                ImageKind.of(Mode.RGBA, (width, height) -> FxImages.wrap(FxPixels.readOnly(width, height)))
                        .asReadOnly());
        kinds.put(
                "loaded grey",
                ImageKind.of(
                                Mode.L,
                                (width, height) ->
                                        FxImages.wrap(FxPixels.loaded(width, height, BufferedImage.TYPE_BYTE_GRAY)))
                        .asReadOnly());
        kinds.put(
                "loaded opaque",
                ImageKind.of(
                                Mode.RGB,
                                (width, height) ->
                                        FxImages.wrap(FxPixels.loaded(width, height, BufferedImage.TYPE_3BYTE_BGR)))
                        .asReadOnly());
        kinds.put(
                "loaded translucent",
                ImageKind.of(
                                Mode.RGBA,
                                (width, height) ->
                                        FxImages.wrap(FxPixels.loaded(width, height, BufferedImage.TYPE_4BYTE_ABGR)))
                        .asReadOnly());
        return kinds;
    }

    /** The memory of JavaFX's buffers, as it is described. */
    abstract static class Described extends LayoutContract {
        private final BiFunction<Integer, Integer, PixelBuffer<?>> maker;

        Described(BiFunction<Integer, Integer, PixelBuffer<?>> maker) {
            this.maker = maker;
        }

        @Override
        public boolean premultiplied() {
            return true;
        }

        @Override
        public Optional<LayoutSource.Described> layout(Mode mode, int width, int height) {
            if (mode != Mode.RGBA || width < 1 || height < 1) {
                return Optional.empty();
            }
            PixelBuffer<?> pixels = maker.apply(width, height);
            return Optional.of(new LayoutSource.Described(PixelBufferLayout.of(pixels), new Stored(pixels)));
        }
    }

    /** Bytes of B, G, R, A, or of ints from the lowest bits up. */
    private record Stored(PixelBuffer<?> pixels) implements LayoutSource.Memory {
        private static final int[] PLACES = {2, 1, 0, 3};

        private int index(int x, int y) {
            return y * pixels.getWidth() + x;
        }

        @Override
        public int get(int component, int x, int y) {
            return pixels.getBuffer() instanceof IntBuffer ints
                    ? ints.get(index(x, y)) >>> 8 * PLACES[component] & 255
                    : ((ByteBuffer) pixels.getBuffer()).get(4 * index(x, y) + PLACES[component]) & 255;
        }

        @Override
        public void set(int component, int x, int y, int value) {
            if (pixels.getBuffer() instanceof IntBuffer ints) {
                int shift = 8 * PLACES[component];
                ints.put(index(x, y), ints.get(index(x, y)) & ~(255 << shift) | value << shift);
            } else {
                ((ByteBuffer) pixels.getBuffer()).put(4 * index(x, y) + PLACES[component], (byte) value);
            }
        }
    }

    @Nested
    class DescribedInts extends Described {
        DescribedInts() {
            super(FxPixels::ints);
        }
    }

    @Nested
    class DescribedBytes extends Described {
        DescribedBytes() {
            super((width, height) -> FxPixels.bytes(width, height, true));
        }
    }
}
