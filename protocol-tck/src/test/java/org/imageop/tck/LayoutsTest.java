package org.imageop.tck;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Nested;

/** The contract on images in memory of any arrangement, on the heap and direct, with other data around them. */
class LayoutsTest {

    /** Memory with room for three elements in front, two at the end of each row, and something in all of them. */
    abstract static class Padded extends ImageContract {
        private final boolean direct;
        private final boolean reversed;

        Padded(boolean direct, boolean reversed) {
            this.direct = direct;
            this.reversed = reversed;
        }

        AlphaType alpha(Shape shape) {
            return shape.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        }

        ImageLike wrap(PixelLayout layout) {
            return StandardImage.wrap(layout);
        }

        Buffer seen(Buffer memory) {
            return memory;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            // refuses what no image can be
            mode.length(width, height);
            Shape shape = new Shape(mode, width, height);
            int n = shape.names().size();
            int step = shape.planar() ? 1 : n;
            int stride = width * step + 2;
            int planeLength = stride * height;
            Buffer memory = seen(memory(shape.bits(), 3 + planeLength * (shape.planar() ? n : 1), direct));
            List<Plane> planes = new ArrayList<>();
            for (int c = 0; c < n; c++) {
                int place = reversed ? n - 1 - c : c;
                planes.add(Plane.of(memory, 3 + place * (shape.planar() ? planeLength : 1), step, stride));
            }
            return Optional.of(wrap(PixelLayout.of(mode, width, height, alpha(shape), planes.toArray(Plane[]::new))));
        }
    }

    private static Buffer memory(int bits, int elements, boolean direct) {
        int bytes = elements * bits / 8;
        SplittableRandom random = new SplittableRandom(4711);
        if (direct || bits == 8) {
            ByteBuffer memory = direct ? ByteBuffer.allocateDirect(bytes) : ByteBuffer.allocate(bytes);
            for (int i = 0; i < bytes; i++) {
                memory.put(i, (byte) random.nextInt());
            }
            memory.order(ByteOrder.nativeOrder());
            return bits == 8 ? memory : bits == 16 ? memory.asShortBuffer() : memory.asIntBuffer();
        }
        if (bits == 16) {
            short[] shorts = new short[elements];
            for (int i = 0; i < elements; i++) {
                shorts[i] = (short) random.nextInt();
            }
            return ShortBuffer.wrap(shorts);
        }
        return IntBuffer.wrap(random.ints(elements).toArray());
    }

    @Nested
    class OnTheHeap extends Padded {
        OnTheHeap() {
            super(false, false);
        }
    }

    @Nested
    class Direct extends Padded {
        Direct() {
            super(true, false);
        }
    }

    @Nested
    class Reversed extends Padded {
        Reversed() {
            super(false, true);
        }
    }

    @Nested
    class Flipped extends Padded {
        Flipped() {
            super(true, true);
        }

        @Override
        ImageLike wrap(PixelLayout layout) {
            return StandardImage.wrap(layout.flipTopBottom().flipLeftRight());
        }
    }

    @Nested
    class Premultiplied extends Padded {
        Premultiplied() {
            super(false, true);
        }

        @Override
        AlphaType alpha(Shape shape) {
            return AlphaType.PREMULTIPLIED;
        }

        @Override
        public boolean premultiplied() {
            return true;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.LA, Mode.LA32, Mode.RGBA, Mode.RGBA64);
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return modes().contains(mode) ? super.image(mode, width, height) : Optional.empty();
        }
    }

    @Nested
    class ReadOnly extends Padded {
        ReadOnly() {
            super(false, false);
        }

        @Override
        public boolean readOnly() {
            return true;
        }

        @Override
        Buffer seen(Buffer memory) {
            if (memory instanceof ByteBuffer b) {
                return b.asReadOnlyBuffer();
            }
            return memory instanceof ShortBuffer s ? s.asReadOnlyBuffer() : ((IntBuffer) memory).asReadOnlyBuffer();
        }
    }

    /** Three bits beside the samples in each int. */
    @Nested
    class Packed extends ImageContract {
        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.L, Mode.LA, Mode.L16, Mode.RGB);
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            if (!modes().contains(mode)) {
                throw new UnsupportedOperationException(mode + " does not fit into 29 bits");
            }
            mode.length(width, height);
            Shape shape = new Shape(mode, width, height);
            Buffer memory = memory(32, width * height, false);
            Plane[] planes = new Plane[shape.names().size()];
            for (int c = 0; c < planes.length; c++) {
                planes[c] = Plane.packed(memory, 0, 1, width, 3 + shape.bits() * c, shape.bits());
            }
            AlphaType alpha = shape.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
            return Optional.of(StandardImage.wrap(PixelLayout.of(mode, width, height, alpha, planes)));
        }
    }

    /** A class of one's own on a buffer of three methods. */
    @Nested
    class WithoutMemory extends ImageContract {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return Optional.of(new BrokenImage(mode, width, height) {
                private final ImageBuffer bytes = new BrokenImage.Bytes(this.whole.buffer());

                @Override
                public ImageBuffer buffer() {
                    return bytes;
                }
            });
        }
    }
}
