package org.imageop.verification.library.conversion;

import java.util.List;
import java.util.SplittableRandom;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.tck.adapter.Endpoint;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/** Conversion from every mode to every other. */
public final class ConversionRules {
    private static final String GROUP = "conversion";

    private static final Rule FORMULAS = Rule.of(
            "C-1",
            "conversion is by the formulas of SPEC.md appendix B, to the last bit",
            "the path of this pair in B.4, and its kernels in B.2",
            "C-3");
    private static final Rule LOSSLESS = Rule.of(
            "C-3",
            "what can be lossless is: there and back is the identity",
            "how the two kernels of the way round in B.2");
    private static final Rule INTO = Rule.of(
            "C-11",
            "Images.copy converts into an existing image of the same size; other sizes are refused",
            "whether Images.copy converts, and compares the sizes before it writes",
            "C-1",
            "C-2");
    private static final Rule MEMORY = Rule.of(
            "C-12",
            "StandardImage.from(source, layout) converts into the caller's memory and shares it",
            "whether the image that is returned is on the layout that was given",
            "C-1",
            "C-2",
            "C-11");

    /** All combinations of 0, the middle and M of four components, and as many others. */
    private static final int WIDTH = 18;

    private static final int HEIGHT = 10;

    private ConversionRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode from : Mode.values()) {
            for (Mode to : Mode.values()) {
                add(checks, FORMULAS, from + " → " + to + " of an " + WIDTH + "×" + HEIGHT + " image", probe -> {
                    Samples samples = colours(from);
                    expect(probe, ConversionFormulas.convert(samples, to), StandardImage.from(image(samples), to));
                });
                if (returns(from, to)) {
                    add(checks, LOSSLESS, from + " → " + to + " → " + from, probe -> {
                        Samples samples = from == Mode.YV12 ? Samples.random(shape(from), 5) : colours(from);
                        StandardImage there = StandardImage.from(image(samples), to);
                        expect(probe, samples, StandardImage.from(there, from));
                    });
                }
            }
            add(checks, INTO, "Images.copy of all modes into " + from, probe -> into(probe, from));
            add(checks, MEMORY, "from of all modes into memory of " + from, probe -> memory(probe, from));
        }
        for (int[] other : new int[][] {{4, 4}, {6, 2}, {4, 6}, {12, 2}, {8, 4}}) {
            String what = "a 6×4 image and one of " + other[0] + "×" + other[1];
            add(checks, INTO, "refusal of Images.copy with " + what, probe -> {
                StandardImage target = StandardImage.of(Mode.RGB, 6, 4);
                Samples before = Samples.random(new Shape(Mode.RGB, 6, 4), 1);
                before.write(target.buffer());
                StandardImage source = StandardImage.of(Mode.RGB, other[0], other[1]);
                probe.refused(IllegalArgumentException.class, "Images.copy", () -> Images.copy(source, target));
                expect(probe, before, target);
            });
            add(checks, MEMORY, "refusal of from with " + what, probe -> {
                StandardImage source = StandardImage.of(Mode.RGB, other[0], other[1]);
                PixelLayout layout = layout(StandardImage.of(Mode.RGB, 6, 4));
                probe.refused(IllegalArgumentException.class, "from", () -> StandardImage.from(source, layout));
            });
        }
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    private static Shape shape(Mode mode) {
        return new Shape(mode, WIDTH, HEIGHT);
    }

    /** Whether the way to another mode and back is to change nothing. */
    private static boolean returns(Mode from, Mode to) {
        Shape a = shape(from);
        Shape b = shape(to);
        if (from == to || a.bits() > b.bits() || a.planar()) {
            return from == Mode.YV12 && to == Mode.JPEG_YV12;
        }
        boolean keepsAlpha = b.hasAlpha() || !a.hasAlpha();
        boolean grey = a.names().get(0).equals("l");
        boolean more = grey || a.names().get(0).equals(b.names().get(0));
        boolean inks = a.names().get(0).equals("r") && b.names().get(0).equals("c");
        return !b.planar() && keepsAlpha && (more || inks);
    }

    /** Extreme samples and any others; in YV12 also samples beyond its intervals. */
    public static Samples colours(Mode mode) {
        return colours(shape(mode), mode.ordinal());
    }

    public static Samples colours(Shape shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] usual = {0, (int) (shape.max() / 2), (int) shape.max()};
        Samples samples = new Samples(shape);
        samples.each((c, x, y) -> {
            int digit = (y * shape.columns(c) + x) / (int) Math.pow(3, c);
            samples.of[c][y][x] = (x + y) % 2 == 0 ? usual[digit % 3] : random.nextInt() & (int) shape.max();
        });
        return samples;
    }

    public static StandardImage image(Samples samples) {
        Shape shape = samples.shape;
        return StandardImage.ofBytes(shape.mode(), shape.width(), shape.height(), samples.bytes());
    }

    public static void expect(Probe probe, Samples expected, ImageLike found) {
        probe.same("mode()", expected.shape.mode(), found.mode());
        probe.same("width", expected.shape.width(), found.size().width());
        probe.same("height", expected.shape.height(), found.size().height());
        byte[] bytes = expected.bytes();
        for (int i = 0; i < bytes.length; i++) {
            if (found.buffer().get(i) != (bytes[i] & 0xff)) {
                Endpoint.of(found).expect(probe, "of the result", expected);
            }
        }
    }

    private static void into(Probe probe, Mode to) {
        for (Mode from : Mode.values()) {
            Samples samples = colours(new Shape(from, 6, 4), 7);
            StandardImage source = image(samples);
            StandardImage target = StandardImage.of(to, 6, 4);
            Images.copy(source, target);
            expect(probe, ConversionFormulas.convert(samples, to), target);
            expect(probe, samples, source);
        }
    }

    private static void memory(Probe probe, Mode to) {
        for (Mode from : Mode.values()) {
            Samples samples = colours(new Shape(from, 6, 4), 8);
            StandardImage owner = StandardImage.of(to, 6, 4);
            StandardImage made = StandardImage.from(image(samples), layout(owner));
            Samples expected = ConversionFormulas.convert(samples, to);
            expect(probe, expected, owner);
            expect(probe, expected, made);
            owner.buffer().set(0, 255 - owner.buffer().get(0));
            probe.same(
                    "byte 0 after the memory was written",
                    owner.buffer().get(0),
                    made.buffer().get(0));
        }
    }

    private static PixelLayout layout(StandardImage image) {
        return image.buffer().layout().orElseThrow();
    }
}
