package org.imageop.tck;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.spi.SampleRows;

/** Descriptions of whole images in memory: what is accepted, what stays, and what can be asked. */
final class LayoutRules {
    private static final Rule WITHIN = Rule.of(
            "L-11",
            "there is a plane for each component, and every sample is within its buffer's limit",
            "the first and last element of a plane, with strides of any sign",
            "L-4",
            "L-5");
    private static final Rule APART = Rule.of(
            "L-12",
            "position, limit and order of a buffer object do not matter once it is described",
            "whether the buffer is duplicated, going in and coming out",
            "L-4",
            "L-5",
            "L-13");
    private static final Rule ROWS = Rule.of(
            "L-16",
            "rows() has runs of pixels, straight and scaled; planar modes have none",
            "rows() of a layout",
            "L-4",
            "L-5",
            "L-6",
            "L-7",
            "L-13");
    private static final Rule MEMORY = Rule.of(
            "L-17",
            "memory() is the buffer of all planes, if there is one; sharesMemory tells equal elements",
            "which buffers are held to be the same",
            "L-12");

    private LayoutRules() {}

    static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "layouts", what, body);
    }

    static void addTo(List<Check> checks) {
        for (Mode mode : Mode.values()) {
            Shape shape = new Shape(mode, 4, 2);
            checks.add(check(WITHIN, "number of planes of a " + shape, probe -> planes(probe, shape)));
            checks.add(check(MEMORY, "memory() of a " + shape, probe -> memory(probe, shape)));
            checks.add(check(ROWS, "rows() of a " + shape, probe -> rows(probe, shape)));
        }
        checks.add(check(WITHIN, "first and last elements", LayoutRules::elements));
        checks.add(check(WITHIN, "alpha that the mode lacks", LayoutRules::alpha));
        checks.add(check(APART, "a buffer that is used further", LayoutRules::apart));
        checks.add(check(APART, "memory() of a plane", LayoutRules::ownMemory));
        checks.add(check(ROWS, "rows() of premultiplied fields", LayoutRules::straightRows));
        checks.add(check(MEMORY, "sharesMemory()", LayoutRules::shares));
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

    private static void apart(Probe probe) {
        for (ByteBuffer bytes : List.of(ByteBuffer.allocate(8), ByteBuffer.allocateDirect(8))) {
            bytes.order(ByteOrder.BIG_ENDIAN).position(2);
            bytes.putShort(2, (short) 0x0102);
            StandardImage byPlane = PlaneRules.grey(Mode.L, 2, 2, Plane.of(bytes, 2, 1, 2));
            StandardImage byBuffer = StandardImage.wrap(PixelLayout.of(Mode.L16, 2, 1, bytes));
            bytes.position(1).limit(1).order(ByteOrder.LITTLE_ENDIAN);
            PlaneRules.reads(probe, "a sample by planes", 1, byPlane, 0, 0);
            PlaneRules.reads(probe, "a sample by a buffer", 0x0102, byBuffer, 0, 0);
            bytes.clear();
            bytes.put(3, (byte) 77);
            PlaneRules.reads(probe, "a sample after the memory was changed", 77, byPlane, 1, 0);
        }
    }

    private static void ownMemory(Probe probe) {
        for (ByteBuffer bytes : List.of(ByteBuffer.allocate(8), ByteBuffer.allocateDirect(8))) {
            PixelLayout layout = PixelLayout.of(Mode.L, 2, 2, AlphaType.OPAQUE, Plane.of(bytes, 4, 1, 2));
            StandardImage image = StandardImage.wrap(layout);
            for (int call = 1; call <= 2; call++) {
                ByteBuffer plane = (ByteBuffer) layout.planes().get(0).memory();
                ByteBuffer whole = (ByteBuffer) layout.memory().orElseThrow();
                probe.same("limit of the memory of a plane", 8, plane.limit());
                probe.same("limit of the memory of the layout", 8, whole.limit());
                plane.put(5, (byte) (10 * call));
                whole.put(6, (byte) (10 * call + 1));
                plane.position(1).limit(1);
                whole.position(1).limit(1);
                PlaneRules.reads(probe, "(1,0) after the memory of the plane was written", 10 * call, image, 1, 0);
                PlaneRules.reads(probe, "(0,1) after the memory of the layout was written", 10 * call + 1, image, 0, 1);
            }
            probe.same("element 5", 20, (int) bytes.get(5));
        }
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

    private static void memory(Probe probe, Shape shape) {
        int n = shape.names().size();
        Buffer all = array(shape, 99);
        Plane[] together = new Plane[n];
        Plane[] apart = new Plane[n];
        for (int c = 0; c < n; c++) {
            together[c] = Plane.of(all, 8L * c, 1, 4);
            apart[c] = Plane.of(array(shape, 9), 0, 1, 4);
        }
        Buffer found = PixelLayout.of(shape.mode(), 4, 2, alpha(shape), together)
                .memory()
                .orElseThrow(() -> probe.violation("memory() of planes in one buffer", "the buffer", "empty"));
        probe.same("array of memory()", all.array(), found.array());
        probe.same("limit of memory()", 99, found.limit());
        probe.same(
                "memory() of planes in several buffers",
                n == 1,
                PixelLayout.of(shape.mode(), 4, 2, alpha(shape), apart).memory().isPresent());
    }

    private static void shares(Probe probe) {
        byte[] array = new byte[20];
        ByteBuffer direct = ByteBuffer.allocateDirect(20);
        shares(probe, "one buffer", true, direct, direct);
        shares(probe, "two buffers on an array", true, ByteBuffer.wrap(array), ByteBuffer.wrap(array));
        shares(
                probe,
                "buffers of other limits",
                true,
                ByteBuffer.wrap(array),
                ByteBuffer.wrap(array).limit(15));
        shares(probe, "buffers of other positions", true, ByteBuffer.wrap(array), ByteBuffer.wrap(array, 3, 17));
        shares(
                probe,
                "a slice that begins later",
                false,
                ByteBuffer.wrap(array),
                ByteBuffer.wrap(array).slice(1, 19));
        shares(probe, "arrays", false, ByteBuffer.wrap(array), ByteBuffer.wrap(array.clone()));
        shares(probe, "direct buffers that were made apart", false, direct, ByteBuffer.allocateDirect(20));
        // the planes of a layout, the second one beyond the limit of the first
        PixelLayout layout = CanonicalRules.la(
                AlphaType.STRAIGHT,
                Plane.of(ByteBuffer.wrap(array).limit(8), 0, 1, 4),
                Plane.of(ByteBuffer.wrap(array), 10, 1, 4));
        probe.same(
                "planes of one layout",
                true,
                layout.planes().get(0).sharesMemory(layout.planes().get(1)));
        probe.same("memory() of both", true, layout.memory().isPresent());
        array[17] = 99;
        probe.same("the last sample", 99, StandardImage.wrap(layout).get(3, 1).a());
    }

    private static void shares(Probe probe, String what, boolean expected, ByteBuffer a, ByteBuffer b) {
        Plane one = Plane.of(a, 2, 1, 1);
        Plane other = Plane.of(b, 5, 2, 1);
        probe.same(what, expected, one.sharesMemory(other));
        probe.same(what + ", the other way round", expected, other.sharesMemory(one));
    }
}
