package org.imageop.javafx;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.scene.image.PixelBuffer;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.ImageContract;
import org.imageop.tck.LayoutContract;
import org.imageop.tck.LayoutSource;
import org.junit.jupiter.api.Nested;

/** The protocol's own contract on every kind of image that JavaFX has, without a toolkit. */
class KindsContractTest {
    /** Images of one kind. */
    abstract static class Kind extends ImageContract {
        private final Mode only;
        private final boolean readOnly;
        private final BiFunction<Integer, Integer, ImageLike> maker;

        Kind(Mode only, boolean readOnly, BiFunction<Integer, Integer, ImageLike> maker) {
            this.only = only;
            this.readOnly = readOnly;
            this.maker = maker;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(only);
        }

        @Override
        public boolean premultiplied() {
            return only == Mode.RGBA && !readOnly;
        }

        @Override
        public boolean readOnly() {
            return readOnly;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            // JavaFX has exceptions of its own for sizes that no image has
            return mode == only && width > 0 && height > 0 ? Optional.of(maker.apply(width, height)) : Optional.empty();
        }
    }

    @Nested
    class HiddenPixels extends Kind {
        HiddenPixels() {
            super(Mode.RGBA, false, (width, height) -> FxImages.wrap(FxPixels.hidden(width, height)));
        }
    }

    @Nested
    class OnACanvas extends Kind {
        OnACanvas() {
            super(
                    Mode.RGBA,
                    false,
                    (width, height) -> FxImages.wrap(FxImages.toWritableImage(StandardImage.canvas(width, height))));
        }
    }

    @Nested
    class OnSomebodysInts extends Kind {
        OnSomebodysInts() {
            super(Mode.RGBA, true, (width, height) -> FxImages.wrap(FxPixels.on(FxPixels.ints(width, height))));
        }
    }

    @Nested
    class OnSomebodysBytes extends Kind {
        OnSomebodysBytes() {
            super(Mode.RGBA, true, (width, height) -> FxImages.wrap(FxPixels.on(FxPixels.bytes(width, height, false))));
        }
    }

    @Nested
    class BufferOfInts extends Kind {
        BufferOfInts() {
            super(Mode.RGBA, false, (width, height) -> FxImages.wrap(FxPixels.ints(width, height)));
        }
    }

    @Nested
    class BufferOfBytes extends Kind {
        BufferOfBytes() {
            super(Mode.RGBA, false, (width, height) -> FxImages.wrap(FxPixels.bytes(width, height, false)));
        }
    }

    @Nested
    class BufferOfDirectBytes extends Kind {
        BufferOfDirectBytes() {
            super(Mode.RGBA, false, (width, height) -> FxImages.wrap(FxPixels.bytes(width, height, true)));
        }
    }

    @Nested
    class BufferThatIsReadOnly extends Kind {
        BufferThatIsReadOnly() {
            super(Mode.RGBA, true, (width, height) -> FxImages.wrap(FxPixels.readOnly(width, height)));
        }
    }

    @Nested
    class LoadedGrey extends Kind {
        LoadedGrey() {
            super(
                    Mode.L,
                    true,
                    (width, height) -> FxImages.wrap(FxPixels.loaded(width, height, BufferedImage.TYPE_BYTE_GRAY)));
        }
    }

    @Nested
    class LoadedOpaque extends Kind {
        LoadedOpaque() {
            super(
                    Mode.RGB,
                    true,
                    (width, height) -> FxImages.wrap(FxPixels.loaded(width, height, BufferedImage.TYPE_3BYTE_BGR)));
        }
    }

    @Nested
    class LoadedTranslucent extends Kind {
        LoadedTranslucent() {
            super(
                    Mode.RGBA,
                    true,
                    (width, height) -> FxImages.wrap(FxPixels.loaded(width, height, BufferedImage.TYPE_4BYTE_ABGR)));
        }
    }

    /** The memory of JavaFX's buffers, as it is described. */
    abstract static class Described extends LayoutContract {
        private final BiFunction<Integer, Integer, PixelBuffer<?>> maker;

        Described(BiFunction<Integer, Integer, PixelBuffer<?>> maker) {
            this.maker = maker;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.RGBA);
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
            return Optional.of(new LayoutSource.Described(SharedLayout.of(pixels), new Stored(pixels)));
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
