package org.imageop.verification.library.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;

/** Layouts that are made by name. */
public final class NamedLayoutRules {
    private static final Rule MADE = Rule.of(
            "L-19",
            "layouts are made from words; an order that does not fit is refused",
            "where the letters of an order are, the bits of its fields, and what is asked of an order");

    /** Mode, order, and which elements of a pixel its components are. */
    private static final String ELEMENTS = """
            RGB  BGR  2 1 0
            RGB  RGB  0 1 2
            RGB  XBGR 3 2 1
            RGBA BGRA 2 1 0 3
            RGBA ABGR 3 2 1 0
            LA   AL   1 0
            L    LXX  0
            CMYK KYMC 3 2 1 0
            """;

    /** Mode, order, the width of an element, a pixel, and its components. */
    private static final String FIELDS = """
            RGBA ARGB     32 11223344 34 51 68 17
            RGBA RGBA     32 11223344 17 34 51 68
            RGB  XRGB     32 11223344 34 51 68
            RGB  BGRX     32 11223344 51 34 17
            L    X24L8    32 11223344 68
            RGB  R5G6B5   16 f800     255 0 0
            RGB  X1R5G5B5 16 03e0     0 255 0
            RGB  B5G6R5   16 f800     0 0 255
            """;

    private static final String ANCHOR = "[errors.md#component-order]";

    private NamedLayoutRules() {}

    public static void addTo(List<Check> checks) {
        ELEMENTS.lines().map(line -> line.split(" +", 3)).forEach(row -> {
            String what = "interleaved " + row[0] + " in the order " + row[1];
            checks.add(LayoutRules.check(MADE, what, probe -> elements(probe, row)));
        });
        FIELDS.lines().map(line -> line.split(" +", 5)).forEach(row -> {
            String what = "packed " + row[0] + " in the order " + row[1];
            checks.add(LayoutRules.check(MADE, what, probe -> fields(probe, row)));
        });
        for (String wrong : new String[] {"BG", "BGRB", "BGQR", "bgr", ""}) {
            String what = "elements in the order \"" + wrong + "\"";
            checks.add(LayoutRules.check(MADE, what, probe -> {
                for (Buffer memory : List.of(ByteBuffer.allocate(9), FloatBuffer.allocate(9))) {
                    refused(probe, () -> interleaved(Mode.RGB, wrong, memory));
                }
            }));
        }
        for (String wrong :
                new String[] {"RGB", "R5G6B5", "ARGB1", "r8g8b8x8", "R0G8B8X16", "X8R8G8", "R8G8R8B8", "XRGBX"}) {
            String what = "fields of 32 bits in the order \"" + wrong + "\"";
            checks.add(LayoutRules.check(
                    MADE, what, probe -> refused(probe, () -> packed(Mode.RGB, wrong, IntBuffer.allocate(1)))));
        }
        checks.add(LayoutRules.check(
                MADE,
                "neighbours of a planar mode",
                probe -> refused(
                        probe, () -> PixelLayout.interleaved(Mode.YV12, 2, 2, "YCC", ByteBuffer.allocate(9), 0, 9))));
        checks.add(LayoutRules.check(MADE, "argb", NamedLayoutRules::argb));
        checks.add(LayoutRules.check(MADE, "planar", NamedLayoutRules::planar));
        checks.add(LayoutRules.check(MADE, "ranged", NamedLayoutRules::ranged));
        checks.add(LayoutRules.check(MADE, "interleaved shorts in bytes", NamedLayoutRules::byteOrder));
    }

    private static void refused(Probe probe, Probe.Action action) {
        probe.says(IllegalArgumentException.class, "it", action, ANCHOR);
    }

    private static PixelLayout interleaved(Mode mode, String order, Buffer memory) {
        return memory instanceof FloatBuffer
                ? PixelLayout.ranged(mode, 1, 1, order, new Plane.Range(0, 1), memory, 0, 9)
                : PixelLayout.interleaved(mode, 1, 1, order, memory, 0, 9);
    }

    private static PixelLayout packed(Mode mode, String order, Buffer memory) {
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return PixelLayout.packed(mode, 1, 1, order, alpha, memory, 0, 1);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static ByteBuffer counting(int count) {
        ByteBuffer memory = ByteBuffer.allocate(count);
        for (int i = 0; i < count; i++) {
            memory.put(i, (byte) i);
        }
        return memory;
    }

    /** 3×2 pixels in memory where each byte is its index. */
    private static void elements(Probe probe, String[] row) {
        int length = row[1].length();
        int[] places = numbers(row[2]);
        PixelLayout layout =
                PixelLayout.interleaved(Mode.valueOf(row[0]), 3, 2, row[1], counting(100), 10, 5L * length);
        StandardImage image = StandardImage.wrap(layout);
        for (int[] at : new int[][] {{0, 0, 10}, {2, 0, 10 + 2 * length}, {2, 1, 10 + 7 * length}}) {
            int[] expected = Arrays.stream(places).map(place -> at[2] + place).toArray();
            probe.same(
                    "(" + at[0] + "," + at[1] + ")",
                    expected,
                    image.get(at[0], at[1]).value());
        }
    }

    private static void fields(Probe probe, String[] row) {
        int pixel = Integer.parseUnsignedInt(row[3], 16);
        Buffer memory =
                row[2].equals("16") ? ShortBuffer.wrap(new short[] {(short) pixel}) : IntBuffer.wrap(new int[] {pixel});
        StandardImage image = StandardImage.wrap(packed(Mode.valueOf(row[0]), row[1], memory));
        probe.same("the pixel 0x" + row[3], numbers(row[4]), image.get(0, 0).value());
    }

    private static void argb(Probe probe) {
        IntBuffer pixels = IntBuffer.wrap(new int[] {0, 0x80ff0000, 0x01020304});
        pixels.position(1);
        StandardImage image = StandardImage.wrap(PixelLayout.argb(pixels, 2, 1, AlphaType.STRAIGHT));
        probe.same("mode()", Mode.RGBA, image.mode());
        probe.same("(0,0)", new int[] {255, 0, 0, 128}, image.get(0, 0).value());
        probe.same("(1,0)", new int[] {2, 3, 4, 1}, image.get(1, 0).value());
        StandardImage opaque = StandardImage.wrap(PixelLayout.argb(pixels, 2, 1, AlphaType.OPAQUE));
        probe.same("mode() of opaque pixels", Mode.RGB, opaque.mode());
        opaque.set(1, 0, 9, 8, 7);
        probe.same("the pixel", 0x01090807, pixels.get(2));
    }

    private static void planar(Probe probe) {
        ByteBuffer cr = ByteBuffer.wrap(new byte[] {0, 77, 78}).position(1);
        ByteBuffer cb = ByteBuffer.wrap(new byte[] {99, 98});
        PixelLayout layout = PixelLayout.planar(Mode.YV12, 4, 2, counting(8), cr, cb);
        probe.same(
                "bytes",
                new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 77, 78, 99, 98},
                StandardImage.wrap(layout).buffer().get(Slice.ALL));
        probe.says(
                IllegalArgumentException.class,
                "a buffer for three components",
                () -> PixelLayout.planar(Mode.RGB, 2, 2, counting(4)),
                "[errors.md#number-of-planes]");
    }

    private static void ranged(Probe probe) {
        FloatBuffer memory = FloatBuffer.wrap(new float[] {9, 30, 20, 10, 40, 9, 9});
        PixelLayout layout = PixelLayout.ranged(Mode.RGBA64, 1, 1, "BGRA", new Plane.Range(0, 50), memory, 1, 4);
        probe.same("alpha()", AlphaType.STRAIGHT, layout.alpha());
        probe.same(
                "the pixel",
                new int[] {13107, 26214, 39321, 52428},
                StandardImage.wrap(layout).get(0, 0).value());
    }

    /** From the buffer's beginning, whatever its position. */
    private static void byteOrder(Probe probe) {
        ByteBuffer little = counting(8).order(ByteOrder.LITTLE_ENDIAN).position(3);
        for (ByteBuffer memory : List.of(little, counting(8))) {
            StandardImage image = StandardImage.wrap(PixelLayout.interleaved(Mode.L16, 2, 1, "L", memory, 1, 2));
            int expected = memory == little ? 0x0302 : 0x0203;
            probe.same(
                    "a sample in " + memory.order(), expected, image.get(0, 0).l());
        }
    }
}
