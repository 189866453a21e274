package org.imageop.verification.library.sharing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;

/** What others bring is checked where it enters: samples out of range, and memory that its owner frees. */
public final class BorderRules {
    private static final String GROUP = "border";

    private static final Rule RANGE = Rule.of(
            "A-10",
            "a value outside 0 … M is refused where it is read, with the rows, the pixel and the value",
            "whether all samples of a run of foreign rows are looked at");
    private static final Rule FREED = Rule.of(
            "L-21",
            "memory is not touched once its owner is not alive",
            "whether the owner is asked by each way to a sample");

    /** The ways to a sample of an image of 4×2 pixels that also read green of column 2, row 1. */
    private static final Map<String, Consumer<StandardImage>> READING = new LinkedHashMap<>();

    static {
        READING.put("value() of a pixel", image -> image.get(2, 1).value());
        READING.put("a component of a pixel", image -> image.get(2, 1).g());
        READING.put("a byte", image -> image.buffer().get(image.buffer().length() / 24 * 19));
        READING.put("all bytes", image -> image.buffer().get(Slice.ALL));
        READING.put("rows", image -> Images.rows(image).read(0, 1, 4, new int[12], 0));
        READING.put("a copy", StandardImage::from);
        READING.put("a conversion", image -> StandardImage.from(image, Mode.L));
        READING.put("resizing", image -> StandardImage.from(image, 2, 2));
        READING.put("Images.copy", image -> Images.copy(image, StandardImage.of(image.mode(), 4, 2)));
        READING.put(
                "a mirrored view", image -> Views.flipLeftRight(image).get(1, 1).value());
        READING.put("a component's view", image -> image.plane("g").get(2, 1).get(0));
    }

    private BorderRules() {}

    public static void addTo(List<Check> checks) {
        READING.forEach((way, reading) -> {
            for (int value : new int[] {256, 300, -5, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                beyond(checks, Mode.RGB, value, "0 to 255", way, reading);
            }
            for (int value : new int[] {65536, -1}) {
                beyond(checks, Mode.RGB48, value, "0 to 65535", way, reading);
            }
        });
        add(checks, RANGE, "rows of a wrapped object", probe -> {
            SampleRows rows = (x, y, count, samples, offset) -> samples[offset] = 300;
            StandardImage wrapped = StandardImage.wrapping("source", Mode.L, 1, 1, rows);
            refused(
                    probe,
                    "a pixel",
                    () -> wrapped.get(0, 0).l(),
                    rows.getClass().getName(),
                    "delivered 300",
                    "(0, 0)");
            ImageBuffer buffer = ImageBuffer.computed(Mode.L, 1, 1, rows);
            refused(
                    probe,
                    "a computed buffer",
                    () -> buffer.get(0),
                    rows.getClass().getName(),
                    "delivered 300");
        });
        add(checks, RANGE, "the ends of the range", probe -> {
            for (int value : new int[] {0, 255}) {
                probe.same("RGB", value, delivering(Mode.RGB, value).get(2, 1).g());
            }
            probe.same("RGB48", 65535, delivering(Mode.RGB48, 65535).get(2, 1).g());
            StandardImage grey =
                    StandardImage.computed(Mode.L32, 1, 1, (x, y, count, samples, offset) -> samples[offset] = -1);
            probe.same("L32", 0xffff_ffffL, grey.get(0, 0).getLong(0));
        });
        Freed.WAYS.forEach((way, use) -> add(checks, FREED, way, probe -> freed(probe, way, use)));
        add(checks, FREED, "a copy", probe -> {
            Freed image = new Freed();
            StandardImage copy = StandardImage.from(image.image);
            image.alive.set(false);
            probe.same(
                    "a sample of a copy that was made before", 0, copy.get(0, 0).r());
        });
        add(checks, FREED, "memory of one thread", probe -> {
            PixelLayout layout = PixelLayout.of(Mode.RGB, 2, 2, ByteBuffer.allocateDirect(12));
            probe.same(
                    "its owner bears others",
                    true,
                    layout.ownedBy(() -> true).rows().concurrent());
            probe.same("a layout", false, layout.ownedBy(new OneThread()).rows().concurrent());
            Plane plane = layout.plane(0).ownedBy(new OneThread());
            PixelLayout grey = PixelLayout.of(Mode.L, 2, 2, AlphaType.OPAQUE, plane);
            probe.same("a plane", false, grey.rows().concurrent());
            probe.same(
                    "a turned view",
                    false,
                    Images.rows(Views.rotate90(StandardImage.wrap(grey))).concurrent());
        });
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    /** An image of 4×2 pixels whose rows give green of column 2, row 1 another value. */
    private static StandardImage delivering(Mode mode, int value) {
        return StandardImage.computed(mode, 4, 2, (x, y, count, samples, offset) -> {
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < 3; c++) {
                    samples[offset + i * 3 + c] = x + i == 2 && y == 1 && c == 1 ? value : 7;
                }
            }
        });
    }

    private static void beyond(
            List<Check> checks, Mode mode, int value, String range, String way, Consumer<StandardImage> reading) {
        add(checks, RANGE, value + " in " + mode + " by " + way, probe -> {
            StandardImage image = delivering(mode, value);
            refused(probe, way, () -> reading.accept(image), "delivered " + value, "component 1", "(2, 1)", range);
        });
    }

    private static void refused(Probe probe, String way, Probe.Action action, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("[errors.md#rows-out-of-range]");
        probe.says(IllegalStateException.class, way, action, all.toArray(String[]::new));
    }

    /** An image in memory that can be freed, and ways to its samples that were found before. */
    private static final class Freed {
        static final Map<String, Consumer<Freed>> WAYS = new LinkedHashMap<>();

        static {
            WAYS.put("value() of a pixel", f -> f.pixel.value());
            WAYS.put("a component of a pixel", f -> f.pixel.r());
            WAYS.put("writing a component", f -> f.pixel.r(1));
            WAYS.put("writing a pixel", f -> f.image.set(0, 0, 1, 2, 3));
            WAYS.put("a byte", f -> f.image.buffer().get(0));
            WAYS.put("writing a byte", f -> f.image.buffer().set(0, 1));
            WAYS.put("all bytes", f -> f.image.buffer().get(Slice.ALL));
            WAYS.put("a pixel of a turned view", f -> f.view.get(0, 0).r());
            WAYS.put("a pixel of a component's view", f -> f.plane.get(0, 0).l());
            WAYS.put("a copy", f -> StandardImage.from(f.image));
            WAYS.put("a conversion", f -> StandardImage.from(f.image, Mode.L));
            WAYS.put("resizing", f -> StandardImage.from(f.image, 1, 1));
            WAYS.put("Images.copy from it", f -> Images.copy(f.image, f.other));
            WAYS.put("Images.copy into it", f -> Images.copy(f.other, f.image));
            WAYS.put("Images.sameContent", f -> Images.sameContent(f.image, f.other));
            WAYS.put("map", f -> f.image.map(v -> v));
        }

        final AtomicBoolean alive = new AtomicBoolean(true);
        final StandardImage image = StandardImage.wrap(
                PixelLayout.of(Mode.RGB, 2, 2, ByteBuffer.allocateDirect(12)).ownedBy(alive::get));
        final Pixel pixel = image.get(0, 0);
        final StandardImage view = Views.rotate90(image);
        final StandardImage plane = image.plane("g");
        final StandardImage other = StandardImage.of(Mode.RGB, 2, 2);
    }

    /** Owns memory that no other thread may touch. */
    private record OneThread() implements Plane.Owner {
        @Override
        public boolean alive() {
            return true;
        }

        @Override
        public boolean concurrent() {
            return false;
        }
    }

    private static void freed(Probe probe, String way, Consumer<Freed> use) {
        Freed image = new Freed();
        use.accept(image);
        image.alive.set(false);
        probe.says(IllegalStateException.class, way, () -> use.accept(image), "[errors.md#memory-freed]");
    }
}
