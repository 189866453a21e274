package org.imageop.verification.library.memory;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;

/** Layouts of which two samples are the same bits cannot be written (L-3); found here by looking at every bit. */
public final class AliasingRules {
    private static final int LAYOUTS = 5_000;

    private static final Rule EXACT = Rule.of(
            "L-3",
            "a layout is read-only exactly if two samples are the same bits",
            "samples of one plane, of two planes, and of two slices of one array",
            "L-4",
            "L-5",
            "L-6",
            "L-7",
            "L-17");

    private static final byte[] ARRAY = new byte[4096];

    private AliasingRules() {}

    public static void addTo(List<Check> checks) {
        checks.add(LayoutRules.check(EXACT, "a plane that is given thrice", AliasingRules::thrice));
        checks.add(LayoutRules.check(EXACT, "rows that overlap", AliasingRules::rows));
        checks.add(LayoutRules.check(EXACT, "slices of one array", AliasingRules::slices));
        checks.add(LayoutRules.check(EXACT, "planes of equal strides", AliasingRules::equalStrides));
        checks.add(LayoutRules.check(EXACT, "fields of several strides", AliasingRules::severalStrides));
    }

    private static Plane plane(long offset, long pixelStride, long lineStride) {
        return Plane.of(ByteBuffer.wrap(ARRAY), offset, pixelStride, lineStride);
    }

    private static PixelLayout layout(Shape shape, Plane... planes) {
        return PixelLayout.of(shape.mode(), shape.width(), shape.height(), LayoutRules.alpha(shape), planes);
    }

    private static void thrice(Probe probe) {
        Plane grey = plane(0, 1, 4);
        PixelLayout layout = layout(new Shape(Mode.RGB, 4, 4), grey, grey, grey);
        probe.same("readOnly()", true, layout.readOnly());
        probe.same("readOnly() of one component", false, layout.component("r").readOnly());
    }

    private static void rows(Probe probe) {
        // columns, rows, line stride; the pixel stride is 1
        int[][] repeating = {{3, 3, 1}, {3, 3, 2}, {2, 2, 1}};
        int[][] apart = {{3, 1, 1}, {1, 3, 1}, {2, 3, 2}};
        for (int[] p : repeating) {
            probe.same(p[0] + "×" + p[1] + " in steps of 1 and " + p[2], true, readOnly(p));
        }
        for (int[] p : apart) {
            probe.same(p[0] + "×" + p[1] + " in steps of 1 and " + p[2], false, readOnly(p));
        }
    }

    private static boolean readOnly(int[] p) {
        return layout(new Shape(Mode.L, p[0], p[1]), plane(0, 1, p[2])).readOnly();
    }

    private static void slices(Probe probe) {
        ByteBuffer whole = ByteBuffer.wrap(ARRAY);
        for (int[] p : new int[][] {{1, 1}, {2, 0}, {0, 1}}) {
            PixelLayout layout = layout(
                    new Shape(Mode.LA, 2, 1), Plane.of(whole, 8, 1, 2), Plane.of(whole.slice(8, 20), p[0], 1, 2));
            probe.same("readOnly() " + p[0] + " elements later", p[1] == 1, layout.readOnly());
        }
        PixelLayout others =
                layout(new Shape(Mode.LA, 2, 1), plane(8, 1, 2), Plane.of(ByteBuffer.allocate(20), 8, 1, 2));
        probe.same("readOnly() of two arrays", false, others.readOnly());
    }

    private static void equalStrides(Probe probe) {
        SplittableRandom random = new SplittableRandom(368);
        int repeated = 0;
        for (int i = 0; i < LAYOUTS; i++) {
            Shape shape = new Shape(Mode.RGB, random.nextInt(1, 6), random.nextInt(1, 6));
            long pixelStride = random.nextInt(-7, 8);
            long lineStride = random.nextInt(-12, 13);
            Plane[] planes = new Plane[3];
            for (int c = 0; c < 3; c++) {
                planes[c] = plane(500 + random.nextInt(0, 40), pixelStride, lineStride);
            }
            repeated += compared(probe, shape, planes);
        }
        // else one answer would be as good as any
        probe.holds("layouts of both kinds were tried", repeated > LAYOUTS / 10 && repeated < LAYOUTS / 10 * 9);
    }

    private static void severalStrides(Probe probe) {
        SplittableRandom random = new SplittableRandom(103);
        int repeated = 0;
        for (int i = 0; i < LAYOUTS; i++) {
            Mode mode = random.nextBoolean() ? Mode.YV12 : Mode.LA;
            Shape shape = new Shape(mode, 2 * random.nextInt(1, 4), 2 * random.nextInt(1, 4));
            Plane[] planes = new Plane[shape.names().size()];
            for (int c = 0; c < planes.length; c++) {
                int bits = random.nextInt(1, 9);
                planes[c] = Plane.packed(
                        ByteBuffer.wrap(ARRAY),
                        500 + random.nextInt(0, 60),
                        random.nextInt(-5, 6),
                        random.nextInt(-14, 15),
                        random.nextInt(0, 9 - bits),
                        bits);
            }
            repeated += compared(probe, shape, planes);
        }
        probe.holds("layouts of both kinds were tried", repeated > LAYOUTS / 10 && repeated < LAYOUTS / 10 * 9);
    }

    /** 1 if a layout cannot be written, else 0. */
    private static int compared(Probe probe, Shape shape, Plane[] planes) {
        PixelLayout layout = layout(shape, planes);
        boolean repeats = repeats(shape, planes);
        if (layout.readOnly() != repeats) {
            throw probe.violation("readOnly() of a " + shape + " in " + List.of(planes), repeats, layout.readOnly());
        }
        return repeats ? 1 : 0;
    }

    private static boolean repeats(Shape shape, Plane[] planes) {
        BitSet bits = new BitSet();
        for (int c = 0; c < planes.length; c++) {
            Plane plane = planes[c];
            for (int y = 0; y < shape.rows(c); y++) {
                for (int x = 0; x < shape.columns(c); x++) {
                    int first = 8 * (int) (plane.offset() + y * plane.lineStride() + x * plane.pixelStride());
                    int from = first + plane.shift();
                    int next = bits.nextSetBit(from);
                    if (next >= 0 && next < from + plane.bits()) {
                        return true;
                    }
                    bits.set(from, from + plane.bits());
                }
            }
        }
        return false;
    }
}
