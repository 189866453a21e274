package org.imageop.verification.library.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/** Descriptions of whole images in memory: what is accepted, what stays, and what can be asked. */
public final class LayoutRules {
    private static final Rule WITHIN = Rule.of(
            "L-11",
            "there is a plane for each component, and every sample is within its buffer's limit",
            "the first and last element of a plane, with strides of any sign",
            "L-4",
            "L-5");
    private static final Rule ROWS = Rule.of(
            "L-16",
            "rows() has runs of pixels, straight and scaled; planar modes have none",
            "rows() of a layout",
            "L-4",
            "L-5",
            "L-6",
            "L-7",
            "L-13");

    private LayoutRules() {}

    static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "layouts", what, body);
    }

    public static void addTo(List<Check> checks) {
        for (Mode mode : Mode.values()) {
            Shape shape = new Shape(mode, 4, 2);
            checks.add(check(WITHIN, "number of planes of a " + shape, probe -> planes(probe, shape)));
            checks.add(check(ROWS, "rows() of a " + shape, probe -> rows(probe, shape)));
        }
        checks.add(check(WITHIN, "first and last elements", LayoutRules::elements));
        checks.add(check(WITHIN, "alpha that the mode lacks", LayoutRules::alpha));
        checks.add(check(ROWS, "rows() of premultiplied fields", LayoutRules::straightRows));
    }

    static Buffer array(Shape shape, int elements) {
        return shape.bits() == 8
                ? ByteBuffer.allocate(elements)
                : shape.bits() == 16 ? ShortBuffer.allocate(elements) : IntBuffer.allocate(elements);
    }

    static AlphaType alpha(Shape shape) {
        return shape.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
    }

    private static void planes(Probe probe, Shape shape) {
        int n = shape.names().size();
        for (int count = 0; count <= n + 1; count++) {
            Plane[] planes = new Plane[count];
            Arrays.setAll(planes, c -> Plane.of(array(shape, 8), 0, 1, 4));
            if (count == n) {
                PixelLayout layout = PixelLayout.of(shape.mode(), 4, 2, alpha(shape), planes);
                probe.same("planes()", n, layout.planes().size());
            } else {
                probe.refused(
                        IllegalArgumentException.class,
                        count + " planes",
                        () -> PixelLayout.of(shape.mode(), 4, 2, alpha(shape), planes));
            }
        }
        for (int c = 0; c < n; c++) {
            Plane[] planes = new Plane[n];
            int needed = shape.columns(c) * shape.rows(c);
            Arrays.setAll(planes, k -> Plane.of(array(shape, 8), 0, 1, shape.columns(k)));
            planes[c] = Plane.of(array(shape, needed), 0, 1, shape.columns(c));
            PixelLayout.of(shape.mode(), 4, 2, alpha(shape), planes);
            planes[c] = Plane.of(array(shape, needed - 1), 0, 1, shape.columns(c));
            probe.refused(
                    IllegalArgumentException.class,
                    "a plane " + c + " without its last sample",
                    () -> PixelLayout.of(shape.mode(), 4, 2, alpha(shape), planes));
        }
    }

    private static void elements(Probe probe) {
        // offset, pixel stride, line stride of 3×2 samples in 10 elements
        long[][] within = {{0, 1, 3}, {4, 1, 3}, {9, -1, -3}, {5, -1, -3}, {2, -1, 7}, {7, 1, -7}, {0, 0, 0}, {9, 0, -9}
        };
        long[][] outside = {
            {-1, 1, 3},
            {5, 1, 3},
            {10, 0, 0},
            {4, -1, -3},
            {1, -1, 7},
            {8, 1, -7},
            {0, 5, 0},
            {0, 0, 10},
            {0, Long.MAX_VALUE, 1},
            {0, 1, Long.MAX_VALUE},
            {0, Long.MIN_VALUE, 1},
            {0, Long.MIN_VALUE, Long.MIN_VALUE},
            {Long.MAX_VALUE, 1, 3},
            {Long.MIN_VALUE, 1, 3},
            {0, 1L << 32, 1L << 32}
        };
        ByteBuffer memory = ByteBuffer.allocate(20).limit(10);
        for (long[] p : within) {
            PixelLayout layout = PixelLayout.of(Mode.L, 3, 2, AlphaType.OPAQUE, Plane.of(memory, p[0], p[1], p[2]));
            Plane plane = layout.planes().get(0);
            probe.same("offset", p[0], plane.offset());
            probe.same("pixelStride", p[1], plane.pixelStride());
            probe.same("lineStride", p[2], plane.lineStride());
        }
        for (long[] p : outside) {
            Plane plane = Plane.of(memory, p[0], p[1], p[2]);
            probe.refused(
                    IllegalArgumentException.class,
                    Arrays.toString(p),
                    () -> PixelLayout.of(Mode.L, 3, 2, AlphaType.OPAQUE, plane));
        }
    }

    private static void alpha(Probe probe) {
        Plane plane = Plane.of(ByteBuffer.allocate(9), 0, 1, 1);
        for (AlphaType wrong : List.of(AlphaType.STRAIGHT, AlphaType.PREMULTIPLIED)) {
            probe.refused(
                    IllegalArgumentException.class, wrong + " L", () -> PixelLayout.of(Mode.L, 1, 1, wrong, plane));
        }
        probe.refused(
                IllegalArgumentException.class,
                "OPAQUE LA",
                () -> PixelLayout.of(Mode.LA, 1, 1, AlphaType.OPAQUE, plane, plane));
    }

    private static void rows(Probe probe, Shape shape) {
        PixelLayout layout = CanonicalRules.layout(shape);
        Samples samples = Samples.random(shape, 16);
        samples.write(StandardImage.wrap(layout).buffer());
        if (shape.planar()) {
            probe.refused(UnsupportedOperationException.class, "rows()", layout::rows);
            for (int c = 0; c < 3; c++) {
                int[] row = new int[shape.columns(c)];
                int last = shape.rows(c) - 1;
                layout.component(shape.names().get(c)).rows().read(0, last, row.length, row, 0);
                probe.same("the last row of component " + c, samples.of[c][last], row);
            }
            return;
        }
        int n = shape.names().size();
        SampleRows rows = layout.rows();
        int[] row = new int[4 * n + 2];
        rows.read(1, 1, 3, row, 2);
        int[] expected = new int[row.length];
        System.arraycopy(samples.row(1), n, expected, 2, 3 * n);
        probe.same("three pixels", expected, row);
        probe.same("readOnly()", false, rows.readOnly());
        probe.same("concurrent()", true, rows.concurrent());
        rows.write(0, 0, 3, row, 2);
        Samples found = Samples.read(shape, StandardImage.wrap(layout).buffer());
        probe.same(
                "row 0 after they were written there",
                Arrays.copyOfRange(row, 2, 2 + 3 * n),
                Arrays.copyOf(found.row(0), 3 * n));
        probe.same("row 1", samples.row(1), found.row(1));
    }

    private static void straightRows(Probe probe) {
        int[] argb = {0x80402010, 0xff010203, 0x00000000};
        IntBuffer memory = IntBuffer.wrap(argb);
        SampleRows rows = PixelLayout.of(
                        Mode.RGBA,
                        3,
                        1,
                        AlphaType.PREMULTIPLIED,
                        Plane.packed(memory, 0, 1, 3, 16, 8),
                        Plane.packed(memory, 0, 1, 3, 8, 8),
                        Plane.packed(memory, 0, 1, 3, 0, 8),
                        Plane.packed(memory, 0, 1, 3, 24, 8))
                .rows();
        int[] row = new int[12];
        rows.read(0, 0, 3, row, 0);
        probe.same("pixels", new int[] {128, 64, 32, 128, 1, 2, 3, 255, 0, 0, 0, 0}, row);
        rows.write(2, 0, 1, row, 0);
        probe.same("memory", new int[] {0x80402010, 0xff010203, 0x80402010}, argb);
    }
}
