package org.imageop.tck.engine;

import java.util.function.Supplier;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.tck.source.Capabilities;

/** An image under test, what it holds at first, and the words to report what is wrong with it. */
public final class Subject extends Probe {
    public final Shape shape;
    public final ImageLike image;
    private final Supplier<? extends ImageLike> maker;

    /** What the image held when the check began, read by single bytes; zeros if it is untouched. */
    public final Samples before;

    public final boolean readOnly;

    public final boolean premultiplied;
    private final long[] largest;
    private final Surroundings surroundings;

    private Subject(
            Rule rule,
            String what,
            Shape shape,
            Supplier<? extends ImageLike> maker,
            Capabilities source,
            boolean filled) {
        super(rule, what);
        this.shape = shape;
        this.maker = maker;
        this.image = maker.get();
        this.readOnly = source.readOnly();
        this.premultiplied = source.premultiplied() && shape.hasAlpha();
        this.largest = new long[shape.names().size()];
        for (int c = 0; c < largest.length; c++) {
            largest[c] = source.largest(shape.mode(), c);
        }
        if (filled && !readOnly) {
            Samples random = random(shape.toString().hashCode());
            if (shape.large()) {
                random.writeWhole(image.buffer());
            } else {
                random.write(image.buffer());
            }
        }
        this.before = filled ? Samples.read(shape, image.buffer()) : new Samples(shape);
        this.surroundings = Surroundings.of(image);
    }

    /** An image that holds random samples, if it can be written. */
    public static Subject filled(
            Rule rule, String what, Shape shape, Supplier<? extends ImageLike> maker, Capabilities source) {
        return new Subject(rule, what, shape, maker, source, true);
    }

    /** An image that has not been touched, so that nothing is known of it. */
    public static Subject untouched(
            Rule rule, String what, Shape shape, Supplier<? extends ImageLike> maker, Capabilities source) {
        return new Subject(rule, what, shape, maker, source, false);
    }

    /** A second image of the same mode and size. */
    public ImageLike another() {
        return maker.get();
    }

    /** Samples that can be stored, but for the loss of premultiplied colours. */
    public Samples random(long seed) {
        Samples random = Samples.random(shape, seed);
        random.each((c, x, y) -> random.of[c][y][x] = scaled(c, random.of[c][y][x]));
        return random;
    }

    /** Whether any sample can be stored. */
    public boolean exact() {
        for (long field : largest) {
            if (field != shape.max()) {
                return false;
            }
        }
        return true;
    }

    /** What a sample reads as after it has been written to a field of fewer bits (L-7). */
    private int scaled(int component, int sample) {
        long field = largest[component];
        long max = shape.max();
        if (field == max) {
            return sample;
        }
        long kept = ((sample & 0xffff_ffffL) * field + max / 2) / max;
        return (int) ((kept * max + field / 2) / field);
    }

    /** What a pixel reads as after it has been written (L-10). */
    public int[] stored(int... pixel) {
        int[] stored = pixel.clone();
        for (int c = 0; c < stored.length; c++) {
            stored[c] = scaled(c, pixel[c]);
        }
        long alpha = pixel[pixel.length - 1];
        long max = shape.max();
        for (int c = 0; premultiplied && c < pixel.length - 1; c++) {
            long kept = Math.round(pixel[c] * (double) alpha / max);
            stored[c] = alpha == 0 ? 0 : (int) Math.min(max, Math.round(kept * (double) max / alpha));
        }
        return stored;
    }

    public Samples stored(Samples any) {
        Samples stored = any.copy();
        any.each((c, x, y) ->
                stored.of[c][y][x] = premultiplied ? stored(any.pixel(x, y))[c] : scaled(c, any.of[c][y][x]));
        return stored;
    }

    /** Checks every sample, by single bytes, and that nothing beside the samples was touched. */
    public void expect(Samples expected) {
        expect("the image", expected, image.buffer());
        intact();
    }

    /** Checks that nothing beside the samples was touched. */
    public void intact() {
        surroundings.check(this);
    }

    public void unchanged() {
        expect(before);
    }

    public void expect(String name, Samples expected, ImageLike found) {
        same("mode of " + name, expected.shape.mode(), found.mode());
        same("width of " + name, expected.shape.width(), found.size().width());
        same("height of " + name, expected.shape.height(), found.size().height());
        expect(name, expected, found.buffer());
    }

    private void expect(String name, Samples expected, ImageBuffer buffer) {
        same(name, expected, Samples.read(expected.shape, buffer));
    }
}
