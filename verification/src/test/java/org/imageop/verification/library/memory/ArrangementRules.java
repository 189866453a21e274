package org.imageop.verification.library.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.Slice;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;

/** The names of layouts, which are described here by their planes. */
public final class ArrangementRules {
    private static final Rule NAMED = Rule.of(
            "L-18",
            "arrangement() names how the samples lie",
            "which planes are neighbours, fields, apart, or none of these, and the letters of their order");

    /** Mode, the order of its components among the elements of a pixel, and its name: unused elements come last. */
    private static final String INTERLEAVED = """
            RGB    BGR  BGR  0
            RGB    RGB  RGB  0
            RGB    XBGR BGRX 1
            RGB    BXGR BXGR 0
            RGBA   ABGR ABGR 0
            LA     LA   LA   0
            L      L    L    0
            L      XXL  LXX  2
            L16    L    L    0
            RGB48  BGRX BGRX 0
            CMYK   KYMC KYMC 0
            CMYK64 CMYK CMYK 0
            """;

    /** Mode, width of an element, lowest bit and width of each component, name. */
    private static final String PACKED = """
            RGBA 32 16,8;8,8;0,8;24,8  ARGB
            RGBA 32 24,8;16,8;8,8;0,8  RGBA
            RGB  32 16,8;8,8;0,8       XRGB
            RGB  32 8,8;16,8;24,8      BGRX
            RGB  16 11,5;5,6;0,5       R5G6B5
            RGB  16 10,5;5,5;0,5       X1R5G5B5
            RGB  16 0,5;5,6;11,5       B5G6R5
            L    32 0,8                X24L8
            L    8  2,4                X2L4X2
            """;

    private ArrangementRules() {}

    public static void addTo(List<Check> checks) {
        INTERLEAVED.lines().map(line -> line.split(" +")).forEach(row -> {
            String what = row[0] + " elements in the order " + row[1];
            checks.add(LayoutRules.check(NAMED, what, probe -> interleaved(probe, row)));
        });
        PACKED.lines().map(line -> line.split(" +")).forEach(row -> {
            String what = row[0] + " fields of " + row[1] + " bits, " + row[3];
            checks.add(LayoutRules.check(NAMED, what, probe -> packed(probe, row)));
        });
        checks.add(LayoutRules.check(NAMED, "mirrored and thinned pixels", ArrangementRules::mirrored));
        checks.add(LayoutRules.check(NAMED, "one column", ArrangementRules::oneColumn));
        checks.add(LayoutRules.check(NAMED, "components apart", ArrangementRules::planar));
        checks.add(LayoutRules.check(NAMED, "distant elements", ArrangementRules::distant));
        checks.add(LayoutRules.check(NAMED, "numbers of one range", ArrangementRules::ranged));
        checks.add(LayoutRules.check(NAMED, "numbers of several ranges", ArrangementRules::severalRanges));
        checks.add(LayoutRules.check(NAMED, "the memory handed out", ArrangementRules::memory));
    }

    /** Planes whose components are elements with these letters. */
    private static PixelLayout elements(Mode mode, int width, int height, String order, Buffer memory, long offset) {
        Shape shape = new Shape(mode, width, height);
        Plane[] planes = new Plane[shape.names().size()];
        for (int c = 0; c < planes.length; c++) {
            int place = order.indexOf(shape.names().get(c).toUpperCase(Locale.ROOT));
            planes[c] = Plane.of(memory, offset + place, order.length(), 30);
        }
        return PixelLayout.of(mode, width, height, LayoutRules.alpha(shape), planes);
    }

    private static <A extends Arrangement> A found(Probe probe, Class<A> type, PixelLayout layout) {
        Arrangement found = layout.arrangement();
        probe.same("the kind of " + layout, type, found.getClass());
        return type.cast(found);
    }

    private static void is(
            Probe probe, PixelLayout layout, String order, long offset, long pixelStride, long lineStride) {
        Arrangement.Interleaved found = found(probe, Arrangement.Interleaved.class, layout);
        probe.same("order()", order, found.order());
        probe.same("offset()", offset, found.offset());
        probe.same("pixelStride()", pixelStride, found.pixelStride());
        probe.same("lineStride()", lineStride, found.lineStride());
    }

    private static void interleaved(Probe probe, String[] row) {
        Mode mode = Mode.valueOf(row[0]);
        Buffer memory = LayoutRules.array(new Shape(mode, 1, 1), 90);
        PixelLayout layout = elements(mode, 3, 2, row[1], memory, 4);
        is(probe, layout, row[2], 4 + Integer.parseInt(row[3]), row[1].length(), 30);
    }

    private static void packed(Probe probe, String[] row) {
        Mode mode = Mode.valueOf(row[0]);
        Buffer memory = switch (row[1]) {
            case "8" -> ByteBuffer.allocate(20);
            case "16" -> ShortBuffer.allocate(20);
            default -> IntBuffer.allocate(20);
        };
        Plane[] planes = Arrays.stream(row[2].split(";"))
                .map(field -> field.split(","))
                .map(f -> Plane.packed(memory, 3, 2, 7, Integer.parseInt(f[0]), Integer.parseInt(f[1])))
                .toArray(Plane[]::new);
        PixelLayout layout = PixelLayout.of(mode, 3, 2, LayoutRules.alpha(new Shape(mode, 3, 2)), planes);
        Arrangement.Packed found = found(probe, Arrangement.Packed.class, layout);
        probe.same("order()", row[3], found.order());
        probe.same("offset()", 3L, found.offset());
        probe.same("pixelStride()", 2L, found.pixelStride());
        probe.same("lineStride()", 7L, found.lineStride());
    }

    private static void mirrored(Probe probe) {
        PixelLayout layout = elements(Mode.RGB, 3, 2, "BGR", ByteBuffer.allocate(60), 0);
        is(probe, layout.flipLeftRight(), "BGR", 6, -3, 30);
        is(probe, layout.flipTopBottom(), "BGR", 30, 3, -30);
        is(probe, layout.select(Slice.ALL.by(2), Slice.ALL), "BGRXXX", 0, 6, 30);
    }

    /** The step to a column that is not there does not matter. */
    private static void oneColumn(Probe probe) {
        PixelLayout row = elements(Mode.RGB, 100, 1, "BGR", ByteBuffer.allocate(303), 3);
        is(probe, row.transpose(), "BGR", 3, 3, 3);
    }

    private static void planar(Probe probe) {
        for (Mode mode : List.of(Mode.YV12, Mode.RGB, Mode.LA32)) {
            Shape shape = new Shape(mode, 4, 2);
            Plane[] planes = new Plane[shape.names().size()];
            Arrays.setAll(planes, c -> Plane.of(LayoutRules.array(shape, 20), 1, 1, 5));
            PixelLayout layout = PixelLayout.of(mode, 4, 2, LayoutRules.alpha(shape), planes);
            Arrangement.Planar found = found(probe, Arrangement.Planar.class, layout);
            probe.same("planes()", layout.planes(), found.planes());
        }
        ByteBuffer memory = ByteBuffer.allocate(20);
        Plane second = Plane.of(memory, 0, 2, 5);
        PixelLayout gapped =
                PixelLayout.of(Mode.LA, 2, 2, AlphaType.STRAIGHT, second, Plane.of(ByteBuffer.allocate(20), 0, 2, 5));
        found(probe, Arrangement.Other.class, gapped);
    }

    private static void distant(Probe probe) {
        ByteBuffer memory = ByteBuffer.allocate(40);
        Plane[] planes = new Plane[3];
        Arrays.setAll(planes, c -> Plane.of(memory, 7L * c, 3, 6));
        PixelLayout layout = PixelLayout.of(Mode.RGB, 2, 1, AlphaType.OPAQUE, planes);
        probe.same(
                "planes()",
                layout.planes(),
                found(probe, Arrangement.Other.class, layout).planes());
    }

    private static void ranged(Probe probe) {
        Plane.Range range = new Plane.Range(0, 50);
        FloatBuffer memory = FloatBuffer.allocate(7);
        Plane[] planes = new Plane[4];
        Arrays.setAll(planes, c -> Plane.ranged(memory, c == 3 ? 4 : 3 - c, 4, 6, range));
        Arrangement.Ranged found =
                found(probe, Arrangement.Ranged.class, PixelLayout.of(Mode.RGBA64, 1, 1, AlphaType.STRAIGHT, planes));
        probe.same("order()", "BGRA", found.order());
        probe.same("offset()", 1L, found.offset());
        probe.same("pixelStride()", 4L, found.pixelStride());
        probe.same("lineStride()", 6L, found.lineStride());
        probe.same("range()", range, found.range());
        probe.holds("memory() is a FloatBuffer", found.memory() instanceof FloatBuffer);
    }

    private static void severalRanges(Probe probe) {
        ShortBuffer memory = ShortBuffer.allocate(2);
        Plane grey = Plane.ranged(memory, 0, 2, 2, new Plane.Range(0, 1));
        for (Plane other : List.of(Plane.ranged(memory, 1, 2, 2, new Plane.Range(0, 2)), Plane.of(memory, 1, 2, 2))) {
            found(probe, Arrangement.Other.class, PixelLayout.of(Mode.LA32, 1, 1, AlphaType.STRAIGHT, grey, other));
        }
    }

    private static void memory(Probe probe) {
        byte[] array = new byte[3];
        PixelLayout layout = elements(Mode.RGB, 1, 1, "BGR", ByteBuffer.wrap(array), 0);
        ByteBuffer memory =
                (ByteBuffer) found(probe, Arrangement.Interleaved.class, layout).memory();
        memory.put(0, (byte) 5);
        probe.same("the byte after it was written to memory()", 5, (int) array[0]);
    }
}
