package org.imageop.tck;

import java.util.Arrays;
import java.util.Locale;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;

/** An image under test, what it holds at first, and the words to say what is wrong with it. */
final class Subject {
    final Shape shape;
    final ImageLike image;
    /** What the image held when the check began; read by single bytes. */
    final Samples before;

    private final Rule rule;
    private final String what;
    final boolean readOnly;

    private final boolean premultiplied;
    private final Surroundings surroundings;

    Subject(Rule rule, String what, Shape shape, ImageLike image, ImageSource source) {
        this.rule = rule;
        this.what = what;
        this.shape = shape;
        this.image = image;
        this.readOnly = source.readOnly();
        this.premultiplied = source.premultiplied() && shape.hasAlpha();
        this.before =
                ImageRules.FOUNDATION.contains(rule.id()) ? new Samples(shape) : Samples.read(shape, image.buffer());
        this.surroundings = Surroundings.of(image);
    }

    /** What a pixel reads as after it has been written (L-10). */
    int[] stored(int... pixel) {
        int[] stored = pixel.clone();
        long alpha = pixel[pixel.length - 1];
        long max = shape.max();
        for (int c = 0; premultiplied && c < pixel.length - 1; c++) {
            long kept = Math.round(pixel[c] * (double) alpha / max);
            stored[c] = alpha == 0 ? 0 : (int) Math.min(max, Math.round(kept * (double) max / alpha));
        }
        return stored;
    }

    Samples stored(Samples any) {
        Samples stored = any.copy();
        for (int y = 0; premultiplied && y < any.shape.height(); y++) {
            for (int x = 0; x < any.shape.width(); x++) {
                stored.pixel(x, y, stored(any.pixel(x, y)));
            }
        }
        return stored;
    }

    RuleViolation violation(String where, Object expected, Object found) {
        return new RuleViolation(rule, what, where, String.valueOf(expected), String.valueOf(found), null);
    }

    RuleViolation unexpected(Throwable thrown) {
        return new RuleViolation(rule, what, "it throws", "no exception", thrown.toString(), thrown);
    }

    void same(String where, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw violation(where, expected, found);
        }
    }

    void same(String where, int[] expected, int[] found) {
        if (!Arrays.equals(expected, found)) {
            throw violation(where, Arrays.toString(expected), Arrays.toString(found));
        }
    }

    void holds(String where, boolean condition) {
        same(where, true, condition);
    }

    /** Checks every sample, by single bytes, and that nothing beside the samples was touched. */
    void expect(Samples expected) {
        expect("the image", expected, image.buffer());
        surroundings.check(this);
    }

    void unchanged() {
        expect(before);
    }

    void expect(String name, Samples expected, ImageLike found) {
        same("mode of " + name, expected.shape.mode(), found.mode());
        same("width of " + name, expected.shape.width(), found.size().width());
        same("height of " + name, expected.shape.height(), found.size().height());
        expect(name, expected, found.buffer());
    }

    private void expect(String name, Samples expected, ImageBuffer buffer) {
        Samples found = Samples.read(expected.shape, buffer);
        expected.each((c, x, y) -> {
            if (found.of[c][y][x] != expected.of[c][y][x]) {
                throw violation(
                        String.format(
                                Locale.ROOT,
                                "component %s of %s at (%d,%d), byte %d",
                                expected.shape.names().get(c),
                                name,
                                x,
                                y,
                                expected.shape.index(c, x, y)),
                        Integer.toUnsignedString(expected.of[c][y][x]),
                        Integer.toUnsignedString(found.of[c][y][x]));
            }
        });
    }

    interface Action {
        void run() throws Exception;
    }

    /** Checks that something is refused by an exception of a class, with a message (E-1, E-2). */
    void refused(Class<? extends Exception> type, String where, Action action) {
        Exception thrown;
        try {
            action.run();
            thrown = null;
        } catch (Exception e) {
            thrown = e;
        }
        if (!type.isInstance(thrown)) {
            throw violation(where, type.getSimpleName(), thrown == null ? "no exception" : thrown);
        }
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            throw violation(where, "a message that says what is wrong", thrown);
        }
    }
}
