package org.imageop.verification.model;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.imageop.AlphaType;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.tck.engine.RawMemory;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.LayoutSource;
import org.jspecify.annotations.Nullable;

/**
 * Memory, and where the samples of an image lie in it, by plain arithmetic. Elements are read and written by Java's own absolute
 * access, not by the code under test.
 *
 * @param shape what the image is
 * @param alpha whether colours are stored multiplied by alpha
 * @param fields where each component lies, in the mode's order
 */
public record StoredImage(Shape shape, AlphaType alpha, List<Field> fields) implements LayoutSource.Memory {

    /**
     * Where the samples of a component lie.
     *
     * @param elements the memory
     * @param offset the element of the first sample
     * @param pixelStride from a sample to the next one in its row, in elements
     * @param lineStride from a sample to the one below, in elements
     * @param shift the lowest of its bits in an element
     * @param bits how many bits of an element it has
     * @param numbers what numbers whole elements are; null if their bits are the sample
     */
    public record Field(
            Buffer elements,
            long offset,
            long pixelStride,
            long lineStride,
            int shift,
            int bits,
            @Nullable Numbers numbers) {

        /** Whole elements. */
        public static Field of(Buffer elements, long offset, long pixelStride, long lineStride) {
            return new Field(elements, offset, pixelStride, lineStride, 0, bits(elements), null);
        }

        /** Some bits of each element. */
        public static Field packed(
                Buffer elements, long offset, long pixelStride, long lineStride, int shift, int bits) {
            return new Field(elements, offset, pixelStride, lineStride, shift, bits, null);
        }

        /** Numbers. */
        public static Field ranged(Buffer elements, long offset, long pixelStride, long lineStride, Numbers numbers) {
            return new Field(elements, offset, pixelStride, lineStride, 0, bits(elements), numbers);
        }

        private static int bits(Buffer elements) {
            return elements instanceof ByteBuffer ? 8 : elements instanceof ShortBuffer ? 16 : 32;
        }

        /** The element of a sample. */
        public int index(int x, int y) {
            return (int) (offset + x * pixelStride + y * lineStride);
        }

        private long mask() {
            return (1L << bits) - 1;
        }

        private int get(int x, int y, long max) {
            int at = index(x, y);
            if (numbers != null && elements instanceof FloatBuffer floats) {
                return numbers.sample(floats.get(at), max);
            }
            long element = (RawMemory.get(elements, at) & 0xffff_ffffL) >>> shift & mask();
            if (numbers == null) {
                return Formulas.scale(element, mask(), max);
            }
            boolean negative = numbers.signed() && element > mask() / 2;
            return numbers.sample(negative ? element - mask() - 1 : element, max);
        }

        private void set(int x, int y, int value, long max) {
            int at = index(x, y);
            if (numbers == null) {
                long field = Formulas.scale(value & 0xffff_ffffL, max, mask()) & mask();
                long others = RawMemory.get(elements, at) & ~(mask() << shift);
                RawMemory.put(elements, at, (int) (others | field << shift));
            } else if (elements instanceof FloatBuffer floats) {
                floats.put(at, (float) numbers.number(value, max));
            } else {
                RawMemory.put(elements, at, (int) Math.round(numbers.number(value, max)));
            }
        }

        private Plane in(Buffer shown) {
            if (numbers != null) {
                return numbers.signed()
                        ? Plane.ranged(shown, offset, pixelStride, lineStride, numbers.range())
                        : Plane.rangedUnsigned(shown, offset, pixelStride, lineStride, numbers.range());
            }
            return bits == bits(elements)
                    ? Plane.of(shown, offset, pixelStride, lineStride)
                    : Plane.packed(shown, offset, pixelStride, lineStride, shift, bits);
        }
    }

    /** An image of a field for each component. */
    public static StoredImage of(Shape shape, boolean premultiplied, IntFunction<Field> fields) {
        AlphaType alpha =
                !shape.hasAlpha() ? AlphaType.OPAQUE : premultiplied ? AlphaType.PREMULTIPLIED : AlphaType.STRAIGHT;
        return new StoredImage(
                shape,
                alpha,
                IntStream.range(0, shape.names().size()).mapToObj(fields).toList());
    }

    public boolean premultiplied() {
        return alpha == AlphaType.PREMULTIPLIED;
    }

    /** What the code under test learns of this memory. */
    public PixelLayout layout(boolean readOnly) {
        Plane[] planes = new Plane[fields.size()];
        // one for each memory, as an owner would hand it out: what lies below two read-only buffers, nobody can tell
        Map<Buffer, Buffer> shown = new IdentityHashMap<>();
        for (int c = 0; c < planes.length; c++) {
            Field field = fields.get(c);
            planes[c] =
                    field.in(readOnly ? shown.computeIfAbsent(field.elements, RawMemory::readOnly) : field.elements);
        }
        return PixelLayout.of(shape.mode(), shape.width(), shape.height(), alpha, planes);
    }

    @Override
    public int get(int component, int x, int y) {
        return fields.get(component).get(x, y, shape.max());
    }

    @Override
    public void set(int component, int x, int y, int value) {
        fields.get(component).set(x, y, value, shape.max());
    }

    /** Stores straight samples. */
    public void store(Samples straight) {
        Samples stored = premultiplied() ? Formulas.premultiplied(straight) : straight;
        stored.each((c, x, y) -> set(c, x, y, stored.of[c][y][x]));
    }
}
