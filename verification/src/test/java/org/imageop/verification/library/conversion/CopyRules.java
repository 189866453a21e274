package org.imageop.verification.library.conversion;

import java.util.List;
import java.util.Map;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.adapter.ForeignImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.image.WholeRules;
import org.imageop.verification.library.memory.FactoryRules;
import org.imageop.verification.model.ModeTrial;

/** Copies of images as standard images, in the same or another mode and size, and their info. */
public final class CopyRules {
    private static final String GROUP = "copies";

    private static final Rule COPY = Rule.of(
            "P-69",
            "from makes a copy with memory of its own, resized first and then converted",
            "the defaults of mode, size and filters, and their order",
            "P-15",
            "P-66");
    private static final Rule CONVERTED = Rule.of(
            "P-70",
            "any mode converts to any mode; alpha is dropped without blending, and is M where there was none",
            "the alpha of the target, and paths between the modes",
            "P-15",
            "P-66",
            "P-69");
    private static final Rule CONTENT = Rule.of(
            "P-28",
            "Images.sameContent compares mode, size and samples, not info",
            "what sameContent compares",
            "P-66",
            "P-69",
            "P-72");
    private static final Rule INFO = Rule.of(
            "P-71",
            "a new image starts with an empty info that can be changed, also when it is a copy",
            "info()",
            "P-69");
    private static final Rule MADE =
            Rule.of("P-26", "new images by methods of ImageMixin have an empty info", "whether info is copied", "P-71");
    private static final Rule ANY = Rule.of(
            "P-72",
            "the source may be any ImageLike, with or without memory",
            "whether the source's class is asked for",
            "P-15",
            "P-66",
            "P-69");

    private CopyRules() {}

    public static void addTo(List<Check> checks) {
        ModeTrial.each(checks, COPY, GROUP, "from", CopyRules::copied);
        checks.add(new Check(COPY, GROUP, "from with a mode and filters", CopyRules::resizedFirst));
        ModeTrial.each(checks, CONVERTED, GROUP, "from to every mode", CopyRules::converted);
        ModeTrial.each(checks, CONTENT, GROUP, "sameContent", CopyRules::content);
        ModeTrial.each(checks, INFO, GROUP, "info()", CopyRules::info);
        ModeTrial.each(checks, MADE, GROUP, "info() of made images", CopyRules::made);
        ModeTrial.each(checks, ANY, GROUP, "from a class of the kit's own", CopyRules::anySource);
    }

    private static void copied(Shape shape, Probe probe) {
        Mode mode = shape.mode();
        byte[] bytes = Samples.random(shape, 69).bytes();
        StandardImage image = StandardImage.ofBytes(mode, shape.width(), shape.height(), bytes);
        StandardImage copy = StandardImage.from(image);
        FactoryRules.same(probe, "the copy", shape, bytes, copy);
        WholeRules.overwrite(copy);
        FactoryRules.same(probe, "the source after the copy was changed", shape, bytes, image);
        FactoryRules.same(probe, "a copy in the same mode", shape, bytes, StandardImage.from(image, mode));
        FactoryRules.same(probe, "a copy in the same size", shape, bytes, StandardImage.from(image, 6, 4));
        StandardImage other = StandardImage.from(image, mode == Mode.RGB ? Mode.L : Mode.RGB);
        probe.same("mode of a copy with a mode", mode == Mode.RGB ? Mode.L : Mode.RGB, other.mode());
        probe.same("size of a copy with a mode", new ImageSize(6, 4), other.size());
        probe.same(
                "size of a copy with a size",
                new ImageSize(2, 8),
                StandardImage.from(image, 2, 8).size());
        StandardImage both = StandardImage.from(image, Mode.CMYK, 2, 8);
        probe.same("mode of a copy with both", Mode.CMYK, both.mode());
        probe.same("size of a copy with both", new ImageSize(2, 8), both.size());
    }

    /** What lies between 0 and 255 becomes an 8-bit sample before it becomes 16 bits, a multiple of 257. */
    private static void resizedFirst(Probe probe) {
        byte[] ends = {0, (byte) 255};
        StandardImage row = StandardImage.ofBytes(Mode.L, 2, 1, ends);
        int between = second(StandardImage.from(row, Mode.L16, 4, 1, Filter.BILINEAR));
        probe.same("remainder of 16 bits between 0 and 255, " + between + ", by 257", 0, between % 257);
        StandardImage column = StandardImage.ofBytes(Mode.L, 1, 2, ends);
        int nearest = second(StandardImage.from(column, Mode.L, 1, 4, Filter.BILINEAR, Filter.NEAREST));
        probe.holds("down with NEAREST is one of two samples", nearest == 0 || nearest == 255);
        int bilinear = second(StandardImage.from(column, Mode.L, 1, 4, Filter.NEAREST, Filter.BILINEAR));
        probe.holds("down with BILINEAR is between two samples", bilinear > 0 && bilinear < 255);
    }

    /** The second of four samples in a row or column. */
    private static int second(StandardImage image) {
        Shape shape = new Shape(image.mode(), image.width(), image.height());
        Samples samples = Samples.read(shape, image.buffer());
        return samples.of[0][shape.height() > 1 ? 1 : 0][shape.width() > 1 ? 1 : 0];
    }

    private static void converted(Shape shape, Probe probe) {
        StandardImage image = StandardImage.ofBytes(
                shape.mode(), 6, 4, Samples.random(shape, 70).bytes());
        Samples there = Samples.random(shape, 70);
        for (Mode mode : Mode.values()) {
            Shape target = new Shape(mode, 6, 4);
            StandardImage found = StandardImage.from(image, mode);
            probe.same("mode", mode, found.mode());
            probe.same("size in " + mode, new ImageSize(6, 4), found.size());
            Samples samples = Samples.read(target, found.buffer());
            int alpha = target.names().indexOf("a");
            if (alpha >= 0 && !shape.hasAlpha()) {
                samples.each(
                        alpha,
                        (c, x, y) -> probe.same(
                                "alpha in " + mode + " at (" + x + "," + y + ")",
                                (int) target.max(),
                                samples.of[c][y][x]));
            }
            if (sameColours(shape, target)) {
                samples.each((c, x, y) -> {
                    if (c != alpha) {
                        probe.same(
                                "component " + c + " in " + mode + " at (" + x + "," + y + ")",
                                there.of[c][y][x],
                                samples.of[c][y][x]);
                    }
                });
            }
        }
    }

    /** Whether two modes differ in alpha alone, if at all. */
    private static boolean sameColours(Shape a, Shape b) {
        return a.bits() == b.bits()
                && a.mode() != Mode.YV12
                && b.mode() != Mode.YV12
                && colours(a).equals(colours(b));
    }

    private static List<String> colours(Shape shape) {
        return shape.names().stream().filter(name -> !name.equals("a")).toList();
    }

    private static void empty(Probe probe, String of, ImageLike made) {
        probe.holds("info() of " + of + " is empty", made.info().isEmpty());
        made.info().put("comment", "kept");
        probe.same("info() of " + of + " after a change", Map.of("comment", "kept"), made.info());
    }

    private static void info(Shape shape, Probe probe) {
        Mode mode = shape.mode();
        StandardImage source = StandardImage.of(mode, 6, 4);
        empty(probe, "of", source);
        empty(probe, "filled", StandardImage.filled(mode, 2, 2, mode.black()));
        empty(probe, "ofBytes", StandardImage.ofBytes(mode, 6, 4, new byte[(int) shape.bytes()]));
        empty(probe, "wrap", StandardImage.wrap(mode, 6, 4, new byte[(int) shape.bytes()]));
        empty(probe, "canvas", StandardImage.canvas(1, 1));
        empty(probe, "from(source)", StandardImage.from(source));
        empty(probe, "from(source, mode)", StandardImage.from(source, Mode.RGB));
        empty(probe, "from(source, w, h)", StandardImage.from(source, 2, 2));
        empty(probe, "from(source, mode, w, h, filter)", StandardImage.from(source, Mode.L, 2, 2, Filter.BOX));
    }

    private static void made(Shape shape, Probe probe) {
        StandardImage source = StandardImage.of(shape.mode(), 6, 4);
        source.info().put("dpi", List.of(72.0, 72.0));
        source.split().forEach(part -> empty(probe, "a part of split()", part));
        empty(probe, "rotate90()", source.rotate90());
        empty(probe, "rotate180()", source.rotate180());
        empty(probe, "rotate270()", source.rotate270());
        if (!shape.planar()) {
            empty(probe, "get(rows)", source.get(Slice.ALL));
            empty(probe, "get(columns, rows)", source.get(Slice.ALL, Slice.ALL));
            empty(probe, "get(0, rows)", source.get(0, Slice.ALL));
            empty(probe, "get(columns, 0)", source.get(Slice.ALL, 0));
            empty(probe, "get(columns) of a line", source.line(0).get(Slice.ALL));
        }
        probe.same("info() of the source", Map.of("dpi", List.of(72.0, 72.0)), source.info());
    }

    private static void content(Shape shape, Probe probe) {
        byte[] bytes = Samples.random(shape, 28).bytes();
        StandardImage image = StandardImage.ofBytes(shape.mode(), 6, 4, bytes);
        image.info().put("comment", "not compared");
        ImageLike foreign = ForeignImage.of(StandardImage.ofBytes(shape.mode(), 6, 4, bytes), true);
        probe.holds("with itself", Images.sameContent(image, image));
        probe.holds("with an image of another class", Images.sameContent(image, foreign));
        probe.holds("the other way round", Images.sameContent(foreign, image));
        for (int index : new int[] {0, bytes.length / 2, bytes.length - 1}) {
            byte[] other = bytes.clone();
            other[index] ^= 1;
            StandardImage different = StandardImage.ofBytes(shape.mode(), 6, 4, other);
            probe.same("with another byte " + index, false, Images.sameContent(image, different));
            probe.same("the other way round", false, Images.sameContent(different, foreign));
        }
        StandardImage turned = StandardImage.ofBytes(shape.mode(), 4, 6, bytes);
        probe.same("in another size", false, Images.sameContent(image, turned));
        for (Mode mode : Mode.values()) {
            if (mode != shape.mode() && mode.length(6, 4) == bytes.length) {
                StandardImage other = StandardImage.ofBytes(mode, 6, 4, bytes);
                probe.same("in mode " + mode, false, Images.sameContent(image, other));
            }
        }
    }

    private static void anySource(Shape shape, Probe probe) {
        StandardImage standard = StandardImage.ofBytes(
                shape.mode(), 6, 4, Samples.random(shape, 72).bytes());
        ImageLike inMemory = new ForeignImage(shape.mode(), standard.size(), standard.buffer(), Map.of());
        for (ImageLike foreign : List.of(inMemory, ForeignImage.of(standard, true))) {
            for (Mode mode : List.of(shape.mode(), Mode.CMYK64, Mode.JPEG_YV12)) {
                probe.holds(
                        "as from a StandardImage, in " + mode,
                        Images.sameContent(
                                StandardImage.from(standard, mode, 4, 8), StandardImage.from(foreign, mode, 4, 8)));
                probe.holds(
                        "as from a StandardImage of the same size, in " + mode,
                        Images.sameContent(StandardImage.from(standard, mode), StandardImage.from(foreign, mode)));
            }
        }
    }
}
