package org.imageop.verification.contracts;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.tck.LayoutContract;
import org.imageop.tck.engine.Shape;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The contract on images in memory of any arrangement, on the heap and direct, with other data around the samples.
 * The owner's means are the absolute {@code get} and {@code put} of Java's buffers.
 */
public class LayoutsTest {

    /** Where the samples of a component lie. */
    private record Place(Buffer memory, int offset, int pixelStride, int lineStride) {
        int index(int x, int y) {
            return offset + y * lineStride + x * pixelStride;
        }
    }

    /** An element for each sample, somewhere. */
    abstract static class Arrangement extends LayoutContract {
        @Override
        public Set<Mode> modes() {
            return EnumSet.allOf(Mode.class);
        }

        abstract List<Place> places(Shape shape);

        Plane plane(Place place, Shape shape, int component) {
            return Plane.of(place.memory(), place.offset(), place.pixelStride(), place.lineStride());
        }

        int decode(Shape shape, int component, Buffer memory, int index) {
            return memory instanceof ByteBuffer b
                    ? b.get(index) & 0xff
                    : memory instanceof ShortBuffer s ? s.get(index) & 0xffff : ((IntBuffer) memory).get(index);
        }

        void encode(Shape shape, int component, Buffer memory, int index, int value) {
            if (memory instanceof ByteBuffer b) {
                b.put(index, (byte) value);
            } else if (memory instanceof ShortBuffer s) {
                s.put(index, (short) value);
            } else {
                ((IntBuffer) memory).put(index, value);
            }
        }

        @Override
        public Optional<Described> layout(Mode mode, int width, int height) {
            if (!modes().contains(mode)) {
                throw new UnsupportedOperationException("There are no images of mode " + mode);
            }
            // refuses what no image can be
            mode.length(width, height);
            Shape shape = new Shape(mode, width, height);
            List<Place> places = places(shape);
            Plane[] planes = new Plane[places.size()];
            for (int c = 0; c < planes.length; c++) {
                planes[c] = plane(places.get(c), shape, c);
            }
            AlphaType alpha = !shape.hasAlpha()
                    ? AlphaType.OPAQUE
                    : premultiplied() ? AlphaType.PREMULTIPLIED : AlphaType.STRAIGHT;
            PixelLayout layout = PixelLayout.of(mode, width, height, alpha, planes);
            return Optional.of(new Described(layout, new Memory() {
                @Override
                public int get(int component, int x, int y) {
                    Place place = places.get(component);
                    return decode(shape, component, place.memory(), place.index(x, y));
                }

                @Override
                public void set(int component, int x, int y, int value) {
                    Place place = places.get(component);
                    encode(shape, component, place.memory(), place.index(x, y), value);
                }
            }));
        }
    }

    /** Memory that holds something everywhere. */
    private static Buffer memory(int bits, int elements, boolean direct, ByteOrder order) {
        ByteBuffer bytes =
                direct ? ByteBuffer.allocateDirect(elements * bits / 8) : ByteBuffer.allocate(elements * bits / 8);
        SplittableRandom random = new SplittableRandom(4711);
        for (int i = 0; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) random.nextInt());
        }
        bytes.order(order);
        return bits == 8 ? bytes : bits == 16 ? bytes.asShortBuffer() : bytes.asIntBuffer();
    }

    /** The same in an array of elements, of which a buffer of bytes is none. */
    private static Buffer array(int bits, int elements) {
        SplittableRandom random = new SplittableRandom(4711);
        if (bits == 8) {
            byte[] bytes = new byte[elements];
            random.nextBytes(bytes);
            return ByteBuffer.wrap(bytes);
        }
        int[] ints = random.ints(elements).toArray();
        if (bits == 32) {
            return IntBuffer.wrap(ints);
        }
        short[] shorts = new short[elements];
        for (int i = 0; i < elements; i++) {
            shorts[i] = (short) ints[i];
        }
        return ShortBuffer.wrap(shorts);
    }

    /** Room for three elements in front and two at the end of each row; planes one after the other. */
    private static List<Place> padded(Shape shape, Buffer memory, boolean reversed) {
        int n = shape.names().size();
        int step = shape.planar() ? 1 : n;
        int stride = shape.width() * step + 2;
        List<Place> places = new ArrayList<>();
        for (int c = 0; c < n; c++) {
            int place = reversed ? n - 1 - c : c;
            places.add(new Place(memory, 3 + place * (shape.planar() ? stride * shape.height() : 1), step, stride));
        }
        return places;
    }

    private static int paddedElements(Shape shape) {
        int n = shape.names().size();
        int planeLength = (shape.width() * (shape.planar() ? 1 : n) + 2) * shape.height();
        return 3 + planeLength * (shape.planar() ? n : 1);
    }

    @Nested
    class OnTheHeap extends Arrangement {
        @Override
        List<Place> places(Shape shape) {
            return padded(shape, array(shape.bits(), paddedElements(shape)), false);
        }
    }

    @Nested
    @Tag("proof")
    class Direct extends Arrangement {
        @Override
        List<Place> places(Shape shape) {
            Buffer memory = memory(shape.bits(), paddedElements(shape), true, ByteOrder.nativeOrder());
            return padded(shape, memory, false);
        }
    }

    @Nested
    @Tag("proof")
    public class ForeignByteOrder extends Arrangement {
        @Override
        List<Place> places(Shape shape) {
            ByteOrder other =
                    ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return padded(shape, memory(shape.bits(), paddedElements(shape), false, other), false);
        }
    }

    @Nested
    class ReversedComponents extends Arrangement {
        @Override
        List<Place> places(Shape shape) {
            return padded(shape, array(shape.bits(), paddedElements(shape)), true);
        }
    }

    /** From the bottom to the top, from the right to the left. */
    @Nested
    @Tag("proof")
    public class Backwards extends Arrangement {
        @Override
        List<Place> places(Shape shape) {
            Buffer memory = memory(shape.bits(), paddedElements(shape), true, ByteOrder.nativeOrder());
            List<Place> places = new ArrayList<>();
            for (Place place : padded(shape, memory, false)) {
                int c = places.size();
                int last = place.index(shape.columns(c) - 1, shape.rows(c) - 1);
                places.add(new Place(memory, last, -place.pixelStride(), -place.lineStride()));
            }
            return places;
        }
    }

    /** Column by column. */
    @Nested
    @Tag("proof")
    public class Transposed extends Arrangement {
        @Override
        List<Place> places(Shape shape) {
            Shape turned = new Shape(shape.mode(), shape.height(), shape.width());
            Buffer memory = array(shape.bits(), paddedElements(turned));
            return padded(turned, memory, false).stream()
                    .map(place -> new Place(memory, place.offset(), place.lineStride(), place.pixelStride()))
                    .toList();
        }
    }

    /** An array for each component. */
    @Nested
    @Tag("proof")
    public class Planes extends Arrangement {
        @Override
        List<Place> places(Shape shape) {
            List<Place> places = new ArrayList<>();
            for (int c = 0; c < shape.names().size(); c++) {
                int stride = shape.columns(c) + c;
                places.add(new Place(array(shape.bits(), 1 + stride * shape.rows(c)), 1, 1, stride));
            }
            return places;
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

        @Override
        Plane plane(Place place, Shape shape, int component) {
            Buffer memory = place.memory();
            Buffer seen = memory instanceof ByteBuffer b
                    ? b.asReadOnlyBuffer()
                    : memory instanceof ShortBuffer s ? s.asReadOnlyBuffer() : ((IntBuffer) memory).asReadOnlyBuffer();
            return Plane.of(seen, place.offset(), place.pixelStride(), place.lineStride());
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
        List<Place> places(Shape shape) {
            Place place = new Place(array(32, shape.width() * shape.height()), 0, 1, shape.width());
            return shape.names().stream().map(name -> place).toList();
        }

        int bits(Shape shape, int component) {
            return shape.bits();
        }

        int shift(Shape shape, int component) {
            int shift = 3;
            for (int c = 0; c < component; c++) {
                shift += bits(shape, c);
            }
            return shift;
        }

        @Override
        Plane plane(Place place, Shape shape, int c) {
            return Plane.packed(place.memory(), 0, 1, place.lineStride(), shift(shape, c), bits(shape, c));
        }

        @Override
        int decode(Shape shape, int c, Buffer memory, int index) {
            return ((IntBuffer) memory).get(index) >>> shift(shape, c) & (1 << bits(shape, c)) - 1;
        }

        @Override
        void encode(Shape shape, int c, Buffer memory, int index, int value) {
            IntBuffer ints = (IntBuffer) memory;
            int mask = (1 << bits(shape, c)) - 1 << shift(shape, c);
            ints.put(index, ints.get(index) & ~mask | value << shift(shape, c) & mask);
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

        @Override
        int decode(Shape shape, int c, Buffer memory, int index) {
            long largest = largest(shape.mode(), c);
            return (int) Math.round(super.decode(shape, c, memory, index) * (double) shape.max() / largest);
        }

        @Override
        void encode(Shape shape, int c, Buffer memory, int index, int value) {
            long largest = largest(shape.mode(), c);
            super.encode(shape, c, memory, index, (int) Math.round(value * (double) largest / shape.max()));
        }
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
        List<Place> places(Shape shape) {
            int elements = paddedElements(shape);
            FloatBuffer memory = FloatBuffer.allocate(elements);
            for (int i = 0; i < elements; i++) {
                memory.put(i, 100 + i);
            }
            return padded(shape, memory, false);
        }

        @Override
        Plane plane(Place place, Shape shape, int c) {
            return Plane.ranged(
                    place.memory(), place.offset(), place.pixelStride(), place.lineStride(), new Plane.Range(-1, 3));
        }

        @Override
        int decode(Shape shape, int c, Buffer memory, int index) {
            return (int) Math.round((((FloatBuffer) memory).get(index) + 1.0) / 4 * shape.max());
        }

        @Override
        void encode(Shape shape, int c, Buffer memory, int index, int value) {
            ((FloatBuffer) memory).put(index, (float) (value / (double) shape.max() * 4 - 1));
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
        List<Place> places(Shape shape) {
            return padded(shape, array(16, paddedElements(shape)), true);
        }

        @Override
        Plane plane(Place place, Shape shape, int c) {
            return Plane.ranged(
                    place.memory(),
                    place.offset(),
                    place.pixelStride(),
                    place.lineStride(),
                    new Plane.Range(-32768, 32767));
        }

        @Override
        int decode(Shape shape, int c, Buffer memory, int index) {
            return ((ShortBuffer) memory).get(index) + 32768;
        }

        @Override
        void encode(Shape shape, int c, Buffer memory, int index, int value) {
            ((ShortBuffer) memory).put(index, (short) (value - 32768));
        }
    }
}
