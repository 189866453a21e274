package org.imageop.verification.library.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;

/** The buffers below a layout: whose they are, and which are the same. */
public final class MemoryRules {
    private static final Rule APART = Rule.of(
            "L-12",
            "position, limit and order of a buffer object do not matter once it is described",
            "whether the buffer is duplicated, going in and coming out",
            "L-4",
            "L-5",
            "L-13");
    private static final Rule MEMORY = Rule.of(
            "L-17",
            "memory() is the buffer of all planes, if there is one; sharesMemory recognises equal elements",
            "which buffers are held to be the same",
            "L-12");

    private MemoryRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode mode : Mode.values()) {
            Shape shape = new Shape(mode, 4, 2);
            checks.add(LayoutRules.check(MEMORY, "memory() of a " + shape, probe -> memory(probe, shape)));
        }
        checks.add(LayoutRules.check(APART, "a buffer that is used further", MemoryRules::apart));
        checks.add(LayoutRules.check(APART, "memory() of a plane", MemoryRules::ownMemory));
        checks.add(LayoutRules.check(MEMORY, "sharesMemory()", MemoryRules::shares));
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

    private static void memory(Probe probe, Shape shape) {
        int n = shape.names().size();
        Buffer all = LayoutRules.array(shape, 99);
        Plane[] together = new Plane[n];
        Plane[] apart = new Plane[n];
        for (int c = 0; c < n; c++) {
            together[c] = Plane.of(all, 8L * c, 1, 4);
            apart[c] = Plane.of(LayoutRules.array(shape, 9), 0, 1, 4);
        }
        Buffer found = PixelLayout.of(shape.mode(), 4, 2, LayoutRules.alpha(shape), together)
                .memory()
                .orElseThrow(() -> probe.violation("memory() of planes in one buffer", "the buffer", "empty"));
        probe.same("array of memory()", all.array(), found.array());
        probe.same("limit of memory()", 99, found.limit());
        probe.same(
                "memory() of planes in several buffers",
                n == 1,
                PixelLayout.of(shape.mode(), 4, 2, LayoutRules.alpha(shape), apart)
                        .memory()
                        .isPresent());
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
