package org.imageop.verification.model;

import java.nio.Buffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.tck.adapter.ForeignImage;
import org.imageop.tck.engine.RawMemory;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.LayoutSource;

/**
 * An image whose samples the kit reads and writes by its own means.
 *
 * @param where where its samples are
 * @param shape what it is
 * @param image the image
 * @param memory the samples as they are stored
 * @param places where they lie, if they lie in memory, by component
 */
public record Arrangement(
        Where where, Shape shape, ImageLike image, LayoutSource.Memory memory, Optional<List<Place>> places) {

    /** The place of a plane. */
    public record Place(long offset, long pixelStride, long lineStride) {}

    /** Where samples may be. */
    public enum Where {
        /** Asked for on each access. */
        COMPUTED,
        /** In an array, with gaps between pixels and rows. */
        PADDED,
        /** Outside of the heap, big-endian, the components in reverse order. */
        DIRECT,
        /** In an array, colours multiplied by alpha, the components in reverse order. */
        PREMULTIPLIED;

        public static List<Where> in(Shape shape) {
            return List.of(values()).stream()
                    .filter(where -> where != PREMULTIPLIED || shape.hasAlpha())
                    .toList();
        }

        /** A new image. */
        public Arrangement of(Shape shape) {
            RawMemory.Element element = shape.bits() == 8
                    ? RawMemory.Element.BYTE
                    : shape.bits() == 16 ? RawMemory.Element.SHORT : RawMemory.Element.INT;
            RawMemory.Kind array = new RawMemory.Kind(element, false, null);
            RawMemory.Kind direct = new RawMemory.Kind(element, true, ByteOrder.BIG_ENDIAN);
            AlphaType alpha = shape.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
            return switch (this) {
                case COMPUTED -> computed(shape);
                case PADDED -> stored(this, shape, array, alpha);
                case DIRECT -> stored(this, shape, direct, alpha);
                case PREMULTIPLIED -> stored(this, shape, array, AlphaType.PREMULTIPLIED);
            };
        }

        public boolean inMemory() {
            return this != COMPUTED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static Arrangement computed(Shape shape) {
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
                Where.COMPUTED,
                shape,
                new ForeignImage(shape.mode(), size, buffer, new HashMap<>()),
                memory,
                Optional.empty());
    }

    private static Arrangement stored(Where where, Shape shape, RawMemory.Kind kind, AlphaType alpha) {
        int n = shape.names().size();
        int step = shape.planar() ? 2 : n + 1;
        int stride = shape.width() * step + 3;
        Buffer elements = kind.allocate(5 + stride * shape.height() * (shape.planar() ? n : 1));
        List<Place> places = new ArrayList<>();
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < n; c++) {
            int order = where != Where.PADDED ? n - 1 - c : c;
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
        return new Arrangement(where, shape, StandardImage.wrap(layout), memory, Optional.of(places));
    }

    public boolean isPremultiplied() {
        return where == Where.PREMULTIPLIED;
    }

    /** Stores straight samples; colours are multiplied by alpha where they are stored so. */
    public void store(Samples straight) {
        straight.each((c, x, y) -> memory.set(c, x, y, stored(straight, c, x, y)));
    }

    /** What a straight sample is stored as (L-10). */
    public int stored(Samples straight, int c, int x, int y) {
        int last = straight.of.length - 1;
        if (!isPremultiplied() || c == last) {
            return straight.of[c][y][x];
        }
        return (int) Math.round(straight.of[c][y][x] * (double) straight.of[last][y][x] / shape.max());
    }

    /** The stored samples as they read (L-10). */
    public Samples held() {
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

    public static List<Shape> shapes() {
        return List.of(Mode.values()).stream()
                .map(mode -> new Shape(mode, 6, 4))
                .toList();
    }

    @Override
    public String toString() {
        return where + " " + shape;
    }
}
