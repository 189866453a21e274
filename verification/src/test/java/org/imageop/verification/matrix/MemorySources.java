package org.imageop.verification.matrix;

import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imageop.ImageBuffer;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.tck.adapter.ForeignImage;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.ComputedRows;
import org.imageop.verification.model.Elements;
import org.imageop.verification.model.Numbers;
import org.imageop.verification.model.StoredImage;
import org.imageop.verification.model.StoredImage.Field;

/** StandardImage in each mode and layout. */
final class MemorySources {
    private static final String GROUP = "`StandardImage`";
    private static final Shape RGB = new Shape(Mode.RGB, WIDTH, HEIGHT);
    private static final Shape RGBA = new Shape(Mode.RGBA, WIDTH, HEIGHT);

    private MemorySources() {}

    static List<Source> all() {
        List<Source> sources = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            if (mode.planar()) {
                planar(sources, mode);
            } else {
                samples(sources, mode);
            }
        }
        packed(sources);
        return sources;
    }

    private static void samples(List<Source> sources, Mode mode) {
        Shape shape = new Shape(mode, WIDTH, HEIGHT);
        int bits = shape.bits();
        int n = shape.names().size();
        int row = n * WIDTH;
        int all = row * HEIGHT;
        add(sources, "array of samples", whole(shape, Elements.array(bits, all), 0, n, row));
        if (bits > 8) {
            Buffer bytes = Elements.bytes(bits, all, ByteOrder.nativeOrder());
            add(sources, "array of bytes", whole(shape, bytes, 0, n, row));
        }
        Buffer larger = Elements.array(bits, (row + 4 * n) * (HEIGHT + 2));
        add(sources, "part of a larger image", whole(shape, larger, row + 6 * n, n, row + 4 * n));
        add(sources, "every other pixel", whole(shape, Elements.array(bits, 2 * all), 0, 2 * n, 2 * row));
        add(sources, "rows from bottom to top", whole(shape, Elements.array(bits, all), all - row, n, -row));
        Buffer direct = Elements.direct(bits, all, ByteOrder.nativeOrder());
        add(sources, "direct memory", whole(shape, direct, 0, n, row));
        addReadOnly(sources, "read-only memory", whole(shape, Elements.array(bits, all), 0, n, row));
        if (n > 1) {
            Buffer memory = Elements.array(bits, all);
            add(
                    sources,
                    "components in reverse order",
                    StoredImage.of(shape, false, c -> Field.of(memory, n - 1 - c, n, row)));
            add(
                    sources,
                    "an array for each component",
                    StoredImage.of(shape, false, c -> Field.of(Elements.array(bits, WIDTH * HEIGHT), 0, 1, WIDTH)));
        }
        if (shape.hasAlpha()) {
            Buffer memory = Elements.array(bits, all);
            add(
                    sources,
                    "array of samples, premultiplied",
                    StoredImage.of(shape, true, c -> Field.of(memory, c, n, row)));
        }
        if (bits == 16) {
            FloatBuffer floats = FloatBuffer.allocate(all);
            add(sources, "floating-point numbers of a range", numbers(shape, floats, Pixels.NUMBERS));
            Buffer shorts = Elements.array(bits, all);
            add(sources, "signed numbers of a range", numbers(shape, shorts, new Numbers(-1024, 3071, true)));
            Buffer window = Elements.array(bits, all);
            add(
                    sources,
                    "unsigned numbers, a window of 0 to 4095",
                    numbers(shape, window, new Numbers(0, 4095, false)));
        }
        computed(sources, shape);
    }

    private static void planar(List<Source> sources, Mode mode) {
        Shape shape = new Shape(mode, WIDTH, HEIGHT);
        add(sources, "array of samples", together(shape));
        add(
                sources,
                "an array for each component",
                StoredImage.of(
                        shape, false, c -> plane(shape, c, Elements.array(8, shape.columns(c) * shape.rows(c)), 0)));
        add(sources, "direct memory", StoredImage.of(shape, false, c -> {
            int length = shape.columns(c) * shape.rows(c);
            return plane(shape, c, Elements.direct(8, length, ByteOrder.nativeOrder()), 0);
        }));
        addReadOnly(sources, "read-only memory", together(shape));
    }

    private static StoredImage together(Shape shape) {
        Buffer one = Elements.array(8, 2 * WIDTH * HEIGHT);
        return StoredImage.of(shape, false, c -> plane(shape, c, one, shape.index(c, 0, 0)));
    }

    private static Field plane(Shape shape, int component, Buffer memory, long offset) {
        return Field.of(memory, offset, 1, shape.columns(component));
    }

    private static void packed(List<Source> sources) {
        int[] argb = {16, 8, 0, 24};
        int[] abgr = {0, 8, 16, 24};
        for (boolean premultiplied : new boolean[] {true, false}) {
            String how = premultiplied ? ", premultiplied" : ", straight";
            add(sources, "ARGB ints" + how, ints(RGBA, premultiplied, 0, WIDTH, argb));
            add(
                    sources,
                    "ARGB ints" + how + ", part of a larger image",
                    ints(RGBA, premultiplied, 23, WIDTH + 3, argb));
            add(sources, "ABGR ints" + how, ints(RGBA, premultiplied, 0, WIDTH, abgr));
            Buffer bytes = Elements.array(8, 4 * WIDTH * HEIGHT);
            int[] bgra = {2, 1, 0, 3};
            add(
                    sources,
                    "BGRA bytes" + how,
                    StoredImage.of(RGBA, premultiplied, c -> Field.of(bytes, bgra[c], 4, 4 * WIDTH)));
        }
        Buffer direct = Elements.direct(32, WIDTH * HEIGHT, ByteOrder.nativeOrder());
        add(
                sources,
                "ARGB ints, premultiplied, direct memory",
                StoredImage.of(RGBA, true, c -> Field.packed(direct, 0, 1, WIDTH, argb[c], 8)));
        addReadOnly(sources, "ARGB ints, premultiplied, read-only memory", ints(RGBA, true, 0, WIDTH, argb));
        add(sources, "RGB ints", ints(RGB, false, 0, WIDTH, argb));
        add(sources, "BGR ints", ints(RGB, false, 0, WIDTH, abgr));
        Buffer shorts = Elements.array(16, WIDTH * HEIGHT);
        int[] shifts = {11, 5, 0};
        int[] widths = {5, 6, 5};
        add(
                sources,
                "565 shorts",
                StoredImage.of(RGB, false, c -> Field.packed(shorts, 0, 1, WIDTH, shifts[c], widths[c])));
        Buffer others = Elements.array(16, WIDTH * HEIGHT);
        add(sources, "555 shorts", StoredImage.of(RGB, false, c -> Field.packed(others, 0, 1, WIDTH, 10 - 5 * c, 5)));
    }

    private static StoredImage ints(Shape shape, boolean premultiplied, int offset, int lineStride, int... shifts) {
        Buffer ints = Elements.array(32, lineStride * (HEIGHT + 3));
        return StoredImage.of(shape, premultiplied, c -> Field.packed(ints, offset, 1, lineStride, shifts[c], 8));
    }

    private static StoredImage whole(Shape shape, Buffer memory, int offset, int pixelStride, int lineStride) {
        return StoredImage.of(shape, false, c -> Field.of(memory, offset + c, pixelStride, lineStride));
    }

    private static StoredImage numbers(Shape shape, Buffer memory, Numbers numbers) {
        int n = shape.names().size();
        return StoredImage.of(shape, false, c -> Field.ranged(memory, c, n, (long) n * WIDTH, numbers));
    }

    private static void computed(List<Source> sources, Shape shape) {
        ImageSize size = new ImageSize(WIDTH, HEIGHT);
        for (boolean readOnly : new boolean[] {false, true}) {
            Samples samples = new Samples(shape);
            SampleRows writable = ComputedRows.of(samples, false, samples, ComputedRows.NOBODY)[0];
            ImageBuffer buffer =
                    ImageBuffer.computed(shape.mode(), WIDTH, HEIGHT, readOnly ? writable::read : writable);
            sources.add(new Source(
                    "your own class, samples computed",
                    readOnly ? "read-only" : "writable",
                    shape.mode(),
                    new ForeignImage(shape.mode(), size, buffer, Map.of()),
                    new SamplesPixels(samples)));
        }
    }

    private static void add(List<Source> sources, String kind, StoredImage stored) {
        add(sources, kind, stored, false);
    }

    private static void addReadOnly(List<Source> sources, String kind, StoredImage stored) {
        add(sources, kind, stored, true);
    }

    private static void add(List<Source> sources, String kind, StoredImage stored, boolean readOnly) {
        StandardImage image = StandardImage.wrap(stored.layout(readOnly));
        sources.add(new Source(GROUP, kind, image.mode(), image, new MemoryPixels(stored)));
    }

    /** The samples that are computed from. */
    private record SamplesPixels(Samples samples) implements Pixels {
        @Override
        public int[] get(int x, int y) {
            return samples.pixel(x, y);
        }

        @Override
        public void set(int x, int y, int... pixel) {
            samples.pixel(x, y, pixel);
        }
    }
}
