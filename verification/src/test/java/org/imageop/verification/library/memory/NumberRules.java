package org.imageop.verification.library.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.RawMemory;
import org.imageop.tck.engine.Rule;

/** Numbers of a range: unsigned ones, the rows' side of numbers, and copies from numbers to numbers. */
public final class NumberRules {
    private static final Rule UNSIGNED = Rule.of(
            "L-22",
            "unsigned numbers of a range are mapped as signed ones",
            "the sign of elements, what an element can hold, and signed()",
            "L-4",
            "L-5",
            "L-8");
    private static final Rule NUMBERS = Rule.of(
            "A-14",
            "rows have a range for each component, or none, and then the numbers themselves",
            "numbers beyond the range, NaN, and colours multiplied by alpha",
            "L-8",
            "L-22",
            "A-10");
    private static final Rule COPIES = Rule.of(
            "C-16",
            "a copy from numbers to numbers keeps each, or its position in another range, also beyond it",
            "which copies go through samples, and what is copied first",
            "A-14",
            "L-8",
            "L-22",
            "S-9",
            "V-1",
            "V-3");

    private static final Plane.Range WINDOW = new Plane.Range(0, 4000);
    private static final float[] MEASURED = {-1000, 0.5f, 2000, 5000, Float.NaN, Float.POSITIVE_INFINITY};

    private NumberRules() {}

    public static void addTo(List<Check> checks) {
        unsigned(checks, "bytes", ByteBuffer.allocate(3), 255);
        unsigned(checks, "shorts", ShortBuffer.allocate(3), 65535);
        unsigned(checks, "ints", IntBuffer.allocate(3), 4_294_967_295L);
        checks.add(PlaneRules.check(UNSIGNED, "the sign of planes", NumberRules::signs));
        checks.add(PlaneRules.check(NUMBERS, "numbers of memory", NumberRules::ofMemory));
        checks.add(PlaneRules.check(NUMBERS, "numbers multiplied by alpha", NumberRules::premultiplied));
        checks.add(PlaneRules.check(NUMBERS, "rows without numbers, and with too few ranges", NumberRules::without));
        checks.add(PlaneRules.check(COPIES, "floats into ints and back", NumberRules::otherElements));
        checks.add(PlaneRules.check(COPIES, "numbers into another range", NumberRules::otherRange));
        checks.add(PlaneRules.check(COPIES, "numbers onto themselves", NumberRules::ontoItself));
        checks.add(PlaneRules.check(COPIES, "views of computed numbers", NumberRules::views));
    }

    private static StandardImage floats(Plane.Range range, float... numbers) {
        return StandardImage.wrap(PixelLayout.ranged(
                Mode.L16, numbers.length, 1, "L", range, FloatBuffer.wrap(numbers), 0, numbers.length));
    }

    private static void unsigned(List<Check> checks, String name, Buffer memory, long most) {
        checks.add(PlaneRules.check(UNSIGNED, "unsigned " + name, probe -> {
            double third = Math.floor(most / 3.0);
            Plane.Range range = new Plane.Range(third, most);
            StandardImage image = PlaneRules.grey(Mode.L, 1, 1, Plane.rangedUnsigned(memory, 1, 1, 1, range));
            for (long number : new long[] {0, (long) third, most / 2, most / 2 + 1, most - 1, most}) {
                RawMemory.put(memory, 1, (int) number);
                double scaled = (number - third) / (most - third) * 255;
                long expected = (long) Math.floor(Math.max(0, scaled) + 0.5);
                PlaneRules.reads(probe, "number " + number, expected, image, 0, 0);
            }
            for (int value : new int[] {0, 1, 127, 128, 254, 255}) {
                image.set(0, 0, value);
                long expected = (long) Math.floor(third + value / 255.0 * (most - third) + 0.5);
                probe.same("number after " + value + " was written", expected, RawMemory.get(memory, 1) & most);
            }
            StandardImage beyond = PlaneRules.grey(
                    Mode.L, 1, 1, Plane.rangedUnsigned(memory, 1, 1, 1, new Plane.Range(-5, 2.0 * most)));
            beyond.set(0, 0, 255);
            probe.same("number after white was written", most, RawMemory.get(memory, 1) & most);
            beyond.set(0, 0, 0);
            probe.same("number after black was written", 0L, RawMemory.get(memory, 1) & most);
        }));
    }

    private static void signs(Probe probe) {
        ShortBuffer shorts = ShortBuffer.allocate(1);
        Plane unsigned = Plane.rangedUnsigned(shorts, 0, 1, 1, WINDOW);
        Plane signed = Plane.ranged(shorts, 0, 1, 1, WINDOW);
        probe.same("signed() of unsigned shorts", false, unsigned.signed());
        probe.same("signed() of signed shorts", true, signed.signed());
        probe.same("signed() of samples", false, Plane.of(shorts, 0, 1, 1).signed());
        probe.same("equals of signed and unsigned shorts", false, unsigned.equals(signed));
        probe.refused(
                IllegalArgumentException.class,
                "unsigned floats",
                () -> Plane.rangedUnsigned(FloatBuffer.allocate(1), 0, 1, 1, WINDOW));
    }

    private static void ofMemory(Probe probe) {
        SampleRows rows = Images.rows(floats(WINDOW, MEASURED.clone()));
        probe.same("ranges()", List.of(WINDOW), rows.ranges());
        same(probe, "number", rows, MEASURED);
        rows.writeNumbers(1, 0, 2, new double[] {Double.NaN, 1e30}, 0);
        same(probe, "number that was written", rows, -1000, Double.NaN, (float) 1e30, 5000, Float.NaN, 1 / 0.0);
        short[] elements = {7, 7, 7};
        SampleRows shorts = PixelLayout.ranged(
                        Mode.L16, 3, 1, "L", new Plane.Range(-9, 9), ShortBuffer.wrap(elements), 0, 3)
                .rows();
        shorts.writeNumbers(0, 0, 3, new double[] {-1e9, 99.5, Double.NaN}, 0);
        same(probe, "whole number", shorts, Short.MIN_VALUE, 100, -9);
    }

    private static void same(Probe probe, String what, SampleRows rows, float... expected) {
        double[] all = new double[expected.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = expected[i];
        }
        same(probe, what, rows, all);
    }

    private static void same(Probe probe, String what, SampleRows rows, double... expected) {
        double[] numbers = new double[expected.length];
        rows.readNumbers(
                0,
                0,
                rows.ranges().isEmpty() ? 0 : expected.length / rows.ranges().size(),
                numbers,
                0);
        for (int i = 0; i < expected.length; i++) {
            probe.same(what + " " + i, expected[i], numbers[i]);
        }
    }

    private static void premultiplied(Probe probe) {
        float[] stored = {0.25f, 1, 0.5f, 3, -1, 0};
        Plane[] planes = new Plane[2];
        StandardImage image;
        for (int c = 0; c < 2; c++) {
            planes[c] = Plane.ranged(FloatBuffer.wrap(stored), c, 2, 6, new Plane.Range(c == 0 ? -1 : 0, 1));
        }
        image = StandardImage.wrap(PixelLayout.of(Mode.LA32, 3, 1, AlphaType.PREMULTIPLIED, planes));
        // -1 + (0.25 + 1) / 1, -1 + (0.5 + 1) / 3, -1 where alpha is 0
        same(probe, "number", Images.rows(image), 0.25, 1, -0.5, 3, -1, 0);
        Images.rows(image).writeNumbers(0, 0, 1, new double[] {3, 0.5}, 0);
        probe.same("stored colour", 1f, stored[0]);
        probe.same("stored alpha", 0.5f, stored[1]);
    }

    private static void without(Probe probe) {
        SampleRows none = Images.rows(StandardImage.of(Mode.L, 1, 1));
        probe.same("ranges() of samples", List.of(), none.ranges());
        probe.refused(
                UnsupportedOperationException.class,
                "numbers of a lambda",
                () -> ((SampleRows) (x, y, count, samples, offset) -> {}).readNumbers(0, 0, 1, new double[1], 0));
        StandardImage few = StandardImage.computed(Mode.LA32, 1, 1, new Doubles(WINDOW, new double[2]));
        probe.refused(
                IllegalStateException.class,
                "one range for two components",
                () -> Images.rows(few).ranges());
    }

    private static void otherElements(Probe probe) {
        int[] elements = new int[6];
        StandardImage ints =
                StandardImage.wrap(PixelLayout.ranged(Mode.L, 6, 1, "L", WINDOW, IntBuffer.wrap(elements), 0, 6));
        Images.copy(floats(WINDOW, MEASURED.clone()), ints);
        int[] expected = {-1000, 1, 2000, 5000, 0, Integer.MAX_VALUE};
        probe.same("numbers as ints", expected, elements);
        float[] back = new float[6];
        Images.copy(ints, floats(WINDOW, back));
        for (int i = 0; i < 6; i++) {
            probe.same("number " + i + " as a float again", (float) expected[i], back[i]);
        }
    }

    private static void otherRange(Probe probe) {
        float[] mapped = new float[6];
        Images.copy(floats(WINDOW, MEASURED.clone()), floats(new Plane.Range(-1, 1), mapped));
        float[] expected = {-1.5f, (float) (-1 + 0.5 / 4000 * 2), 0, 1.5f, Float.NaN, Float.POSITIVE_INFINITY};
        for (int i = 0; i < 6; i++) {
            probe.same("number " + MEASURED[i], expected[i], mapped[i]);
        }
    }

    private static void ontoItself(Probe probe) {
        float[] numbers = MEASURED.clone();
        StandardImage image = floats(WINDOW, numbers);
        Images.copy(Views.flipLeftRight(image), image);
        double[] computed = {-7, 0.1, 1e300, Double.NaN};
        StandardImage rows = StandardImage.computed(Mode.L16, 4, 1, new Doubles(WINDOW, computed));
        Images.copy(Views.flipLeftRight(rows), rows);
        for (int i = 0; i < 6; i++) {
            probe.same("float " + i + ", mirrored", MEASURED[5 - i], numbers[i]);
        }
        double[] expected = {Double.NaN, 1e300, 0.1, -7};
        for (int i = 0; i < 4; i++) {
            probe.same("double " + i + ", mirrored", expected[i], computed[i]);
        }
    }

    private static void views(Probe probe) {
        StandardImage image =
                StandardImage.computed(Mode.L16, 4, 1, new Doubles(WINDOW, new double[] {-7, 0.25, 1e30, 9}));
        float[] copied = new float[2];
        Images.copy(Views.crop(Views.flipLeftRight(image), 1, 0, 2, 1), floats(WINDOW, copied));
        probe.same("number 0 of a mirrored part", 1e30f, copied[0]);
        probe.same("number 1 of a mirrored part", 0.25f, copied[1]);
        StandardImage turned =
                StandardImage.wrap(PixelLayout.ranged(Mode.L16, 1, 2, "L", WINDOW, FloatBuffer.wrap(copied), 0, 1));
        Images.copy(Views.transpose(Views.component(Views.crop(image, 2, 0, 2, 1), "l")), turned);
        probe.same("number 0 of a transposed part", 1e30f, copied[0]);
        probe.same("number 1 of a transposed part", 9f, copied[1]);
    }

    /** A row of doubles. */
    private record Doubles(Plane.Range range, double[] numbers) implements SampleRows {
        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            for (int i = 0; i < count; i++) {
                double position = Math.max(0, Math.min(1, numbers[x + i] / range.max()));
                samples[offset + i] = (int) Math.round(position * 65535);
            }
        }

        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            for (int i = 0; i < count; i++) {
                numbers[x + i] = samples[offset + i] / 65535.0 * range.max();
            }
        }

        @Override
        public boolean readOnly() {
            return false;
        }

        @Override
        public List<Plane.Range> ranges() {
            return List.of(range);
        }

        @Override
        public void readNumbers(int x, int y, int count, double[] to, int offset) {
            System.arraycopy(numbers, x, to, offset, count);
        }

        @Override
        public void writeNumbers(int x, int y, int count, double[] from, int offset) {
            System.arraycopy(from, offset, numbers, x, count);
        }
    }
}
