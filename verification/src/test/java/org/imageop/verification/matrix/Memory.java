package org.imageop.verification.matrix;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.jspecify.annotations.Nullable;

/** Raw memory and where each component's samples lie in it, by plain arithmetic. */
final class Memory implements Pixels {
    /** Where one component's samples lie: the {@code bits} bits from {@code shift} on in each element, or whole floats. */
    record Place(Buffer memory, int offset, int pixelStride, int lineStride, int shift, int bits) {
        int at(int x, int y) {
            return offset + x * pixelStride + y * lineStride;
        }

        long mask() {
            return (1L << bits) - 1;
        }
    }

    /** Floating-point samples are numbers from 0 to this. */
    static final float REACH = 2;

    private final Mode mode;
    private final AlphaType alpha;
    private final List<Place> places;
    private final @Nullable Numbers numbers;

    Memory(Mode mode, AlphaType alpha, List<Place> places) {
        this(mode, alpha, places, places.get(0).memory instanceof FloatBuffer ? new Numbers(0, REACH, true) : null);
    }

    private Memory(Mode mode, AlphaType alpha, List<Place> places, @Nullable Numbers numbers) {
        this.mode = mode;
        this.alpha = alpha;
        this.places = places;
        this.numbers = numbers;
    }

    /** The same memory, whose elements are numbers. */
    Memory of(Numbers ofElements) {
        return new Memory(mode, alpha, places, ofElements);
    }

    @Override
    public @Nullable Numbers numbers() {
        return numbers;
    }

    /** Whole samples in the mode's order. */
    static Memory whole(Mode mode, AlphaType alpha, Buffer memory, int offset, int pixelStride, int lineStride) {
        List<Place> places = new ArrayList<>();
        int bits = elementBits(memory);
        for (int c = 0; c < mode.components(); c++) {
            places.add(new Place(memory, offset + c, pixelStride, lineStride, 0, bits));
        }
        return new Memory(mode, alpha, places);
    }

    /** Pixels in elements, from bit {@code shifts[c]} on. */
    static Memory packed(
            Mode mode, AlphaType alpha, Buffer memory, int offset, int lineStride, int[] bits, int... shifts) {
        List<Place> places = new ArrayList<>();
        for (int c = 0; c < shifts.length; c++) {
            places.add(new Place(memory, offset, 1, lineStride, shifts[c], bits[c]));
        }
        return new Memory(mode, alpha, places);
    }

    static int elementBits(Buffer memory) {
        return memory instanceof ByteBuffer ? 8 : memory instanceof ShortBuffer ? 16 : 32;
    }

    /** What the code under test is told of this memory. */
    PixelLayout layout(boolean readOnly) {
        Plane[] planes = new Plane[places.size()];
        // one for each memory, as an owner would hand it out: what lies below two read-only buffers, nobody can tell
        Map<Buffer, Buffer> shown = new IdentityHashMap<>();
        for (int c = 0; c < planes.length; c++) {
            Place p = places.get(c);
            Buffer memory = readOnly ? shown.computeIfAbsent(p.memory, Memory::readOnly) : p.memory;
            planes[c] = numbers == null
                    ? Plane.packed(memory, p.offset, p.pixelStride, p.lineStride, p.shift, p.bits)
                    : numbers.signed()
                            ? Plane.ranged(memory, p.offset, p.pixelStride, p.lineStride, numbers.range())
                            : Plane.rangedUnsigned(memory, p.offset, p.pixelStride, p.lineStride, numbers.range());
        }
        return PixelLayout.of(mode, WIDTH, HEIGHT, alpha, planes);
    }

    private static Buffer readOnly(Buffer memory) {
        if (memory instanceof ByteBuffer bytes) {
            return bytes.asReadOnlyBuffer();
        }
        return memory instanceof ShortBuffer shorts
                ? shorts.asReadOnlyBuffer()
                : ((IntBuffer) memory).asReadOnlyBuffer();
    }

    @Override
    public int[] get(int x, int y) {
        int[] samples = new int[places.size()];
        for (int c = 0; c < samples.length; c++) {
            Place p = places.get(c);
            int at = p.at(column(c, x), row(c, y));
            samples[c] = numbers != null
                    ? numbers.sample(number(p, at, numbers.signed()), mode)
                    : Formulas.scale(element(p.memory, at) >>> p.shift & p.mask(), p.mask(), mode.maxValue());
        }
        return alpha == AlphaType.PREMULTIPLIED ? Formulas.straight(samples, (int) mode.maxValue()) : samples;
    }

    @Override
    public void set(int x, int y, int... samples) {
        int[] stored =
                alpha == AlphaType.PREMULTIPLIED ? Formulas.premultiplied(samples, (int) mode.maxValue()) : samples;
        for (int c = 0; c < stored.length; c++) {
            Place p = places.get(c);
            int at = p.at(column(c, x), row(c, y));
            if (p.memory instanceof FloatBuffer floats) {
                floats.put(at, (float) Objects.requireNonNull(numbers).number(stored[c], mode));
            } else if (numbers != null) {
                put(p.memory, at, Math.round(numbers.number(stored[c], mode)));
            } else {
                long bits = Formulas.scale(stored[c] & 0xffffffffL, mode.maxValue(), p.mask()) & p.mask();
                put(p.memory, at, element(p.memory, at) & ~(p.mask() << p.shift) | bits << p.shift);
            }
        }
    }

    /** One colour in all of a planar image, because how chroma is resampled is not the matter here. */
    @Override
    public void scatter(int x, int y, Mode of, SplittableRandom random) {
        if (mode.planar()) {
            set(x, y, random.nextInt(16, 236), 150, 100);
        } else {
            Pixels.super.scatter(x, y, of, random);
        }
    }

    private int column(int component, int x) {
        return mode.planar() && component > 0 ? x / 2 : x;
    }

    private int row(int component, int y) {
        return mode.planar() && component > 0 ? y / 2 : y;
    }

    private static double number(Place p, int at, boolean signed) {
        if (p.memory instanceof FloatBuffer floats) {
            return floats.get(at);
        }
        long element = element(p.memory, at);
        return signed && element > p.mask() / 2 ? element - p.mask() - 1 : element;
    }

    private static long element(Buffer memory, int at) {
        if (memory instanceof ByteBuffer bytes) {
            return bytes.get(at) & 0xff;
        }
        return memory instanceof ShortBuffer shorts
                ? shorts.get(at) & 0xffff
                : ((IntBuffer) memory).get(at) & 0xffffffffL;
    }

    private static void put(Buffer memory, int at, long element) {
        if (memory instanceof ByteBuffer bytes) {
            bytes.put(at, (byte) element);
        } else if (memory instanceof ShortBuffer shorts) {
            shorts.put(at, (short) element);
        } else {
            ((IntBuffer) memory).put(at, (int) element);
        }
    }
}
