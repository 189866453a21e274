package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Difference;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.AdapterSource;

/**
 * One of the two sides of an adapter: an image, by single bytes of its buffer, or a foreign object, by its own means.
 *
 * @param name what it is called in messages
 * @param shape its mode and size
 * @param fields the largest value of each component's field, F in L-7
 * @param reader reads all its samples
 * @param writer changes all its samples
 */
public record Endpoint(String name, Shape shape, long[] fields, Supplier<Samples> reader, Consumer<Samples> writer) {

    public static Endpoint of(ImageLike image) {
        Shape shape = new Shape(image.mode(), image.size().width(), image.size().height());
        return new Endpoint(
                "the image",
                shape,
                wholeFields(shape),
                () -> Samples.read(shape, image.buffer()),
                samples -> samples.writeWhole(image.buffer()));
    }

    /** The foreign side of an image, which must be as large. */
    public static <T> Endpoint of(Probe probe, AdapterSource<T> source, T object, ImageLike image) {
        probe.same("size of the foreign object, as its image has it", source.size(object), image.size());
        return of(source.madeOf(image), object);
    }

    /** The foreign side, whatever its image is. */
    static <T> Endpoint of(AdapterSource<T> source, T object) {
        ImageSize size = source.size(object);
        Shape shape = new Shape(source.mode(object), size.width(), size.height());
        return new Endpoint(
                "the foreign object",
                shape,
                fields(source, object, shape),
                () -> read(source, object, shape),
                samples -> {
                    for (int y = 0; y < shape.height(); y++) {
                        for (int x = 0; x < shape.width(); x++) {
                            source.setPixel(object, x, y, samples.around(x, y));
                        }
                    }
                });
    }

    private static long[] wholeFields(Shape shape) {
        long[] fields = new long[shape.names().size()];
        Arrays.fill(fields, shape.max());
        return fields;
    }

    /** The fields that the adapter finds in an object; whole ones where it finds none, or fails. */
    private static <T> long[] fields(AdapterSource<T> source, T object, Shape shape) {
        long[] fields = wholeFields(shape);
        PixelLayout layout;
        try {
            layout = source.adapter().wrap(object).buffer().layout().orElse(null);
        } catch (RuntimeException e) {
            return fields;
        }
        for (int c = 0; layout != null && layout.mode() == shape.mode() && c < fields.length; c++) {
            Plane plane = layout.planes().get(c);
            if (plane.range() == null) {
                fields[c] = (1L << plane.bits()) - 1;
            }
        }
        return fields;
    }

    private static <T> Samples read(AdapterSource<T> source, T object, Shape shape) {
        Samples samples = new Samples(shape);
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                samples.around(x, y, source.pixel(object, x, y));
            }
        }
        return samples;
    }

    /**
     * The values of the fields. A field is scaled to 0 … M exactly (L-7), or by repeating or leaving out bits; either way
     * the highest bits are the field.
     */
    Samples inFields(Samples samples) {
        Samples kept = samples.copy();
        kept.each((c, x, y) -> {
            if (fields[c] != shape.max()) {
                long sample = Integer.toUnsignedLong(samples.of[c][y][x]);
                kept.of[c][y][x] = (int) (sample * (fields[c] + 1) / (shape.max() + 1));
            }
        });
        return kept;
    }

    /**
     * Samples of 0 and M, between which every sample changes: opaque, so that every colour shows, and, where there is
     * alpha, fully transparent and black.
     */
    public List<Samples> patterns() {
        int max = (int) shape.max();
        SplittableRandom random = new SplittableRandom(shape.toString().hashCode());
        Samples bits = new Samples(shape);
        bits.each((c, x, y) -> bits.of[c][y][x] = random.nextBoolean() ? max : 0);
        Samples inverse = new Samples(shape);
        bits.each((c, x, y) -> inverse.of[c][y][x] = max ^ bits.of[c][y][x]);
        Samples none = new Samples(shape);
        if (shape.large()) {
            return shape.hasAlpha() ? List.of(bits.opaque(), inverse.opaque(), none) : List.of(bits, inverse);
        }
        Samples all = new Samples(shape);
        all.each((c, x, y) -> all.of[c][y][x] = max);
        List<Samples> patterns = new ArrayList<>(List.of(bits.opaque(), inverse.opaque(), none.opaque(), all.opaque()));
        if (shape.hasAlpha()) {
            patterns.add(none);
        }
        return patterns;
    }

    /** Black and white pixels, opaque or some of them black and fully transparent, which every conversion keeps. */
    Samples blackAndWhite(boolean transparent) {
        Samples samples = new Samples(shape);
        samples.each((c, x, y) ->
                samples.of[c][y][x] = transparent && (x + y) % 2 == 0 ? 0 : neutral(c, (x * x + y) % 3 != 0));
        return samples;
    }

    private int neutral(int component, boolean white) {
        int max = (int) shape.max();
        return switch (shape.mode()) {
            case YV12 -> component > 0 ? 128 : white ? 235 : 16;
            case JPEG_YV12 -> component > 0 ? 128 : white ? 255 : 0;
            case CMYK, CMYK64 -> component < 3 || white ? 0 : max;
            default -> white || shape.names().get(component).equals("a") ? max : 0;
        };
    }

    /** Checks that a foreign object shows what an image holds; converted, if it has other components. */
    public static void same(Probe probe, String when, Endpoint image, Endpoint object) {
        Samples samples = image.reader.get();
        object.expect(probe, when, object.shape.like(image.shape) ? samples : convert(samples, object.shape));
    }

    /** Checks that an image holds what a foreign object shows, so that nothing was lost between them. */
    static void lossless(Probe probe, String when, Endpoint image, Endpoint object) {
        Samples samples = object.reader.get();
        if (object.shape.like(image.shape)) {
            object.expect(probe, when, image.reader.get());
        } else {
            image.expect(probe, when, convert(samples, image.shape));
        }
    }

    /** Checks that a foreign object shows what an image holds: converted, or the same numbers as other colours. */
    static void kept(Probe probe, String when, Endpoint image, Endpoint object) {
        Samples samples = image.reader.get();
        boolean numbers = object.shape.like(image.shape) && Arrays.deepEquals(samples.of, object.reader.get().of);
        if (!numbers) {
            object.expect(probe, when, convert(samples, object.shape));
        }
    }

    private static Samples convert(Samples samples, Shape shape) {
        Shape from = samples.shape;
        StandardImage image = StandardImage.ofBytes(from.mode(), from.width(), from.height(), samples.bytes());
        return Samples.read(shape, StandardImage.from(image, shape.mode()).buffer());
    }

    /** Checks that what is written to one of two sides shows on the other, in every pixel. */
    public static void follows(Probe probe, Endpoint written, Endpoint read, Endpoint image, Endpoint object) {
        Changes changes = new Changes(probe, written, read);
        for (Samples pattern : written.patterns()) {
            written.writer.accept(pattern);
            changes.see();
            same(probe, "after " + written.name + " was written", image, object);
        }
        changes.expectEverywhere();
    }

    /** Watches one side while the other is written. */
    static final class Changes {
        private final Probe probe;
        private final Endpoint written;
        private final Endpoint read;
        private final List<Samples> seen = new ArrayList<>();

        Changes(Probe probe, Endpoint written, Endpoint read) {
            this.probe = probe;
            this.written = written;
            this.read = read;
        }

        void see() {
            seen.add(read.reader.get());
        }

        /** Checks that no pixel was always the same. */
        void expectEverywhere() {
            for (int y = 0; y < read.shape.height(); y++) {
                for (int x = 0; x < read.shape.width(); x++) {
                    int[] first = seen.get(0).around(x, y);
                    int row = y;
                    int column = x;
                    if (seen.stream().allMatch(samples -> Arrays.equals(first, samples.around(column, row)))) {
                        throw probe.violation(
                                "the pixel (" + x + "," + y + ") of " + read.name + " while " + written.name
                                        + " was written with 0 and M",
                                "changes",
                                "always " + Arrays.toString(first));
                    }
                }
            }
        }
    }

    /** Checks that what is written to one of two sides does not show on the other. */
    public static void independent(Probe probe, Endpoint written, Endpoint read) {
        Samples before = read.reader.get();
        for (Samples pattern : written.patterns()) {
            written.writer.accept(pattern);
            read.expect(probe, "after " + written.name + " was written", before);
        }
    }

    /** Checks every sample of this side. */
    public void expect(Probe probe, String when, Samples expected) {
        Samples found = reader.get();
        Difference.of(inFields(expected), inFields(found)).ifPresent(difference -> {
            throw probe.violation(
                    difference.where(shape, name + ", a " + shape + ",") + " " + when,
                    difference.expected(expected),
                    difference.found(found));
        });
    }
}
