package org.imageop.internal.rows;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.internal.colors.Premultiplication;
import org.imageop.internal.memory.ElementRuns;
import org.imageop.internal.memory.Field;
import org.imageop.internal.memory.NumberTable;
import org.imageop.internal.memory.PixelElements;
import org.imageop.internal.memory.SampleCodec;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.pixels.PixelSamples;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an image in memory: fetches elements, scales narrow fields, maps ranged numbers and divides by
 * alpha, and vice versa. It keeps no state between calls.
 */
public final class PlaneRows implements StridedRows {
    /** Runs that are shorter are computed number by number. */
    private static final int TABLE_PAYS = 64;

    private final Field[] planes;
    private final ElementRuns[] elements;

    /** The values of all fields of a plane, if there are few; null where a field is the value or is computed. */
    private final int[] @Nullable [] values;

    /** The elements of the values of a plane of numbers, if there are few; null where they are computed. */
    private final @Nullable NumberTable[] elementsOfValues;

    private final @Nullable PixelMemory pixels;
    private final @Nullable PixelSamples pixelwise;
    private final PixelElements whole;
    private final int bits;
    private final boolean numbers;
    private final boolean premultiplied;
    private final boolean readOnly;

    /**
     * Rows over fields, one for each component.
     *
     * @param bits the width of a component
     */
    public PlaneRows(Field[] planes, int bits, boolean premultiplied, boolean readOnly) {
        this.planes = planes;
        this.elements = new ElementRuns[planes.length];
        for (int c = 0; c < planes.length; c++) {
            boolean sameMemory = c > 0 && planes[c].memory() == planes[c - 1].memory();
            elements[c] = sameMemory ? elements[c - 1] : ElementRuns.of(planes[c].memory());
        }
        this.bits = bits;
        this.values = new int[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            if (scaled(planes[c]) && !planes[c].ranged() && planes[c].bits() < Byte.SIZE) {
                values[c] = table(planes[c], bits);
            }
        }
        this.elementsOfValues = new NumberTable[planes.length];
        Arrays.setAll(elementsOfValues, c -> NumberTable.of(planes[c], bits));
        this.pixels = PixelMemory.of(planes, bits);
        this.pixelwise = PixelSamples.of(pixels, planes.length);
        this.whole = PixelElements.of(planes, bits);
        this.numbers = Arrays.stream(planes).anyMatch(Field::ranged);
        this.premultiplied = premultiplied;
        this.readOnly = readOnly;
    }

    /** Whether a component can be reached without the others of its pixel; colours multiplied by alpha cannot. */
    public boolean separable() {
        return !premultiplied;
    }

    /** One component of a pixel, if {@link #separable}. */
    public int get(int component, int x, int y) {
        return SampleCodec.get(planes[component], bits, x, y);
    }

    /** Replaces one component of a pixel, if {@link #separable}; the rows must be writable. */
    public void set(int component, int x, int y, int value) {
        SampleCodec.set(planes[component], bits, x, y, value);
    }

    /**
     * Replaces all components of a pixel; the rows must be writable.
     *
     * @return false, and nothing is changed, if their number is wrong or one is out of range
     */
    public boolean set(int x, int y, int[] values) {
        // so small, and handing on numbers alone, that loops over pixels need not even make the array
        int n = planes.length;
        if (values.length != n) {
            return false;
        }
        int a = values[0];
        int b = n > 1 ? values[1] : 0;
        int c = n > 2 ? values[2] : 0;
        int d = n > 3 ? values[3] : 0;
        if (((a | b | c | d) & ~SampleCodec.mask(bits)) != 0) {
            return false;
        }
        if (premultiplied) {
            setMultiplied(x, y, a, b, c, d);
        } else {
            whole.set(x, y, a, b, c, d);
        }
        return true;
    }

    private void setMultiplied(int x, int y, int a, int b, int c, int d) {
        if (planes.length == 4 && bits == Byte.SIZE) {
            int pixel = Premultiplication.multiply(d << 24 | a << 16 | b << 8 | c);
            whole.set(x, y, pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff, d);
        } else {
            write(x, y, 1, new int[] {a, b, c, d}, 0);
        }
    }

    /** The arrays and buffers that the samples lie in. */
    @Override
    public List<?> foundations() {
        List<Object> memory = new ArrayList<>(planes.length);
        for (Field plane : planes) {
            memory.add(plane.memory());
        }
        return memory;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        checkAlive();
        int components = planes.length;
        if (pixelwise != null) {
            pixelwise.read(x, y, count, samples, offset);
        } else {
            for (int c = 0; c < components; c++) {
                readComponent(c, x, y, count, samples, offset + c);
            }
        }
        if (premultiplied) {
            Premultiplication.divide(samples, offset, count, components, bits);
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        checkWritable();
        checkAlive();
        int components = planes.length;
        int[] source = samples;
        int at = offset;
        if (premultiplied) {
            source = Arrays.copyOfRange(samples, offset, offset + count * components);
            at = 0;
            Premultiplication.multiply(source, 0, count, components, bits);
        }
        if (pixelwise != null) {
            pixelwise.write(x, y, count, source, at);
        } else {
            for (int c = 0; c < components; c++) {
                writeComponent(c, x, y, count, source, at + c);
            }
        }
    }

    /** Whether {@link #writePixels} writes the samples that pixels of 8-bit components have in an int. */
    public boolean takesPixels() {
        return !premultiplied && Arrays.stream(elementsOfValues).allMatch(Objects::nonNull);
    }

    /**
     * Writes pixels as numbers, if it {@linkplain #takesPixels takes} them.
     *
     * @param shifts where each component is in an int: the position of its lowest bit
     */
    public void writePixels(int x, int y, int count, int[] pixels, int... shifts) {
        checkWritable();
        checkAlive();
        for (int c = 0; c < planes.length; c++) {
            Field plane = planes[c];
            int[] table = Objects.requireNonNull(elementsOfValues[c]).elements();
            elements[c].storeLookedUp(plane.index(x, y), plane.pixelStride(), count, table, pixels, shifts[c]);
        }
    }

    private void checkWritable() {
        if (readOnly) {
            throw new ReadOnlyImageException(
                    "These pixels are read-only; copy the image with StandardImage.from to change it"
                            + " [errors.md#read-only]");
        }
    }

    /** A range for each component if one of them has one; of the others, their samples are the numbers. */
    @Override
    public List<Plane.Range> ranges() {
        return numbers ? Arrays.stream(planes).map(this::range).toList() : List.of();
    }

    private Plane.Range range(Field plane) {
        return plane.ranged()
                ? new Plane.Range(plane.min(), plane.max())
                : new Plane.Range(0, SampleCodec.mask(bits) & 0xffff_ffffL);
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (!this.numbers) {
            StridedRows.super.readNumbers(x, y, count, numbers, offset);
        }
        checkAlive();
        int components = planes.length;
        int[] elements = new int[count];
        for (int c = 0; c < components; c++) {
            load(c, x, y, count, elements, 0, 1);
            for (int i = 0, k = offset + c; i < count; i++, k += components) {
                numbers[k] = SampleCodec.number(planes[c], bits, elements[i]);
            }
        }
        if (premultiplied) {
            Premultiplication.divide(numbers, offset, count, ranges());
        }
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (!this.numbers) {
            StridedRows.super.writeNumbers(x, y, count, numbers, offset);
        }
        checkWritable();
        checkAlive();
        int components = planes.length;
        double[] source = numbers;
        int at = offset;
        if (premultiplied) {
            source = Arrays.copyOfRange(numbers, offset, offset + count * components);
            at = 0;
            Premultiplication.multiply(source, 0, count, ranges());
        }
        int[] elements = new int[count];
        for (int c = 0; c < components; c++) {
            for (int i = 0, k = at + c; i < count; i++, k += components) {
                elements[i] = SampleCodec.ofNumber(planes[c], bits, source[k]);
            }
            store(c, x, y, count, elements, 0, 1);
        }
    }

    /** The components. */
    List<Field> fields() {
        return List.of(planes);
    }

    /** Whether all memory is arrays. */
    boolean inArrays() {
        return fields().stream().allMatch(plane -> plane.memory().hasArray());
    }

    /** Rows of the same kind, whose components lie elsewhere. */
    PlaneRows in(Field[] elsewhere) {
        return new PlaneRows(elsewhere, bits, premultiplied, readOnly);
    }

    /** Rows of numbers of the same kind in memory of their own, one component after the other. */
    public PlaneRows allocate(int width, int height) {
        Field[] copies = new Field[planes.length];
        for (int c = 0; c < copies.length; c++) {
            Field plane = planes[c];
            Buffer memory = ElementRuns.allocate(plane.memory(), Math.multiplyExact(width, height));
            copies[c] = plane.on(memory, width);
        }
        return new PlaneRows(copies, bits, premultiplied, false);
    }

    @Override
    public void checkAlive() {
        for (Field plane : planes) {
            plane.checkAlive();
        }
    }

    private void readComponent(int component, int x, int y, int count, int[] samples, int at) {
        Field plane = planes[component];
        int step = planes.length;
        load(component, x, y, count, samples, at, step);
        int[] table = values[component];
        if (table != null) {
            for (int i = 0, k = at; i < count; i++, k += step) {
                samples[k] = table[samples[k]];
            }
        } else if (scaled(plane)) {
            for (int i = 0, k = at; i < count; i++, k += step) {
                samples[k] = SampleCodec.decode(plane, bits, samples[k]);
            }
        }
    }

    private void writeComponent(int component, int x, int y, int count, int[] samples, int at) {
        Field plane = planes[component];
        int step = planes.length;
        if (scaled(plane)) {
            int[] encoded = new int[count];
            NumberTable numbers = elementsOfValues[component];
            int[] table = numbers == null || count < TABLE_PAYS ? null : numbers.elements();
            for (int i = 0, k = at; i < count; i++, k += step) {
                encoded[i] = table == null ? SampleCodec.encode(plane, bits, samples[k]) : table[samples[k] & 0xff];
            }
            store(component, x, y, count, encoded, 0, 1);
        } else {
            store(component, x, y, count, samples, at, step);
        }
    }

    private static int[] table(Field plane, int bits) {
        int[] table = new int[1 << plane.bits()];
        for (int field = 0; field < table.length; field++) {
            table[field] = SampleCodec.decode(plane, bits, field);
        }
        return table;
    }

    private boolean scaled(Field plane) {
        return SampleCodec.scaled(plane, bits);
    }

    private static int mask(Field plane) {
        return SampleCodec.mask(plane.bits());
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public boolean concurrent() {
        for (Field plane : planes) {
            if (!plane.concurrent()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Buffer memory(int component) {
        planes[component].checkAlive();
        return planes[component].memory();
    }

    @Override
    public long index(int component, int x, int y) {
        return planes[component].index(x, y);
    }

    @Override
    public long pixelStride(int component) {
        return planes[component].pixelStride();
    }

    @Override
    public long lineStride(int component) {
        return planes[component].lineStride();
    }

    @Override
    public @Nullable PixelMemory pixels() {
        return pixels;
    }

    @Override
    public boolean premultiplied() {
        return premultiplied;
    }

    @Override
    public boolean plain() {
        for (Field plane : planes) {
            if (!plane.wholeElements() || scaled(plane)) {
                return false;
            }
        }
        return !premultiplied;
    }

    @Override
    public boolean liesLike(StridedRows other) {
        if (!(other instanceof PlaneRows rows)
                || rows.planes.length != planes.length
                || rows.bits != bits
                || rows.premultiplied != premultiplied) {
            return false;
        }
        for (int c = 0; c < planes.length; c++) {
            Field here = planes[c];
            Field there = rows.planes[c];
            if (here.memory() != planes[0].memory()
                    || there.memory() != rows.planes[0].memory()
                    || Field.elementBits(here.memory()) != Field.elementBits(there.memory())
                    || here.ranged()
                    || there.ranged()
                    || here.bits() != there.bits()
                    || here.shift() != there.shift()
                    || here.pixelStride() != planes[0].pixelStride()
                    || there.pixelStride() != here.pixelStride()
                    || here.lineStride() != planes[0].lineStride()
                    || there.lineStride() != rows.planes[0].lineStride()
                    || here.offset() - planes[0].offset() != there.offset() - rows.planes[0].offset()) {
                return false;
            }
        }
        // a run is copied from the left
        return planes[0].pixelStride() > 0 && Field.gapless(fields());
    }

    @Override
    public boolean sameNumbers(StridedRows other) {
        if (!(other instanceof PlaneRows rows)
                || rows.planes.length != planes.length
                || rows.premultiplied != premultiplied) {
            return false;
        }
        for (int c = 0; c < planes.length; c++) {
            Field here = planes[c];
            Field there = rows.planes[c];
            boolean sameKind = here.memory() instanceof FloatBuffer == there.memory() instanceof FloatBuffer
                    && here.bits() == there.bits()
                    && here.signed() == there.signed();
            if (!here.ranged()
                    || !there.ranged()
                    || !sameKind
                    || here.min() != there.min()
                    || here.max() != there.max()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void writeNumbers(StridedRows from, int x, int y, int count) {
        PlaneRows source = (PlaneRows) from;
        source.checkAlive();
        checkAlive();
        int[] numbers = new int[count];
        for (int c = 0; c < planes.length; c++) {
            source.load(c, x, y, count, numbers, 0, 1);
            store(c, x, y, count, numbers, 0, 1);
        }
    }

    private void load(int component, int x, int y, int count, int[] values, int at, int step) {
        Field plane = planes[component];
        elements[component].load(
                plane.index(x, y), plane.pixelStride(), count, plane.shift(), mask(plane), values, at, step);
    }

    private void store(int component, int x, int y, int count, int[] values, int at, int step) {
        Field plane = planes[component];
        elements[component].store(
                plane.index(x, y), plane.pixelStride(), count, plane.shift(), mask(plane), values, at, step);
    }
}
