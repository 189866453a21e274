package org.imageop.verification.contracts;

import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.imageop.Mode;
import org.imageop.tck.LayoutContract;
import org.imageop.tck.engine.RawMemory;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Elements;
import org.imageop.verification.model.Numbers;
import org.imageop.verification.model.StoredImage;
import org.imageop.verification.model.StoredImage.Field;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The contract on images in memory of any arrangement, on the heap and direct, with other data around the samples.
 * The owner's means are those of {@link StoredImage}.
 */
public class LayoutsTest {

    /** Samples somewhere. */
    abstract static class Arrangement extends LayoutContract {
        @Override
        public Set<Mode> modes() {
            return EnumSet.allOf(Mode.class);
        }

        /** Where the samples of each component lie, in new memory. */
        abstract IntFunction<Field> fields(Shape shape);

        @Override
        public Optional<Described> layout(Mode mode, int width, int height) {
            if (!modes().contains(mode)) {
                throw new UnsupportedOperationException("There are no images of mode " + mode);
            }
            // refuses what no image can be
            mode.length(width, height);
            Shape shape = new Shape(mode, width, height);
            StoredImage image = StoredImage.of(shape, premultiplied(), fields(shape));
            return Optional.of(new Described(image.layout(readOnly()), image));
        }
    }

    /** Memory that holds something everywhere. */
    private static Buffer filled(Buffer memory) {
        SplittableRandom random = new SplittableRandom(4711);
        for (int i = 0; i < memory.capacity(); i++) {
            RawMemory.put(memory, i, random.nextInt());
        }
        return memory;
    }

    private static Buffer array(int bits, int elements) {
        return filled(Elements.array(bits, elements));
    }

    /** Room for three elements in front and two at the end of each row; planes one after the other. */
    private static Field padded(Shape shape, int place, Buffer memory) {
        int step = shape.planar() ? 1 : shape.names().size();
        int stride = shape.width() * step + 2;
        return Field.of(memory, 3 + place * (shape.planar() ? stride * shape.height() : 1), step, stride);
    }

    private static int paddedElements(Shape shape) {
        int n = shape.names().size();
        int planeLength = (shape.width() * (shape.planar() ? 1 : n) + 2) * shape.height();
        return 3 + planeLength * (shape.planar() ? n : 1);
    }

    @Nested
    class OnTheHeap extends Arrangement {
        @Override
        IntFunction<Field> fields(Shape shape) {
            Buffer memory = array(shape.bits(), paddedElements(shape));
            return c -> padded(shape, c, memory);
        }
    }

    @Nested
    @Tag("proof")
    class Direct extends Arrangement {
        @Override
        IntFunction<Field> fields(Shape shape) {
            Buffer memory = filled(Elements.direct(shape.bits(), paddedElements(shape), ByteOrder.nativeOrder()));
            return c -> padded(shape, c, memory);
        }
    }

    @Nested
    @Tag("proof")
    public class ForeignByteOrder extends Arrangement {
        @Override
        IntFunction<Field> fields(Shape shape) {
            Buffer memory = filled(Elements.bytes(shape.bits(), paddedElements(shape), Elements.FOREIGN));
            return c -> padded(shape, c, memory);
        }
    }

    @Nested
    class ReversedComponents extends Arrangement {
        @Override
        IntFunction<Field> fields(Shape shape) {
            Buffer memory = array(shape.bits(), paddedElements(shape));
            int last = shape.names().size() - 1;
            return c -> padded(shape, last - c, memory);
        }
    }

    /** From the bottom to the top, from the right to the left. */
    @Nested
    @Tag("proof")
    public class Backwards extends Arrangement {
        @Override
        IntFunction<Field> fields(Shape shape) {
            Buffer memory = filled(Elements.direct(shape.bits(), paddedElements(shape), ByteOrder.nativeOrder()));
            return c -> {
                Field there = padded(shape, c, memory);
                int last = there.index(shape.columns(c) - 1, shape.rows(c) - 1);
                return Field.of(memory, last, -there.pixelStride(), -there.lineStride());
            };
        }
    }

    /** Column by column. */
    @Nested
    @Tag("proof")
    public class Transposed extends Arrangement {
        @Override
        IntFunction<Field> fields(Shape shape) {
            Shape turned = new Shape(shape.mode(), shape.height(), shape.width());
            Buffer memory = array(shape.bits(), paddedElements(turned));
            return c -> {
                Field there = padded(turned, c, memory);
                return Field.of(memory, there.offset(), there.lineStride(), there.pixelStride());
            };
        }
    }

    /** An array for each component. */
    @Nested
    @Tag("proof")
    public class Planes extends Arrangement {
        @Override
        IntFunction<Field> fields(Shape shape) {
            return c -> {
                int stride = shape.columns(c) + c;
                return Field.of(array(shape.bits(), 1 + stride * shape.rows(c)), 1, 1, stride);
            };
        }
    }

    @Nested
    public class Premultiplied extends ReversedComponents {
        @Override
        public boolean premultiplied() {
            return true;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.LA, Mode.LA32, Mode.RGBA, Mode.RGBA64);
        }
    }

    @Nested
    public class ReadOnly extends OnTheHeap {
        @Override
        public boolean readOnly() {
            return true;
        }
    }

    /** Fields of ints, with three bits below them that are no sample's. */
    @Nested
    class Packed extends Arrangement {
        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.L, Mode.LA, Mode.L16, Mode.RGB);
        }

        @Override
        IntFunction<Field> fields(Shape shape) {
            Buffer memory = array(32, shape.width() * shape.height());
            return c -> Field.packed(memory, 0, 1, shape.width(), shift(shape, c), bits(shape, c));
        }

        int bits(Shape shape, int component) {
            return shape.bits();
        }

        private int shift(Shape shape, int component) {
            int shift = 3;
            for (int c = 0; c < component; c++) {
                shift += bits(shape, c);
            }
            return shift;
        }
    }

    /** Fields of 3, 4, 5 … bits, whose values are scaled. */
    @Nested
    public class FewBits extends Packed {
        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.L, Mode.LA, Mode.L16, Mode.RGB, Mode.RGBA, Mode.CMYK);
        }

        @Override
        int bits(Shape shape, int component) {
            return shape.bits() == 16 ? 12 : 3 + component;
        }

        @Override
        public long largest(Mode mode, int component) {
            return (1L << bits(new Shape(mode, 1, 1), component)) - 1;
        }
    }

    private static Field ranged(Field there, double min, double max) {
        return Field.ranged(
                there.elements(), there.offset(), there.pixelStride(), there.lineStride(), new Numbers(min, max, true));
    }

    /** Floats from -1 to 3. */
    @Nested
    public class Floats extends Arrangement {
        @Override
        public Set<Mode> modes() {
            // a float has 24 bits
            return EnumSet.complementOf(EnumSet.of(Mode.L32));
        }

        @Override
        IntFunction<Field> fields(Shape shape) {
            FloatBuffer memory = FloatBuffer.allocate(paddedElements(shape));
            for (int i = 0; i < memory.capacity(); i++) {
                memory.put(i, 100 + i);
            }
            return c -> ranged(padded(shape, c, memory), -1, 3);
        }
    }

    /** Shorts from -32768 to 32767. */
    @Nested
    @Tag("proof")
    public class SignedShorts extends Arrangement {
        @Override
        public Set<Mode> modes() {
            return EnumSet.of(Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64, Mode.CMYK64);
        }

        @Override
        IntFunction<Field> fields(Shape shape) {
            Buffer memory = array(16, paddedElements(shape));
            int last = shape.names().size() - 1;
            return c -> ranged(padded(shape, last - c, memory), -32768, 32767);
        }
    }
}
