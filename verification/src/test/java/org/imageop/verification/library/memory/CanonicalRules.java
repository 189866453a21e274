package org.imageop.verification.library.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.RawMemory;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/** Memory in canonical order: described by a buffer alone, and known as such. */
public final class CanonicalRules {
    private static final Rule IN_ORDER = Rule.of(
            "L-13",
            "a buffer alone is canonical order from its position on; bytes are in its byte order",
            "the position, the byte order, and the width of elements",
            "L-4",
            "L-5",
            "L-11",
            "P-15");
    private static final Rule CANONICAL = Rule.of(
            "L-14",
            "canonical() is true if the elements are the samples in canonical order",
            "what canonical() compares",
            "L-13");

    private CanonicalRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode mode : Mode.values()) {
            Shape shape = new Shape(mode, 4, 2);
            checks.add(LayoutRules.check(IN_ORDER, "samples of a " + shape, probe -> inOrder(probe, shape)));
            checks.add(
                    LayoutRules.check(IN_ORDER, "wrong elements of a " + shape, probe -> wrongElements(probe, shape)));
            checks.add(LayoutRules.check(CANONICAL, "canonical() of a " + shape, probe -> canonical(probe, shape)));
        }
        checks.add(LayoutRules.check(CANONICAL, "canonical() of other arrangements", CanonicalRules::notCanonical));
    }

    private static void inOrder(Probe probe, Shape shape) {
        Samples samples = Samples.random(shape, 13);
        byte[] bytes = samples.bytes();
        int elements = bytes.length * 8 / shape.bits();
        int size = shape.bits() / 8;
        for (RawMemory.Kind kind : RawMemory.kinds()) {
            boolean asBytes = kind.element() == RawMemory.Element.BYTE;
            if (!asBytes && kind.element().bits != shape.bits() || kind.element() == RawMemory.Element.FLOAT) {
                continue;
            }
            Buffer memory = kind.allocate((asBytes ? bytes.length + 5 : elements + 3) + 4);
            memory.position(asBytes ? 5 : 3);
            samples.each((c, x, y) -> {
                int index = (int) shape.index(c, x, y);
                if (asBytes) {
                    put((ByteBuffer) memory, 5 + index, size, samples.of[c][y][x]);
                } else {
                    RawMemory.put(memory, 3 + index / size, samples.of[c][y][x]);
                }
            });
            PixelLayout layout = PixelLayout.of(shape.mode(), shape.width(), shape.height(), memory);
            probe.same("alpha()", LayoutRules.alpha(shape), layout.alpha());
            probe.same(
                    "samples in " + kind,
                    bytes,
                    Samples.read(shape, StandardImage.wrap(layout).buffer()).bytes());
            memory.limit((asBytes ? 5 + bytes.length : 3 + elements) - 1);
            probe.refused(
                    IllegalArgumentException.class,
                    "too few of " + kind,
                    () -> PixelLayout.of(shape.mode(), shape.width(), shape.height(), memory));
        }
    }

    private static void put(ByteBuffer bytes, int index, int size, int value) {
        switch (size) {
            case 1 -> bytes.put(index, (byte) value);
            case 2 -> bytes.putShort(index, (short) value);
            default -> bytes.putInt(index, value);
        }
    }

    private static void wrongElements(Probe probe, Shape shape) {
        for (Buffer memory : List.of(ShortBuffer.allocate(99), IntBuffer.allocate(99), FloatBuffer.allocate(99))) {
            int bits = memory instanceof ShortBuffer ? 16 : 32;
            if (bits != shape.bits() || memory instanceof FloatBuffer) {
                probe.refused(
                        IllegalArgumentException.class,
                        memory.getClass().getSuperclass().getSimpleName(),
                        () -> PixelLayout.of(shape.mode(), 4, 2, memory));
            }
        }
    }

    static PixelLayout layout(Shape shape) {
        return PixelLayout.of(shape.mode(), 4, 2, LayoutRules.array(shape, 99).position(7));
    }

    private static void canonical(Probe probe, Shape shape) {
        PixelLayout layout = layout(shape);
        probe.same("of a buffer", true, layout.canonical());
        probe.same("mirrored", false, layout.flipLeftRight().canonical());
        probe.same("upside down", false, layout.flipTopBottom().canonical());
        probe.same("of a half", false, layout.crop(0, 0, 2, 2).canonical());
        if (!shape.planar()) {
            probe.same("of one row", true, layout.crop(0, 1, 4, 1).canonical());
            probe.same("of some pixels of a row", true, layout.crop(1, 1, 2, 1).canonical());
        }
    }

    private static void notCanonical(Probe probe) {
        ByteBuffer bytes = ByteBuffer.allocate(99);
        Plane first = Plane.of(bytes, 0, 2, 8);
        Plane second = Plane.of(bytes, 1, 2, 8);
        Plane elsewhere = Plane.of(ByteBuffer.allocate(99), 1, 2, 8);
        probe.same("straight", true, la(AlphaType.STRAIGHT, first, second).canonical());
        probe.same(
                "premultiplied",
                false,
                la(AlphaType.PREMULTIPLIED, first, second).canonical());
        probe.same("alpha first", false, la(AlphaType.STRAIGHT, second, first).canonical());
        probe.same(
                "in two buffers",
                false,
                la(AlphaType.STRAIGHT, first, elsewhere).canonical());
        probe.same(
                "with padding",
                false,
                la(AlphaType.STRAIGHT, Plane.of(bytes, 0, 2, 9), Plane.of(bytes, 1, 2, 9))
                        .canonical());
        Plane seven = Plane.packed(bytes, 0, 2, 8, 0, 7);
        probe.same("with a field", false, la(AlphaType.STRAIGHT, seven, second).canonical());
        Plane ranged = Plane.ranged(bytes, 0, 2, 8, new Plane.Range(-128, 127));
        probe.same("with a range", false, la(AlphaType.STRAIGHT, ranged, second).canonical());
        Plane wide = Plane.packed(ShortBuffer.allocate(9), 0, 1, 4, 0, 8);
        probe.same(
                "of bytes in shorts",
                false,
                PixelLayout.of(Mode.L, 4, 2, AlphaType.OPAQUE, wide).canonical());
    }

    static PixelLayout la(AlphaType alpha, Plane luminance, Plane transparency) {
        return PixelLayout.of(Mode.LA, 4, 2, alpha, luminance, transparency);
    }
}
