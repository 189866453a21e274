package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.AdapterSource;

/**
 * One of the two sides of an adapter: an image, by single bytes of its buffer, or a foreign object, by its own means.
 *
 * @param name what it is called in messages
 * @param shape its mode and size
 * @param reader reads all its samples
 * @param writer changes all its samples
 */
public record Side(String name, Shape shape, Supplier<Samples> reader, Consumer<Samples> writer) {

    public static Side of(ImageLike image) {
        Shape shape = new Shape(image.mode(), image.size().width(), image.size().height());
        return new Side(
                "the image",
                shape,
                () -> Samples.read(shape, image.buffer()),
                samples -> samples.writeWhole(image.buffer()));
    }

    /** The foreign side of an image, which must be as large. */
    public static <T> Side of(Probe probe, AdapterSource<T> source, T object, ImageLike image) {
        probe.same("size of the foreign object, as its image has it", source.size(object), image.size());
        Mode mode = source.mode(object);
        Shape shape = new Shape(mode, image.size().width(), image.size().height());
        return new Side("the foreign object", shape, () -> read(source, object, shape), samples -> {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    source.setPixel(object, x, y, samples.around(x, y));
                }
            }
        });
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

    /** Samples of 0 and M, opaque, between which every sample and every colour changes. */
    public List<Samples> patterns() {
        int max = (int) shape.max();
        SplittableRandom random = new SplittableRandom(shape.toString().hashCode());
        Samples bits = new Samples(shape);
        bits.each((c, x, y) -> bits.of[c][y][x] = random.nextBoolean() ? max : 0);
        Samples inverse = new Samples(shape);
        bits.each((c, x, y) -> inverse.of[c][y][x] = max ^ bits.of[c][y][x]);
        Samples none = new Samples(shape);
        Samples all = new Samples(shape);
        all.each((c, x, y) -> all.of[c][y][x] = max);
        return List.of(bits.opaque(), inverse.opaque(), none.opaque(), all.opaque());
    }

    /** Black and white pixels, opaque or some of them black and fully transparent, which every conversion keeps. */
    public Samples blackAndWhite(boolean transparent) {
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
    public static void same(Probe probe, String when, Side image, Side object) {
        Samples samples = image.reader.get();
        object.expect(probe, when, object.shape.like(image.shape) ? samples : convert(samples, object.shape));
    }

    /** Checks that an image holds what a foreign object shows, so that nothing was lost between them. */
    public static void lossless(Probe probe, String when, Side image, Side object) {
        Samples samples = object.reader.get();
        image.expect(probe, when, object.shape.like(image.shape) ? samples : convert(samples, image.shape));
    }

    /** Checks that a foreign object shows what an image holds: converted, or the same numbers as other colours. */
    public static void kept(Probe probe, String when, Side image, Side object) {
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
    public static void follows(Probe probe, Side written, Side read, Side image, Side object) {
        List<Samples> seen = new ArrayList<>();
        for (Samples pattern : written.patterns()) {
            written.writer.accept(pattern);
            seen.add(read.reader.get());
            same(probe, "after " + written.name + " was written", image, object);
        }
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

    /** Checks that what is written to one of two sides does not show on the other. */
    public static void independent(Probe probe, Side written, Side read) {
        Samples before = read.reader.get();
        for (Samples pattern : written.patterns()) {
            written.writer.accept(pattern);
            read.expect(probe, "after " + written.name + " was written", before);
        }
    }

    /** Checks every sample of this side. */
    public void expect(Probe probe, String when, Samples expected) {
        Samples found = reader.get();
        found.each((c, x, y) -> {
            if (found.of[c][y][x] != expected.of[c][y][x]) {
                throw probe.violation(
                        String.format(
                                Locale.ROOT,
                                "component %s of %s, a %s, at (%d,%d) %s",
                                shape.names().get(c),
                                name,
                                shape,
                                x,
                                y,
                                when),
                        Integer.toUnsignedString(expected.of[c][y][x]),
                        Integer.toUnsignedString(found.of[c][y][x]));
            }
        });
    }
}
