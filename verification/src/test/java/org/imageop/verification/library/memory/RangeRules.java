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
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.RawMemory;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;

/** Samples that are scaled: fields of few bits, and numbers of a range. */
public final class RangeRules {
    private static final Rule RANGED = Rule.of(
            "L-8",
            "numbers of a range are mapped to 0 … M, nearest; beyond the range its ends, NaN is 0",
            "rounding, clipping and NaN, and what an integer element can hold",
            "L-4",
            "L-5");

    private static final Rule SCALED = Rule.of(
            "L-7",
            "fields of fewer bits are scaled, rounded to nearest; more bits are refused",
            "the rounding of (f·M + F // 2) // F and (v·F + M // 2) // M",
            "L-6");

    private RangeRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.L32)) {
            checks.add(PlaneRules.check(
                    SCALED, "every field of 1 to 7 bits in " + mode, probe -> everyField(probe, mode)));
        }
        checks.add(PlaneRules.check(SCALED, "more bits than the mode has", probe -> {
            Plane shorts = Plane.of(ShortBuffer.allocate(1), 0, 1, 1);
            Plane nine = Plane.packed(IntBuffer.allocate(1), 0, 1, 1, 0, 9);
            for (Plane plane : List.of(shorts, nine)) {
                probe.refused(
                        IllegalArgumentException.class,
                        plane.bits() + " bits for L",
                        () -> PixelLayout.of(Mode.L, 1, 1, AlphaType.OPAQUE, plane));
            }
        }));
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.L32)) {
            checks.add(PlaneRules.check(RANGED, "floats in " + mode, probe -> floats(probe, mode)));
        }
        integers(checks, "bytes", ByteBuffer.allocate(3), -128, 127);
        integers(checks, "shorts", ShortBuffer.allocate(3), -32768, 32767);
        integers(checks, "ints", IntBuffer.allocate(3), Integer.MIN_VALUE, Integer.MAX_VALUE);
        for (Mode mode : List.of(Mode.RGB, Mode.RGBA)) {
            checks.add(
                    PlaneRules.check(RANGED, "signed bytes side by side in " + mode, probe -> sideBySide(probe, mode)));
        }
        checks.add(PlaneRules.check(RANGED, "ranges that are none", RangeRules::noRanges));
        checks.add(PlaneRules.check(RANGED, "floats without a range", probe -> {
            FloatBuffer floats = FloatBuffer.allocate(4);
            Class<IllegalArgumentException> refused = IllegalArgumentException.class;
            probe.refused(refused, "Plane.of", () -> Plane.of(floats, 0, 1, 1));
            probe.refused(refused, "Plane.packed", () -> Plane.packed(floats, 0, 1, 1, 0, 32));
            for (Mode mode : List.of(Mode.L, Mode.L32)) {
                probe.refused(refused, "PixelLayout.of " + mode, () -> PixelLayout.of(mode, 1, 1, floats));
            }
        }));
    }

    private static void floats(Probe probe, Mode mode) {
        long max = new Shape(mode, 1, 1).max();
        float[] numbers = new float[3];
        Plane plane = Plane.ranged(FloatBuffer.wrap(numbers), 1, 1, 1, new Plane.Range(-1, 3));
        StandardImage image = PlaneRules.grey(mode, 1, 1, plane);
        for (float number : new float[] {-1, -0.5f, 0, 0.25f, 1, 2.9f, 3}) {
            reads(probe, numbers, number, nearest((number + 1.0) / 4 * max), image);
        }
        for (float number : new float[] {-1.5f, -1e30f, Float.NEGATIVE_INFINITY, Float.NaN}) {
            reads(probe, numbers, number, 0, image);
        }
        for (float number : new float[] {3.5f, 1e30f, Float.POSITIVE_INFINITY}) {
            reads(probe, numbers, number, max, image);
        }
        for (long value : new long[] {0, 1, max / 4, max / 2, max - 1, max}) {
            image.set(0, 0, (int) value);
            probe.same("number after " + value + " was written", (float) (-1 + 4.0 * value / max), numbers[1]);
        }
        probe.same("number before it", 0f, numbers[0]);
        probe.same("number after it", 0f, numbers[2]);
    }

    private static long nearest(double number) {
        return (long) Math.floor(number + 0.5);
    }

    private static void reads(Probe probe, float[] numbers, float number, long expected, StandardImage image) {
        numbers[1] = number;
        PlaneRules.reads(probe, "number " + number, expected, image, 0, 0);
    }

    private static void integers(List<Check> checks, String name, Buffer memory, int least, int most) {
        checks.add(PlaneRules.check(RANGED, "signed " + name, probe -> {
            StandardImage image =
                    PlaneRules.grey(Mode.L, 1, 1, Plane.ranged(memory, 1, 1, 1, new Plane.Range(-100, 100)));
            for (int number : new int[] {-100, -99, -37, 0, 1, 50, 100, -101, -128, 101, 127, least, most}) {
                RawMemory.put(memory, 1, number);
                double scaled = (number + 100.0) / 200 * 255;
                long expected = Math.max(0, Math.min(255, nearest(scaled)));
                PlaneRules.reads(probe, "number " + number, expected, image, 0, 0);
            }
            for (int value = 0; value < 256; value++) {
                image.set(0, 0, value);
                long expected = Math.round(-100 + value / 255.0 * 200);
                probe.same("number after " + value + " was written", expected, (long) signed(memory));
            }
        }));
        checks.add(PlaneRules.check(RANGED, "a range beyond " + name, probe -> {
            double end = 4.0 * most;
            StandardImage image =
                    PlaneRules.grey(Mode.L, 1, 1, Plane.ranged(memory, 1, 1, 1, new Plane.Range(-end, end)));
            image.set(0, 0, 255);
            probe.same("number after 255 was written", most, signed(memory));
            image.buffer().set(0, 0);
            probe.same("number after 0 was written", least, signed(memory));
        }));
    }

    /** Bytes in the order of the mode, which are not its samples all the same. */
    private static void sideBySide(Probe probe, Mode mode) {
        int n = new Shape(mode, 1, 1).names().size();
        ByteBuffer memory = ByteBuffer.allocate(2 * n);
        Plane[] planes = new Plane[n];
        for (int c = 0; c < n; c++) {
            planes[c] = Plane.ranged(memory, c, n, 2L * n, new Plane.Range(-128, 127));
        }
        AlphaType alpha = mode == Mode.RGBA ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        StandardImage image = StandardImage.wrap(PixelLayout.of(mode, 2, 1, alpha, planes));
        for (int i = 0; i < 2 * n; i++) {
            memory.put(i, (byte) (30 * i - 128));
        }
        byte[] bytes = image.buffer().get(Slice.ALL);
        for (int i = 0; i < 2 * n; i++) {
            probe.same("byte " + i + " of number " + memory.get(i), 30 * i, bytes[i] & 0xff);
            bytes[i] = (byte) (25 * i + 1);
        }
        image.buffer().set(Slice.ALL, bytes);
        for (int i = 0; i < 2 * n; i++) {
            probe.same("number after byte " + (25 * i + 1) + " was written", 25 * i - 127, (int) memory.get(i));
        }
    }

    private static int signed(Buffer memory) {
        int raw = RawMemory.get(memory, 1);
        return memory instanceof ByteBuffer ? (byte) raw : memory instanceof ShortBuffer ? (short) raw : raw;
    }

    private static void noRanges(Probe probe) {
        double[][] none = {
            {1, 1},
            {2, 1},
            {Double.NaN, 1},
            {0, Double.NaN},
            {Double.NEGATIVE_INFINITY, 0},
            {0, Double.POSITIVE_INFINITY},
            {-Double.MAX_VALUE, Double.MAX_VALUE}
        };
        for (double[] ends : none) {
            probe.refused(
                    IllegalArgumentException.class,
                    ends[0] + " to " + ends[1],
                    () -> new Plane.Range(ends[0], ends[1]));
        }
        Plane.Range widest = new Plane.Range(-Double.MAX_VALUE / 2, Double.MAX_VALUE / 2);
        probe.same("the widest range", Double.MAX_VALUE / 2, widest.max());
    }

    private static void everyField(Probe probe, Mode mode) {
        long max = new Shape(mode, 1, 1).max();
        for (int bits = 1; bits < 8; bits++) {
            long last = (1L << bits) - 1;
            ByteBuffer memory = ByteBuffer.allocate(1);
            StandardImage image = PlaneRules.grey(mode, 1, 1, Plane.packed(memory, 0, 1, 1, 0, bits));
            for (long field = 0; field <= last; field++) {
                memory.put(0, (byte) field);
                long value = (field * max + last / 2) / last;
                PlaneRules.reads(probe, "field " + field + " of " + bits + " bits", value, image, 0, 0);
                for (long near : new long[] {value, Math.max(0, value - max / last / 3), Math.min(max, value + 1)}) {
                    image.set(0, 0, (int) near);
                    probe.same(
                            "field of " + bits + " bits after " + near + " was written",
                            (near * last + max / 2) / max,
                            (long) memory.get(0));
                }
            }
        }
    }
}
