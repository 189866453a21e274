package org.imageop.verification.library.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.imageop.AlphaType;
import org.imageop.ImageSize;
import org.imageop.Images;
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

/** Which memory samples lie in and which bits of it are theirs: planes of whole elements and of fields. */
public final class PlaneRules {
    private static final String GROUP = "planes";

    private static final Rule STRIDES = Rule.of(
            "L-3",
            "strides may be negative or 0; a layout with repeated samples is read-only",
            "the order of reading, and what makes a layout read-only",
            "L-4",
            "L-5");
    private static final Rule BUFFERS = Rule.of(
            "L-4",
            "memory is a Byte-, Short-, Int- or FloatBuffer, on the heap or direct, of any byte order",
            "the classes of buffers, and views on bytes");
    private static final Rule WHOLE =
            Rule.of("L-5", "each element is an unsigned sample", "the sign of bytes and shorts", "L-4");
    private static final Rule FIELDS = Rule.of(
            "L-6",
            "a packed sample is some bits of an element; writing it leaves the others as they are",
            "shifts, masks, and whether the element is read before it is written",
            "L-4",
            "L-5");

    private PlaneRules() {}

    public static void addTo(List<Check> checks) {
        for (RawMemory.Kind kind : RawMemory.kinds()) {
            checks.add(check(BUFFERS, "samples in " + kind, probe -> inMemory(probe, kind)));
            if (kind.element() != RawMemory.Element.FLOAT) {
                checks.add(check(WHOLE, "unsigned " + kind, probe -> unsigned(probe, kind)));
                checks.add(check(FIELDS, "fields of " + kind, probe -> fields(probe, kind)));
            }
        }
        for (Buffer other : List.of(LongBuffer.allocate(9), DoubleBuffer.allocate(9), CharBuffer.allocate(9))) {
            checks.add(check(BUFFERS, "a " + other.getClass().getSuperclass().getSimpleName(), probe -> {
                Plane.Range range = new Plane.Range(0, 1);
                Class<IllegalArgumentException> refused = IllegalArgumentException.class;
                probe.refused(refused, "Plane.of", () -> Plane.of(other, 0, 1, 1));
                probe.refused(refused, "Plane.packed", () -> Plane.packed(other, 0, 1, 1, 0, 8));
                probe.refused(refused, "Plane.ranged", () -> Plane.ranged(other, 0, 1, 1, range));
                for (Mode mode : List.of(Mode.L, Mode.L16, Mode.L32)) {
                    probe.refused(refused, "PixelLayout.of " + mode, () -> PixelLayout.of(mode, 1, 1, other));
                }
            }));
        }
        checks.add(check(FIELDS, "the three fields of 565", PlaneRules::pixelsOf565));
        checks.add(check(FIELDS, "the upper byte of ARGB without A", PlaneRules::besideRgb));
        checks.add(check(FIELDS, "bits that the element lacks", PlaneRules::lackingBits));
        for (int[] s :
                new int[][] {{1, -3}, {-1, 3}, {-1, -3}, {-2, -6}, {0, 3}, {1, 0}, {0, 0}, {3, -1}, {1, 1}, {4, -1}}) {
            checks.add(check(STRIDES, "strides " + s[0] + " and " + s[1], probe -> strides(probe, s[0], s[1])));
        }
        checks.add(check(STRIDES, "strides of 0 that repeat nothing", PlaneRules::oneColumn));
    }

    static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, GROUP, what, body);
    }

    static Mode grey(int bits) {
        return bits == 8 ? Mode.L : bits == 16 ? Mode.L16 : Mode.L32;
    }

    static StandardImage grey(Mode mode, int width, int height, Plane plane) {
        return StandardImage.wrap(PixelLayout.of(mode, width, height, AlphaType.OPAQUE, plane));
    }

    /** A sample by each of the ways to read one. */
    static void reads(Probe probe, String where, long expected, StandardImage image, int x, int y) {
        ImageSize size = image.size();
        Shape shape = new Shape(image.mode(), size.width(), size.height());
        int inBytes = Samples.read(shape, image.buffer()).of[0][y][x];
        probe.same(where + " in the buffer", Long.toString(expected), Integer.toUnsignedString(inBytes));
        probe.same(
                where + " as a component of a pixel",
                (int) expected,
                image.get(x, y).get(0));
        probe.same(where + " as an unsigned number", expected, image.get(x, y).getLong(0));
        int[] row = new int[1];
        Images.rows(image).read(x, y, 1, row, 0);
        probe.same(where + " in the rows", Long.toString(expected), Integer.toUnsignedString(row[0]));
    }

    private interface Writing {
        void write(StandardImage image, int value);
    }

    /** The ways to write the sample of an image of one pixel. */
    private static final List<Writing> WRITINGS = List.of(
            (image, value) -> image.set(0, 0, value),
            (image, value) -> Images.rows(image).write(0, 0, 1, new int[] {value}, 0),
            (image, value) -> {
                Samples samples = new Samples(new Shape(image.mode(), 1, 1));
                samples.of[0][0][0] = value;
                samples.writeWhole(image.buffer());
            },
            (image, value) -> image.map(before -> value & 0xffff_ffffL));

    private static void inMemory(Probe probe, RawMemory.Kind kind) {
        boolean floats = kind.element() == RawMemory.Element.FLOAT;
        Buffer memory = kind.allocate(20);
        Mode mode = floats ? Mode.L16 : grey(kind.element().bits);
        StandardImage image = grey(
                mode,
                3,
                2,
                floats ? Plane.ranged(memory, 5, 2, 7, new Plane.Range(0, 65535)) : Plane.of(memory, 5, 2, 7));
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 3; x++) {
                int index = 5 + 7 * y + 2 * x;
                int value = 17 + 31 * x + 5 * y;
                RawMemory.put(memory, index, floats ? Float.floatToRawIntBits(value) : value);
                reads(probe, "sample at (" + x + "," + y + ")", value, image, x, y);
                image.set(x, y, value + 1);
                int found = RawMemory.get(memory, index);
                probe.same("element " + index, value + 1, floats ? (int) Float.intBitsToFloat(found) : found);
            }
        }
    }

    private static void unsigned(Probe probe, RawMemory.Kind kind) {
        int bits = kind.element().bits;
        Mode mode = grey(bits);
        long max = 0xffff_ffffL >>> (32 - bits);
        Buffer memory = kind.allocate(3);
        StandardImage image = grey(mode, 1, 1, Plane.of(memory, 1, 1, 1));
        StandardImage readOnly = grey(mode, 1, 1, Plane.of(RawMemory.readOnly(memory), 1, 1, 1));
        for (long value : new long[] {0, 1, max / 2, max / 2 + 1, max - 1, max}) {
            RawMemory.put(memory, 1, (int) value);
            reads(probe, "element " + value, value, image, 0, 0);
            reads(probe, "read-only element " + value, value, readOnly, 0, 0);
            for (Writing writing : WRITINGS) {
                RawMemory.put(memory, 1, 77);
                writing.write(image, (int) value);
                probe.same("element after " + value + " was written", (int) value, RawMemory.get(memory, 1));
            }
        }
    }

    private static void fields(Probe probe, RawMemory.Kind kind) {
        int room = kind.element().bits;
        SplittableRandom random = new SplittableRandom(6);
        for (int bits : new int[] {8, 16, 32}) {
            for (int shift = 0; shift <= room - bits; shift += 3) {
                int mask = (int) ((0xffff_ffffL >>> (32 - bits)) << shift);
                Buffer memory = kind.allocate(1);
                StandardImage image = grey(grey(bits), 1, 1, Plane.packed(memory, 0, 1, 1, shift, bits));
                String where = bits + " bits from bit " + shift + " on";
                for (Writing writing : WRITINGS) {
                    int canary = random.nextInt() & (int) (0xffff_ffffL >>> (32 - room));
                    int value = random.nextInt() & (int) (0xffff_ffffL >>> (32 - bits));
                    RawMemory.put(memory, 0, canary);
                    reads(probe, where, Integer.toUnsignedLong((canary & mask) >>> shift), image, 0, 0);
                    writing.write(image, value);
                    probe.same(
                            where + ", element " + Integer.toHexString(canary) + " after writing",
                            Integer.toHexString(canary & ~mask | value << shift),
                            Integer.toHexString(RawMemory.get(memory, 0)));
                }
            }
        }
    }

    private static void pixelsOf565(Probe probe) {
        short[] pixels = {0, 0};
        ShortBuffer memory = ShortBuffer.wrap(pixels);
        StandardImage image = StandardImage.wrap(PixelLayout.of(
                Mode.RGB,
                2,
                1,
                AlphaType.OPAQUE,
                Plane.packed(memory, 0, 1, 2, 11, 5),
                Plane.packed(memory, 0, 1, 2, 5, 6),
                Plane.packed(memory, 0, 1, 2, 0, 5)));
        image.buffer().set(4, 255);
        probe.same("elements after green was written", new int[] {0, 63 << 5}, RawMemory.all(memory));
        image.get(1, 0).b(255);
        image.plane("r").set(0, 0, 255);
        probe.same("elements after blue and red", new int[] {31 << 11, 63 << 5 | 31}, RawMemory.all(memory));
    }

    private static void besideRgb(Probe probe) {
        int[] pixels = {0x5a112233, 0xa5445566};
        IntBuffer memory = IntBuffer.wrap(pixels);
        StandardImage image = StandardImage.wrap(PixelLayout.of(
                Mode.RGB,
                2,
                1,
                AlphaType.OPAQUE,
                Plane.packed(memory, 0, 1, 2, 16, 8),
                Plane.packed(memory, 0, 1, 2, 8, 8),
                Plane.packed(memory, 0, 1, 2, 0, 8)));
        image.buffer().set(0, new byte[] {1, 2, 3, 4, 5, 6}, 0, 6);
        probe.same("elements", new int[] {0x5a010203, 0xa5040506}, pixels);
    }

    private static void lackingBits(Probe probe) {
        for (Buffer memory : List.of(ByteBuffer.allocate(9), ShortBuffer.allocate(9), IntBuffer.allocate(9))) {
            int room = memory instanceof ByteBuffer ? 8 : memory instanceof ShortBuffer ? 16 : 32;
            for (int[] field : new int[][] {
                {-1, 4}, {0, 0}, {0, -1}, {0, room + 1}, {1, room}, {room, 1}, {room - 3, 4}, {2, Integer.MAX_VALUE}
            }) {
                probe.refused(
                        IllegalArgumentException.class,
                        field[1] + " bits from bit " + field[0] + " on of " + room,
                        () -> Plane.packed(memory, 0, 1, 1, field[0], field[1]));
            }
        }
        probe.refused(
                IllegalArgumentException.class,
                "fields of floats",
                () -> Plane.packed(FloatBuffer.allocate(9), 0, 1, 1, 0, 8));
    }

    private static void strides(Probe probe, int across, int down) {
        byte[] memory = new byte[60];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = (byte) (3 * i + 1);
        }
        StandardImage image = grey(Mode.L, 3, 4, Plane.of(ByteBuffer.wrap(memory), 24, across, down));
        boolean repeated = false;
        Set<Integer> elements = new HashSet<>();
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 3; x++) {
                repeated |= !elements.add(x * across + y * down);
                reads(probe, "(" + x + "," + y + ")", memory[24 + x * across + y * down] & 0xff, image, x, y);
            }
        }
        probe.same(
                "readOnly() of the layout",
                repeated,
                image.buffer().layout().orElseThrow().readOnly());
        probe.same("readOnly() of the buffer", repeated, image.buffer().readOnly());
        if (!repeated) {
            image.set(2, 3, 250);
            probe.same("element of (2,3)", 250, memory[24 + 2 * across + 3 * down] & 0xff);
        }
    }

    private static void oneColumn(Probe probe) {
        byte[] memory = new byte[4];
        StandardImage column = grey(Mode.L, 1, 4, Plane.of(ByteBuffer.wrap(memory), 0, 0, 1));
        StandardImage row = grey(Mode.L, 4, 1, Plane.of(ByteBuffer.wrap(memory), 0, 1, 0));
        for (StandardImage image : List.of(column, row)) {
            probe.same("readOnly()", false, image.buffer().readOnly());
        }
        column.set(0, 3, 9);
        probe.same(
                "(3,0) of the row after (0,3) of the column became 9",
                9,
                row.get(3, 0).l());
    }
}
