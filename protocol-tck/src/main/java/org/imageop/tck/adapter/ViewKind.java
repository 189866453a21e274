package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.PixelLayout;
import org.imageop.Slice;
import org.imageop.Views;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/**
 * A kind of view: how the library makes it, and where its samples are by the specification.
 *
 * @param name its name
 * @param turned whether it is turned or transposed (V-9)
 * @param of the view of an image
 * @param ofLayout the same of a layout
 * @param place the table of offsets and strides, for a plane and the view's divisor there
 */
public record ViewKind(String name, boolean turned, OfImage of, OfLayout ofLayout, Table place) {
    public interface OfImage {
        ImageLike of(ImageLike image);
    }

    public interface OfLayout {
        PixelLayout of(PixelLayout layout);
    }

    /** A plane of w × h samples, or a view of it. */
    public record Extent(int w, int h, long o, long p, long l) {}

    public interface Table {
        /**
         * The view's extent.
         *
         * @param plane the plane's
         * @param divisor how many pixels share a sample along each axis
         */
        Extent of(Extent plane, int divisor);
    }

    /** All views except views of components; {@code planar} leaves out views that cut chroma samples. */
    public static List<ViewKind> all(boolean planar) {
        List<ViewKind> all = new ArrayList<>();
        all.add(new ViewKind(
                "crop(2, 0, 4, 2)",
                false,
                i -> Views.crop(i, 2, 0, 4, 2),
                m -> m.crop(2, 0, 4, 2),
                (e, d) -> new Extent(4 / d, 2 / d, e.o + 2 / d * e.p, e.p, e.l)));
        all.add(new ViewKind(
                "select(2:6, ::-1)",
                false,
                i -> Views.select(i, Slice.of(2, 6), Slice.ALL.by(-1)),
                m -> m.select(Slice.of(2, 6), Slice.ALL.by(-1)),
                (e, d) -> new Extent(4 / d, e.h, e.o + (e.h - 1) * e.l + 2 / d * e.p, e.p, -e.l)));
        if (!planar) {
            all.add(new ViewKind(
                    "crop(1, 1, 5, 3)",
                    false,
                    i -> Views.crop(i, 1, 1, 5, 3),
                    m -> m.crop(1, 1, 5, 3),
                    (e, d) -> new Extent(5, 3, e.o + e.l + e.p, e.p, e.l)));
            all.add(new ViewKind(
                    "select(5:0:-2, 1::2)",
                    false,
                    i -> Views.select(i, Slice.of(5, 0, -2), Slice.from(1).by(2)),
                    m -> m.select(Slice.of(5, 0, -2), Slice.from(1).by(2)),
                    (e, d) -> new Extent(3, 2, e.o + e.l + 5 * e.p, -2 * e.p, 2 * e.l)));
            all.add(new ViewKind(
                    "select(3:, -1:)",
                    false,
                    i -> Views.select(i, Slice.from(3), Slice.from(-1)),
                    m -> m.select(Slice.from(3), Slice.from(-1)),
                    (e, d) -> new Extent(e.w - 3, 1, e.o + (e.h - 1) * e.l + 3 * e.p, e.p, e.l)));
        }
        all.add(new ViewKind(
                "flipLeftRight",
                false,
                Views::flipLeftRight,
                PixelLayout::flipLeftRight,
                (e, d) -> new Extent(e.w, e.h, e.o + (e.w - 1) * e.p, -e.p, e.l)));
        all.add(new ViewKind(
                "flipTopBottom",
                false,
                Views::flipTopBottom,
                PixelLayout::flipTopBottom,
                (e, d) -> new Extent(e.w, e.h, e.o + (e.h - 1) * e.l, e.p, -e.l)));
        all.add(new ViewKind(
                "transpose",
                true,
                Views::transpose,
                PixelLayout::transpose,
                (e, d) -> new Extent(e.h, e.w, e.o, e.l, e.p)));
        all.add(new ViewKind(
                "rotate90",
                true,
                Views::rotate90,
                PixelLayout::rotate90,
                (e, d) -> new Extent(e.h, e.w, e.o + (e.w - 1) * e.p, e.l, -e.p)));
        all.add(new ViewKind(
                "rotate180",
                true,
                Views::rotate180,
                PixelLayout::rotate180,
                (e, d) -> new Extent(e.w, e.h, e.o + (e.h - 1) * e.l + (e.w - 1) * e.p, -e.p, -e.l)));
        all.add(new ViewKind(
                "rotate270",
                true,
                Views::rotate270,
                PixelLayout::rotate270,
                (e, d) -> new Extent(e.h, e.w, e.o + (e.h - 1) * e.l, -e.l, e.p)));
        return all;
    }

    /** The view's samples, found by the table in a plane whose element number is x + 1000 y. */
    public Samples of(Samples samples) {
        Shape shape = samples.shape;
        Extent whole = extent(shape, 0);
        Samples seen = new Samples(new Shape(shape.mode(), whole.w, whole.h));
        seen.each((c, x, y) -> {
            long index = index(extent(shape, c), x, y);
            seen.of[c][y][x] = samples.of[c][(int) (index / 1000)][(int) (index % 1000)];
        });
        return seen;
    }

    /** The samples of an image after the view of it was given others. */
    public Samples written(Samples before, Samples view) {
        Samples after = before.copy();
        view.each((c, x, y) -> {
            long index = index(extent(before.shape, c), x, y);
            after.of[c][(int) (index / 1000)][(int) (index % 1000)] = view.of[c][y][x];
        });
        return after;
    }

    private Extent extent(Shape shape, int c) {
        return place.of(new Extent(shape.columns(c), shape.rows(c), 0, 1, 1000), shape.divisor(c));
    }

    private static long index(Extent extent, int x, int y) {
        return extent.o + y * extent.l + x * extent.p;
    }
}
