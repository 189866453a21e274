package org.imageop.verification.library.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.TensorLayout;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;

/** Tensors: where their numbers lie, and what these are. */
public final class TensorRules {
    private static final Rule PLACES = Rule.of(
            "L-23",
            "the dimensions of a tensor are those of its name, and its memory is as long as they are",
            "the order of the dimensions, the channels' letters, and where the memory begins",
            "L-2",
            "L-8",
            "L-11",
            "L-19",
            "C-16");
    private static final Rule NUMBERS = Rule.of(
            "L-24",
            "the numbers of a tensor are those of a range, less a mean, by a deviation",
            "the order of channels, of calls, and what integers are",
            "L-5",
            "L-8",
            "L-22",
            "L-23");

    private TensorRules() {}

    public static void addTo(List<Check> checks) {
        for (String name : new String[] {"chw", "hwc", "nchw", "nhwc"}) {
            checks.add(LayoutRules.check(PLACES, "places in " + name, probe -> places(probe, name)));
        }
        checks.add(LayoutRules.check(PLACES, "memory of tensors", TensorRules::memory));
        checks.add(LayoutRules.check(PLACES, "sizes of tensors", TensorRules::sizes));
        checks.add(LayoutRules.check(NUMBERS, "means of channels", TensorRules::means));
        checks.add(LayoutRules.check(NUMBERS, "numbers that are no means", TensorRules::refusals));
        checks.add(LayoutRules.check(NUMBERS, "integers", TensorRules::integers));
        checks.add(LayoutRules.check(NUMBERS, "all values, copied", TensorRules::copied));
    }

    private static TensorLayout layout(String name) {
        return switch (name) {
            case "chw" -> TensorLayout.chw("BGR", 4, 2);
            case "hwc" -> TensorLayout.hwc("BGR", 4, 2);
            case "nchw" -> TensorLayout.nchw("BGR", 4, 2).batch(3);
            default -> TensorLayout.nhwc("BGR", 4, 2).batch(3);
        };
    }

    /** Each number is its index, from 5 on. */
    private static void places(Probe probe, String name) {
        TensorLayout layout = layout(name).range(0, 255);
        long[] shape = layout.shape();
        int images = name.startsWith("n") ? 3 : 1;
        probe.same("elements()", 24 * images, layout.elements());
        for (int d = 0; d < shape.length; d++) {
            long expected = List.of(3, 3, 2, 4).get("nchw".indexOf(name.charAt(d)));
            probe.same("dimension " + name.charAt(d), expected, shape[d]);
        }
        FloatBuffer memory = FloatBuffer.allocate(5 + layout.elements()).position(5);
        for (int i = 0; i < layout.elements(); i++) {
            memory.put(5 + i, i);
        }
        int last = images - 1;
        StandardImage image = layout.image(memory, last);
        probe.same("mode()", Mode.RGB, image.mode());
        for (int[] at : new int[][] {{0, 0}, {3, 0}, {0, 1}, {2, 1}}) {
            int[] expected = new int[3];
            for (int c = 0; c < 3; c++) {
                int channel = 2 - c;
                expected[c] = name.endsWith("chw")
                        ? ((last * 3 + channel) * 2 + at[1]) * 4 + at[0]
                        : ((last * 2 + at[1]) * 4 + at[0]) * 3 + channel;
            }
            probe.same(
                    "(" + at[0] + "," + at[1] + ")",
                    expected,
                    image.get(at[0], at[1]).value());
        }
    }

    private static void memory(Probe probe) {
        TensorLayout layout = TensorLayout.nhwc("LA", 3, 2).batch(2);
        for (int length : new int[] {0, 23, 25, 96}) {
            probe.says(
                    IllegalArgumentException.class,
                    "memory of " + length + " numbers",
                    () -> layout.image(FloatBuffer.allocate(length), 0),
                    "[errors.md#tensor-memory]");
        }
        probe.refused(
                IllegalArgumentException.class, "memory of doubles", () -> layout.image(DoubleBuffer.allocate(24), 0));
        for (int index : new int[] {-1, 2}) {
            probe.refused(
                    IndexOutOfBoundsException.class,
                    "image " + index,
                    () -> layout.image(FloatBuffer.allocate(24), index));
        }
        FloatBuffer shared = FloatBuffer.allocate(24);
        layout.image(shared, 1).set(2, 1, 255, 51);
        probe.same("the last number", 0.2f, shared.get(23));
        shared.put(22, 0);
        probe.same("l of the last pixel", 0, layout.image(shared, 1).get(2, 1).l());
    }

    private static void sizes(Probe probe) {
        probe.says(
                IllegalArgumentException.class,
                "2³¹ numbers",
                () -> TensorLayout.hwc("RGBA", 1 << 15, 1 << 14),
                "[errors.md#tensor-too-large]");
        probe.says(
                IllegalArgumentException.class,
                "a batch of nothing",
                () -> TensorLayout.chw("L", 1, 1).batch(0),
                "[errors.md#size-below-one]");
        probe.says(
                IllegalArgumentException.class,
                "letters of no mode",
                () -> TensorLayout.chw("RGL", 1, 1),
                "[errors.md#component-order]");
        probe.same(
                "mode() of 16 bits",
                Mode.RGBA64,
                TensorLayout.chw("BGRA", 1, 1).bits(16).mode());
    }

    private static void means(Probe probe) {
        double[] mean = {10, 20, 30};
        double[] deviation = {1, 2, 4};
        TensorLayout layout = TensorLayout.chw("BGR", 1, 1).meanAndDeviation(mean, deviation);
        for (TensorLayout each : List.of(
                layout.range(0, 510),
                TensorLayout.chw("BGR", 1, 1).range(0, 510).meanAndDeviation(mean, deviation))) {
            float[] numbers = new float[3];
            each.image(FloatBuffer.wrap(numbers), 0).set(0, 0, 255, 100, 10);
            probe.same("number of blue", 10f, numbers[0]);
            probe.same("number of green", 90f, numbers[1]);
            probe.same("number of red", 120f, numbers[2]);
        }
        float[] grey = new float[1];
        TensorLayout.chw("L", 1, 1)
                .meanAndDeviation(new double[] {0.5}, new double[] {0.25})
                .image(FloatBuffer.wrap(grey), 0)
                .set(0, 0, 255);
        probe.same("number of white", 2f, grey[0]);
    }

    private static void refusals(Probe probe) {
        TensorLayout layout = TensorLayout.chw("LA", 1, 1);
        double[] right = {1, 1};
        for (double[] wrong : new double[][] {{}, {1}, {1, 1, 1}, {1, Double.NaN}, {1 / 0.0, 1}}) {
            says(probe, "a mean", () -> layout.meanAndDeviation(wrong, right));
            says(probe, "a deviation", () -> layout.meanAndDeviation(right, wrong));
        }
        for (double wrong : new double[] {0, -1}) {
            says(probe, "a deviation of " + wrong, () -> layout.meanAndDeviation(right, new double[] {1, wrong}));
        }
    }

    private static void says(Probe probe, String what, Probe.Action action) {
        probe.says(IllegalArgumentException.class, what, action, "[errors.md#mean-and-deviation]");
    }

    private static void integers(Probe probe) {
        Buffer memory = ByteBuffer.allocate(2);
        TensorLayout layout = TensorLayout.chw("L", 2, 1);
        probe.says(
                IllegalArgumentException.class,
                "bytes without a range",
                () -> layout.image(memory, 0),
                "[errors.md#range-needed]");
        StandardImage bytes = layout.range(0, 255).image(memory, 0);
        probe.same("canonical()", true, bytes.buffer().layout().orElseThrow().canonical());
        bytes.set(1, 0, 200);
        probe.same("an unsigned byte", (byte) 200, ((ByteBuffer) memory).get(1));
        StandardImage signed = layout.range(-128, 127).signed().image(memory, 0);
        signed.set(0, 0, 0);
        probe.same("a signed byte", (byte) -128, ((ByteBuffer) memory).get(0));
        probe.same("200 as a signed byte", 72, signed.get(1, 0).l());
    }

    /** Enough of them for tables and blocks. */
    private static void copied(Probe probe) {
        StandardImage values = StandardImage.of(Mode.RGB, 256, 1);
        for (int x = 0; x < 256; x++) {
            values.set(x, 0, x, 255 - x, x / 2);
        }
        TensorLayout layout = TensorLayout.chw("RGB", 256, 1).range(-1, 1);
        FloatBuffer numbers = layout.allocateFloats();
        Images.copy(values, layout.image(numbers, 0));
        for (int x = 0; x < 256; x++) {
            probe.same("red " + x, (float) (-1 + x / 255.0 * 2), numbers.get(x));
            probe.same("green " + x, (float) (-1 + (255 - x) / 255.0 * 2), numbers.get(256 + x));
            probe.same("blue " + x, (float) (-1 + x / 2 / 255.0 * 2), numbers.get(512 + x));
        }
        probe.same("the image again", true, Images.sameContent(values, layout.image(numbers, 0)));
    }
}
