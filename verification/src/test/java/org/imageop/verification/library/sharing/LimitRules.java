package org.imageop.verification.library.sharing;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/** Sizes that no array, or this virtual machine, can hold, and where new images lie. */
public final class LimitRules {
    private static final String GROUP = "limits";

    private static final Rule LONGEST = Rule.of(
            "M-1",
            "a component has at most 2³¹ − 9 samples",
            "whether the size is refused before memory is asked for",
            "M-2");
    private static final Rule HEAP = Rule.of(
            "M-2",
            "an image of more bytes than Runtime.maxMemory() is refused before anything is allocated",
            "whether the size is compared with the limit of the heap, and no OutOfMemoryError comes of it");
    private static final Rule MEMORY = Rule.of(
            "M-3",
            "a new image lies on the heap, in canonical order, in one array as wide as a component",
            "the memory that is allocated for new images");
    private static final Rule ROWS = Rule.of(
            "M-5",
            "rows and windows that no array can hold are refused when resizing and at planar modes",
            "whether lengths are computed as long before rows are made",
            "C-6");
    private static final Rule SLICES = Rule.of(
            "M-6",
            "a slice of more than 2³¹ − 9 bytes cannot be read in one piece",
            "whether the selection's count is compared with the longest array");

    private static final int MOST = Integer.MAX_VALUE;

    private LimitRules() {}

    public static void addTo(List<Check> checks) {
        Object[][] sizes = {
            {Mode.L, 65536, 32768},
            {Mode.L, MOST, 1},
            {Mode.L16, 1, MOST},
            {Mode.L32, MOST - 7, 1},
            {Mode.YV12, 1 << 30, 2},
            {Mode.RGBA64, 65536, 65536}
        };
        for (Object[] size : sizes) {
            int width = (Integer) size[1];
            int height = (Integer) size[2];
            add(
                    checks,
                    LONGEST,
                    "refusal of a " + new Shape((Mode) size[0], width, height),
                    probe -> makes(probe, (Mode) size[0], width, height, "2147483639"));
        }
        for (Mode mode : Mode.values()) {
            add(checks, HEAP, "refusal of a " + mode + " image larger than the heap", probe -> tooLarge(probe, mode));
            add(checks, MEMORY, "memory of a new " + mode + " image", probe -> memory(probe, mode));
        }
        for (Filter filter : Filter.values()) {
            add(
                    checks,
                    ROWS,
                    "refusal of resizing a row of 2³¹ − 1 pixels by " + filter,
                    probe -> limited(probe, () -> StandardImage.from(nothing(Mode.RGB, MOST, 2), 10, 2, filter)));
        }
        add(
                checks,
                ROWS,
                "refusal of making planes of a row of 2³¹ − 2 pixels",
                probe -> limited(probe, () -> StandardImage.from(nothing(Mode.RGB, MOST - 1, 2), Mode.YV12)));
        add(
                checks,
                ROWS,
                "refusal of weights for a column of a billion pixels",
                probe -> limited(probe, () -> StandardImage.from(nothing(Mode.L, 1, 1_000_000_000), 1, 10)));
        for (Mode mode : List.of(Mode.L, Mode.RGBA64)) {
            add(
                    checks,
                    SLICES,
                    "refusal of all bytes of a " + new Shape(mode, MOST, 4),
                    probe ->
                            limited(probe, () -> nothing(mode, MOST, 4).buffer().get(Slice.ALL)));
        }
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    /** An image without memory. */
    private static ImageLike nothing(Mode mode, int width, int height) {
        SampleRows rows = (x, y, count, samples, offset) -> {};
        return StandardImage.computed(mode, width, height, rows);
    }

    /** A size is refused, not tried: an OutOfMemoryError would fail the check. */
    private static void limited(Probe probe, Probe.Action action, String... words) {
        probe.says(
                IllegalArgumentException.class,
                "it",
                () -> {
                    try {
                        action.run();
                    } catch (OutOfMemoryError e) {
                        throw new IllegalStateException("It was tried, and the memory did not suffice", e);
                    }
                },
                words);
    }

    private static void makes(Probe probe, Mode mode, int width, int height, String limit) {
        int[] white = new Samples(new Shape(mode, 2, 2)).around(0, 0);
        limited(probe, () -> StandardImage.of(mode, width, height), limit, width + "×" + height);
        limited(probe, () -> StandardImage.filled(mode, width, height, white), limit);
        limited(probe, () -> StandardImage.from(StandardImage.of(mode, 2, 2), width, height), limit);
    }

    private static void tooLarge(Probe probe, Mode mode) {
        long heap = Runtime.getRuntime().maxMemory();
        Shape pair = new Shape(mode, 2, 2);
        // as few rows as exceed the heap, of components that fit an array if that is possible
        long blocks = heap / pair.bytes() + 1;
        int columns = 1 << 14;
        long rows = blocks / columns + 1;
        if (rows * columns * 4 > MOST - 8) {
            makes(probe, mode, 2 * columns, (int) Math.min(1 << 20, 2 * rows), "2147483639");
            return;
        }
        makes(probe, mode, 2 * columns, (int) (2 * rows), "" + heap);
    }

    private static void memory(Probe probe, Mode mode) {
        StandardImage source = StandardImage.of(Mode.RGB, 6, 4);
        Shape shape = new Shape(mode, 6, 4);
        for (StandardImage image : List.of(
                StandardImage.of(mode, 6, 4),
                StandardImage.filled(mode, 6, 4, new Samples(shape).around(0, 0)),
                StandardImage.ofBytes(mode, 6, 4, new byte[(int) shape.bytes()]),
                StandardImage.from(source, mode),
                StandardImage.from(source, mode, 6, 4, Filter.BOX))) {
            PixelLayout layout = image.buffer().layout().orElseThrow();
            Buffer memory = layout.memory().orElseThrow();
            Class<?> type =
                    shape.bits() == 8 ? ByteBuffer.class : shape.bits() == 16 ? ShortBuffer.class : IntBuffer.class;
            probe.holds("memory() is a " + type.getSimpleName(), type.isInstance(memory));
            probe.holds("it has an array", memory.hasArray());
            probe.same("length of the array", shape.bytes() * 8 / shape.bits(), (long) memory.capacity());
            probe.same("canonical()", true, layout.canonical());
            probe.same("offset", 0L, layout.planes().get(0).offset());
            probe.same("alpha()", shape.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE, layout.alpha());
        }
    }
}
