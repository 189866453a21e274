package org.imageop.tck.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.CheckList;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.engine.Subject;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.source.ImageSource;
import org.imageop.tck.source.LayoutSource;

/** The checks of layouts: samples are written by their owner's means and read by the layout's, and vice versa. */
public final class LayoutChecks {
    private static final Rule DESCRIPTION = Rule.of(
            "L-1",
            "a layout has the mode and size of its image, and a plane for each component",
            "the arguments of PixelLayout.of");
    private static final Rule ALPHA = Rule.of(
            "L-9",
            "alpha() states what colours mean: OPAQUE without alpha, else STRAIGHT or PREMULTIPLIED",
            "the alpha type given to PixelLayout.of, and what premultiplied() declares",
            "L-1");
    private static final Rule READ_ONLY = Rule.of(
            "L-15",
            "readOnly() is true if and only if the samples cannot be written",
            "whether a buffer is read-only, or a stride is 0; and what readOnly() declares",
            "L-1");
    private static final Rule POSITION = Rule.of(
            "L-2",
            "each sample is where offset and strides place it",
            "offset, strides (in elements), the order of the planes, and byte order",
            "L-1",
            "L-9",
            "L-15");
    private static final Rule SCALE = Rule.of(
            "L-7",
            "fields of fewer bits, and numbers of a range, are scaled to 0 … M, rounded to nearest",
            "shift, bits and range of the planes, and what largest() declares",
            "L-1",
            "L-2");
    private static final Rule PREMULTIPLIED = Rule.of(
            "L-10",
            "premultiplied colours read as (p·M + a // 2) // a and are written as v·a / M",
            "whether the memory is premultiplied, and rounded to nearest",
            "L-1",
            "L-2",
            "L-9");

    public static final List<Rule> RULES = List.of(DESCRIPTION, ALPHA, READ_ONLY, POSITION, SCALE, PREMULTIPLIED);

    private LayoutChecks() {}

    /**
     * The checks of layouts and of the images that they make.
     *
     * @throws IllegalArgumentException if no mode, or for a mode no size, is declared; or if a rule is suppressed that
     *     does not exist, or without a reason
     */
    public static CheckList list(LayoutSource source) {
        List<Rule> rules = new ArrayList<>(RULES);
        rules.addAll(ImageChecks.RULES);
        return new CheckList(of(source), rules, source.suppressed(), Check::group, "");
    }

    /** The checks of the layouts, and of the images on them, which need the layouts to be right. */
    static List<Check> of(LayoutSource source) {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : ImageChecks.shapes(source)) {
            add(checks, source, DESCRIPTION, "mode and size", shape, LayoutChecks::describes);
            add(checks, source, ALPHA, "alpha()", shape, LayoutChecks::tellsAlpha);
            add(checks, source, READ_ONLY, "readOnly()", shape, LayoutChecks::tellsReadOnly);
            add(checks, source, POSITION, "samples read", shape, LayoutChecks::reads);
            if (!source.readOnly()) {
                add(checks, source, POSITION, "samples written", shape, LayoutChecks::writes);
                add(checks, source, SCALE, "any samples written", shape, LayoutChecks::scales);
            }
            if (source.premultiplied() && shape.hasAlpha()) {
                add(checks, source, PREMULTIPLIED, "colours and alpha", shape, LayoutChecks::multiplies);
            }
        }
        List<String> rules = RULES.stream().map(Rule::id).toList();
        for (Check check : ImageChecks.of(images(source), "")) {
            List<String> after = new ArrayList<>(rules);
            after.addAll(check.rule().after());
            Rule rule = new Rule(
                    check.rule().id(), check.rule().intent(), check.rule().hint(), after);
            checks.add(new Check(rule, check.group(), check.what(), check.body()));
        }
        return checks;
    }

    /** A layout under test, and the words to report what is wrong with it. */
    private static final class Made {
        final Subject subject;
        final PixelLayout layout;
        final LayoutSource.Memory memory;

        Made(Subject subject, LayoutSource.Described made) {
            this.subject = subject;
            this.layout = made.layout();
            this.memory = made.memory();
        }

        /** The owner's samples become others. */
        void set(Samples samples) {
            samples.each((c, x, y) -> memory.set(c, x, y, samples.of[c][y][x]));
        }

        /** The owner's samples. */
        void same(String how, Samples expected) {
            expected.each((c, x, y) -> same(how, c, x, y, expected.of[c][y][x], memory.get(c, x, y)));
        }

        void same(String how, int c, int x, int y, int expected, int found) {
            subject.same(
                    "component " + subject.shape.names().get(c) + " at (" + x + "," + y + "), " + how
                            + " through the layout",
                    Integer.toUnsignedString(expected),
                    Integer.toUnsignedString(found));
        }
    }

    private interface Trial {
        void on(Made made);
    }

    private static void add(List<Check> checks, LayoutSource source, Rule rule, String what, Shape shape, Trial trial) {
        String named = what + " of a " + shape;
        checks.add(new Check(rule, shape.toString(), named, probe -> {
            LayoutSource.Described made = source.layout(shape.mode(), shape.width(), shape.height())
                    .orElseThrow(() -> probe.violation("making it", "a layout, as mode and size are declared", "none"));
            Subject subject = Subject.untouched(rule, named, shape, () -> StandardImage.wrap(made.layout()), source);
            trial.on(new Made(subject, made));
        }));
    }

    private static void describes(Made made) {
        Shape shape = made.subject.shape;
        made.subject.same("mode()", shape.mode(), made.layout.mode());
        made.subject.same("size()", new ImageSize(shape.width(), shape.height()), made.layout.size());
        made.subject.same(
                "number of planes", shape.names().size(), made.layout.planes().size());
    }

    private static void tellsAlpha(Made made) {
        AlphaType expected = !made.subject.shape.hasAlpha()
                ? AlphaType.OPAQUE
                : made.subject.premultiplied ? AlphaType.PREMULTIPLIED : AlphaType.STRAIGHT;
        made.subject.same("alpha()", expected, made.layout.alpha());
    }

    private static void tellsReadOnly(Made made) {
        made.subject.same("readOnly()", made.subject.readOnly, made.layout.readOnly());
    }

    /** The owner writes, opaque pixels where colours are premultiplied, and the layout reads. */
    private static void reads(Made made) {
        Samples there = made.subject.premultiplied ? made.subject.random(1).opaque() : made.subject.random(1);
        made.set(there);
        Samples read = Samples.read(there.shape, made.subject.image.buffer());
        there.each((c, x, y) -> made.same("read", c, x, y, there.of[c][y][x], read.of[c][y][x]));
    }

    private static void writes(Made made) {
        made.set(made.subject.random(1));
        Samples there = made.subject.premultiplied ? made.subject.random(2).opaque() : made.subject.random(2);
        there.writeWhole(made.subject.image.buffer());
        made.same("written", there);
        made.subject.intact();
    }

    private static void scales(Made made) {
        Samples any = Samples.random(made.subject.shape, 3);
        Samples opaque = made.subject.premultiplied ? any.opaque() : any;
        opaque.writeWhole(made.subject.image.buffer());
        made.same("written", made.subject.stored(opaque));
    }

    private static void multiplies(Made made) {
        Shape shape = made.subject.shape;
        long max = shape.max();
        int last = shape.names().size() - 1;
        Samples straight = made.subject.random(4);
        Samples stored = straight.copy();
        Samples seen = straight.copy();
        straight.each((c, x, y) -> {
            long alpha = straight.of[last][y][x];
            if (c < last) {
                long kept = Math.round(straight.of[c][y][x] * (double) alpha / max);
                stored.of[c][y][x] = (int) kept;
                seen.of[c][y][x] = alpha == 0 ? 0 : (int) Math.min(max, (kept * max + alpha / 2) / alpha);
            }
        });
        made.set(stored);
        Samples read = Samples.read(shape, made.subject.image.buffer());
        seen.each((c, x, y) -> made.same("read", c, x, y, seen.of[c][y][x], read.of[c][y][x]));
        if (!made.subject.readOnly) {
            made.set(made.subject.random(5).opaque());
            straight.writeWhole(made.subject.image.buffer());
            made.same("written", stored);
        }
    }

    /** The images of the layouts, for the rules of images. */
    static ImageSource images(LayoutSource source) {
        return new ImageSource() {
            @Override
            public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
                return source.layout(mode, width, height).map(described -> StandardImage.wrap(described.layout()));
            }

            @Override
            public Set<Mode> modes() {
                return source.modes();
            }

            @Override
            public List<ImageSize> sizes(Mode mode) {
                return source.sizes(mode);
            }

            @Override
            public boolean readOnly() {
                return source.readOnly();
            }

            @Override
            public boolean premultiplied() {
                return source.premultiplied();
            }

            @Override
            public long largest(Mode mode, int component) {
                return source.largest(mode, component);
            }

            @Override
            public Map<String, String> suppressed() {
                return source.suppressed();
            }
        };
    }
}
