package org.imageop.verification.model;

import java.nio.Buffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.adapter.ForeignImage;
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
 * @param fields where they lie, by component; empty if not in memory
 */
public record Arrangement(
        Where where, Shape shape, ImageLike image, LayoutSource.Memory memory, List<StoredImage.Field> fields) {

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
            return inMemory() ? stored(this, shape) : computed(shape);
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
                List.of());
    }

    private static Arrangement stored(Where where, Shape shape) {
        int n = shape.names().size();
        int step = shape.planar() ? 2 : n + 1;
        int stride = shape.width() * step + 3;
        int count = 5 + stride * shape.height() * (shape.planar() ? n : 1);
        Buffer elements = where == Where.DIRECT
                ? Elements.direct(shape.bits(), count, ByteOrder.BIG_ENDIAN)
                : Elements.array(shape.bits(), count);
        StoredImage memory = StoredImage.of(shape, where == Where.PREMULTIPLIED, c -> {
            int order = where != Where.PADDED ? n - 1 - c : c;
            long offset = 5 + (long) order * (shape.planar() ? stride * shape.height() : 1);
            return StoredImage.Field.of(elements, offset, step, stride);
        });
        return new Arrangement(where, shape, StandardImage.wrap(memory.layout(false)), memory, memory.fields());
    }

    public boolean isPremultiplied() {
        return where == Where.PREMULTIPLIED;
    }

    /** Stores straight samples; colours are multiplied by alpha where they are stored so. */
    public void store(Samples straight) {
        Samples stored = stored(straight);
        stored.each((c, x, y) -> memory.set(c, x, y, stored.of[c][y][x]));
    }

    /** What straight samples are stored as (L-10). */
    public Samples stored(Samples straight) {
        return isPremultiplied() ? Formulas.premultiplied(straight) : straight;
    }

    /** The stored samples as they read (L-10). */
    public Samples held() {
        Samples stored = new Samples(shape);
        stored.each((c, x, y) -> stored.of[c][y][x] = memory.get(c, x, y));
        return isPremultiplied() ? Formulas.straight(stored) : stored;
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
