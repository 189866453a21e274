package org.imageop.tck;

import java.nio.Buffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;

/**
 * An image whose samples the kit reads and writes by its own means.
 *
 * @param name where its samples are
 * @param shape what it is
 * @param image the image
 * @param memory the samples as they are stored
 * @param places where they lie, if they lie in memory, by component
 */
record Arrangement(
        String name, Shape shape, ImageLike image, LayoutSource.Memory memory, Optional<List<Place>> places) {

    /** The place of a plane. */
    record Place(long offset, long pixelStride, long lineStride) {}

    /** Computed, in padded arrays, outside of the heap with the components in reverse order, and premultiplied. */
    static List<Arrangement> of(Shape shape) {
        List<Arrangement> all = new ArrayList<>();
        all.add(computed(shape));
        RawMemory.Element element = shape.bits() == 8
                ? RawMemory.Element.BYTE
                : shape.bits() == 16 ? RawMemory.Element.SHORT : RawMemory.Element.INT;
        AlphaType alpha = shape.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        all.add(inMemory("padded", shape, new RawMemory.Kind(element, false, null), false, alpha));
        RawMemory.Kind direct = new RawMemory.Kind(element, true, ByteOrder.BIG_ENDIAN);
        all.add(inMemory("direct", shape, direct, true, alpha));
        if (shape.hasAlpha()) {
            all.add(premultiplied(shape));
        }
        return all;
    }

    static Arrangement premultiplied(Shape shape) {
        RawMemory.Element element = shape.bits() == 8 ? RawMemory.Element.BYTE : RawMemory.Element.SHORT;
        return inMemory(
                "premultiplied", shape, new RawMemory.Kind(element, false, null), true, AlphaType.PREMULTIPLIED);
    }

    static Arrangement computed(Shape shape) {
        Samples samples = new Samples(shape);
        ImageBuffer buffer = ImageBuffer.computed(
                shape.mode(),
                shape.width(),
                shape.height(),
                ComputedRows.of(samples, false, samples, ComputedRows.NOBODY));
        ImageSize size = new ImageSize(shape.width(), shape.height());
        LayoutSource.Memory memory = new LayoutSource.Memory() {
            @Override
            public int get(int component, int x, int y) {
                return samples.of[component][y][x];
            }

            @Override
            public void set(int component, int x, int y, int value) {
                samples.of[component][y][x] = value;
            }
        };
        return new Arrangement(
                "computed",
                shape,
                new ForeignImage(shape.mode(), size, buffer, new HashMap<>()),
                memory,
                Optional.empty());
    }

    private static Arrangement inMemory(
            String name, Shape shape, RawMemory.Kind kind, boolean reversed, AlphaType alpha) {
        int n = shape.names().size();
        int step = shape.planar() ? 2 : n + 1;
        int stride = shape.width() * step + 3;
        Buffer elements = kind.allocate(5 + stride * shape.height() * (shape.planar() ? n : 1));
        List<Place> places = new ArrayList<>();
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < n; c++) {
            int order = reversed ? n - 1 - c : c;
            Place place = new Place(5 + (long) order * (shape.planar() ? stride * shape.height() : 1), step, stride);
            places.add(place);
            planes.add(Plane.of(elements, place.offset, place.pixelStride, place.lineStride));
        }
        LayoutSource.Memory memory = new LayoutSource.Memory() {
            private int index(int component, int x, int y) {
                Place place = places.get(component);
                return (int) (place.offset + y * place.lineStride + x * place.pixelStride);
            }

            @Override
            public int get(int component, int x, int y) {
                return RawMemory.get(elements, index(component, x, y));
            }

            @Override
            public void set(int component, int x, int y, int value) {
                RawMemory.put(elements, index(component, x, y), value);
            }
        };
        PixelLayout layout =
                PixelLayout.of(shape.mode(), shape.width(), shape.height(), alpha, planes.toArray(Plane[]::new));
        return new Arrangement(name, shape, StandardImage.wrap(layout), memory, Optional.of(places));
    }

    boolean isPremultiplied() {
        return name.equals("premultiplied");
    }

    /** Stores straight samples; colours are multiplied by alpha where they are stored so. */
    void store(Samples straight) {
        straight.each((c, x, y) -> memory.set(c, x, y, stored(straight, c, x, y)));
    }

    /** What a straight sample is stored as (L-10). */
    int stored(Samples straight, int c, int x, int y) {
        int last = straight.of.length - 1;
        if (!isPremultiplied() || c == last) {
            return straight.of[c][y][x];
        }
        return (int) Math.round(straight.of[c][y][x] * (double) straight.of[last][y][x] / shape.max());
    }

    /** The stored samples as they read (L-10). */
    Samples held() {
        Samples held = new Samples(shape);
        held.each((c, x, y) -> held.of[c][y][x] = memory.get(c, x, y));
        int last = held.of.length - 1;
        if (isPremultiplied()) {
            held.each((c, x, y) -> {
                long alpha = held.of[last][y][x];
                if (c < last) {
                    held.of[c][y][x] = alpha == 0
                            ? 0
                            : (int) Math.min(shape.max(), (held.of[c][y][x] * shape.max() + alpha / 2) / alpha);
                }
            });
        }
        return held;
    }

    static List<Shape> shapes() {
        return List.of(Mode.values()).stream()
                .map(mode -> new Shape(mode, 6, 4))
                .toList();
    }

    @Override
    public String toString() {
        return name + " " + shape;
    }
}
