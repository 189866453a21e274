package org.imageop.verification.contracts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.ImageSize;
import org.imageop.IndexedImage;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.tck.ImageContract;
import org.imageop.tck.engine.Shape;
import org.junit.jupiter.api.Nested;

/** The contract on images without a layout. */
public class ImplementationsTest {

    /** Four methods, and a buffer of three. */
    @Nested
    public class OnBytes extends ImageContract {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            byte[] bytes = new byte[(int) mode.length(width, height)];
            return Optional.of(new MinimalImage(mode, width, height, new ImageBuffer() {
                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public int get(long index) {
                    return bytes[(int) Objects.checkIndex(index, bytes.length)] & 0xff;
                }

                @Override
                public void set(long index, int value) {
                    if (value < 0 || value > 255) {
                        throw new IllegalArgumentException(value + " is not a byte");
                    }
                    bytes[(int) Objects.checkIndex(index, bytes.length)] = (byte) value;
                }
            }));
        }
    }

    /** Rows of an array for each of them. */
    private static SampleRows rows(int width, int height, int components) {
        int[][] kept = new int[height][width * components];
        return new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] target, int offset) {
                System.arraycopy(kept[y], x * components, target, offset, count * components);
            }

            @Override
            public void write(int x, int y, int count, int[] source, int offset) {
                System.arraycopy(source, offset, kept[y], x * components, count * components);
            }

            @Override
            public boolean readOnly() {
                return false;
            }

            @Override
            public boolean concurrent() {
                return true;
            }
        };
    }

    /** Samples that are asked for on each access. */
    @Nested
    public class Computed extends ImageContract {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            mode.length(width, height);
            Shape shape = new Shape(mode, width, height);
            SampleRows[] rows = new SampleRows[shape.planar() ? 3 : 1];
            for (int c = 0; c < rows.length; c++) {
                int components = shape.planar() ? 1 : shape.names().size();
                rows[c] = rows(shape.columns(c), shape.rows(c), components);
            }
            return Optional.of(new MinimalImage(mode, width, height, ImageBuffer.computed(mode, width, height, rows)));
        }
    }

    /** A pattern that nobody can change. */
    @Nested
    public class Formula extends ImageContract {
        @Override
        public boolean readOnly() {
            return true;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            if (mode.planar()) {
                return Optional.empty();
            }
            int n = mode.components();
            SampleRows rows = (x, y, count, target, offset) -> {
                for (int i = 0; i < count * n; i++) {
                    target[offset + i] = (7 * x * n + 7 * i + 31 * y) % 256;
                }
            };
            return Optional.of(new MinimalImage(mode, width, height, ImageBuffer.computed(mode, width, height, rows)));
        }
    }

    /** The canvas of all toolkits. */
    @Nested
    public class Canvas extends ImageContract {
        @Override
        public boolean premultiplied() {
            return true;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return mode == Mode.RGBA ? Optional.of(StandardImage.canvas(width, height)) : Optional.empty();
        }
    }

    /** Indices of a palette that grows; images of more pixels may need more colours than there are. */
    @Nested
    public class Indexed extends ImageContract {
        private static final int MOST_PIXELS = 200;

        @Override
        public List<ImageSize> sizes(Mode mode) {
            return super.sizes(mode).stream()
                    .filter(size -> size.width() * size.height() <= MOST_PIXELS)
                    .toList();
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            if (mode.planar() || mode.bitsPerComponent() != Byte.SIZE || width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            ImagePalette black = new ImagePalette(mode, new byte[mode.components()]);
            return Optional.of(IndexedImage.of(StandardImage.of(Mode.L, width, height), black));
        }
    }
}
