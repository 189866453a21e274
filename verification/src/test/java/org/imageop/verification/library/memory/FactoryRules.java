package org.imageop.verification.library.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.ModeTrial;

/** What the factories of the standard image make, and what they refuse. */
public final class FactoryRules {
    private static final String GROUP = "factories";

    private static final Rule PLANES =
            Rule.of("P-15", "planar buffers hold the Y plane, then Cr, then Cb", "where the planes of a buffer begin");
    private static final Rule BYTES = Rule.of(
            "P-66",
            "ofBytes copies bytes of canonical order verbatim, exactly as many as the image has",
            "whether the array is kept, or shorter ones are accepted",
            "P-15");
    private static final Rule FILLED = Rule.of(
            "P-65",
            "filled gives every pixel and every sample of a plane the colour, which is checked",
            "long rows, the planes, and the number and range of the values",
            "P-15",
            "P-66");
    private static final Rule BLANK = Rule.of(
            "P-68",
            "a new image has bytes 16 for YV12, 255 for CMYK and CMYK64, else 0; black() is black",
            "the fill of new images",
            "P-65");
    private static final Rule SIDES = Rule.of(
            "P-64", "each side is at least 1 and a multiple of the divisor", "whether every factory checks the size");

    private FactoryRules() {}

    public static void addTo(List<Check> checks) {
        ModeTrial.each(checks, PLANES, GROUP, "order of planes", FactoryRules::planes);
        ModeTrial.each(checks, BYTES, GROUP, "ofBytes", FactoryRules::bytes);
        ModeTrial.each(checks, FILLED, GROUP, "filled", FactoryRules::filled);
        ModeTrial.each(checks, FILLED, GROUP, "filled with wrong values", FactoryRules::wrongColors);
        checks.add(new Check(FILLED, GROUP, "filled of a 70001×2 LA image", probe -> {
            Shape shape = new Shape(Mode.LA, 70_001, 2);
            byte[] bytes =
                    StandardImage.filled(Mode.LA, 70_001, 2, 5, 6).buffer().get(Slice.ALL);
            probe.same("bytes", shape.bytes(), (long) bytes.length);
            for (int k = 0; k < bytes.length; k++) {
                if (bytes[k] != 5 + k % 2) {
                    throw probe.violation("byte " + k, 5 + k % 2, bytes[k]);
                }
            }
        }));
        ModeTrial.each(checks, BLANK, GROUP, "of", FactoryRules::blank);
        ModeTrial.each(checks, SIDES, GROUP, "impossible sizes", FactoryRules::sides);
    }

    private static void planes(Shape shape, Probe probe) {
        if (!shape.planar()) {
            throw probe.doesNotApply("the mode is not planar");
        }
        StandardImage image = StandardImage.of(shape.mode(), shape.width(), shape.height());
        Samples expected = new Samples(shape);
        expected.each((c, x, y) -> expected.of[c][y][x] = 100 + c);
        for (int c = 0; c < 3; c++) {
            int value = 100 + c;
            image.plane(shape.names().get(c)).map(v -> value);
        }
        probe.same(
                "bytes after y, cr and cb became 100, 101 and 102",
                expected.bytes(),
                image.buffer().get(Slice.ALL));
    }

    private static void bytes(Shape shape, Probe probe) {
        byte[] bytes = Samples.random(shape, 66).bytes();
        byte[] given = bytes.clone();
        StandardImage image = StandardImage.ofBytes(shape.mode(), shape.width(), shape.height(), given);
        Arrays.fill(given, (byte) 7);
        same(probe, "the image, after the array was changed", shape, bytes, image);
        for (int length : new int[] {0, bytes.length - 1, bytes.length + 1}) {
            probe.refused(
                    IllegalArgumentException.class,
                    length + " bytes",
                    () -> StandardImage.ofBytes(shape.mode(), shape.width(), shape.height(), new byte[length]));
        }
    }

    public static void same(Probe probe, String where, Shape shape, byte[] bytes, ImageLike image) {
        probe.same("mode of " + where, shape.mode(), image.mode());
        probe.same("size of " + where, new ImageSize(shape.width(), shape.height()), image.size());
        probe.same("bytes of " + where, bytes, image.buffer().get(Slice.ALL));
    }

    private static void filled(Shape shape, Probe probe) {
        int[] color = new int[shape.names().size()];
        Samples expected = new Samples(shape);
        for (int c = 0; c < color.length; c++) {
            color[c] = (int) (shape.max() - 3 * c);
            int value = color[c];
            expected.each(c, (k, x, y) -> expected.of[k][y][x] = value);
        }
        StandardImage image = StandardImage.filled(shape.mode(), shape.width(), shape.height(), color);
        same(probe, "the image", shape, expected.bytes(), image);
    }

    private static void wrongColors(Shape shape, Probe probe) {
        int n = shape.names().size();
        for (int length : new int[] {0, n - 1, n + 1}) {
            refusedColor(probe, shape, new int[length]);
        }
        for (int c = 0; c < n && shape.bits() < 32; c++) {
            for (int wrong : new int[] {-1, (int) shape.max() + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                int[] color = new int[n];
                color[c] = wrong;
                refusedColor(probe, shape, color);
            }
        }
    }

    private static void refusedColor(Probe probe, Shape shape, int[] color) {
        probe.refused(
                IllegalArgumentException.class,
                "the colour " + Arrays.toString(color),
                () -> StandardImage.filled(shape.mode(), 2, 2, color));
    }

    private static void blank(Shape shape, Probe probe) {
        byte[] expected = new byte[(int) shape.bytes()];
        Arrays.fill(
                expected,
                switch (shape.mode()) {
                    case YV12 -> (byte) 16;
                    case CMYK, CMYK64 -> (byte) 255;
                    default -> (byte) 0;
                });
        same(probe, "the image", shape, expected, StandardImage.of(shape.mode(), shape.width(), shape.height()));
        int max = (int) shape.max();
        int[] black = switch (shape.mode()) {
            case L, L16, L32 -> new int[] {0};
            case LA, LA32 -> new int[] {0, max};
            case RGB, RGB48 -> new int[] {0, 0, 0};
            case RGBA, RGBA64, CMYK, CMYK64 -> new int[] {0, 0, 0, max};
            case YV12 -> new int[] {16, 128, 128};
            case JPEG_YV12 -> new int[] {0, 128, 128};
        };
        probe.same("black()", black, shape.mode().black());
    }

    private static void sides(Shape shape, Probe probe) {
        Mode mode = shape.mode();
        int n = shape.names().size();
        StandardImage source = StandardImage.of(mode, 2, 2);
        List<int[]> sizes = new ArrayList<>(List.of(new int[] {0, 2}, new int[] {2, 0}, new int[] {-2, 2}));
        sizes.add(new int[] {2, Integer.MIN_VALUE});
        if (shape.planar()) {
            sizes.addAll(List.of(new int[] {3, 2}, new int[] {2, 3}));
        }
        for (int[] size : sizes) {
            int w = size[0];
            int h = size[1];
            Map<String, Probe.Action> factories = new LinkedHashMap<>();
            factories.put("of", () -> StandardImage.of(mode, w, h));
            factories.put("filled", () -> StandardImage.filled(mode, w, h, new int[n]));
            factories.put("ofBytes", () -> StandardImage.ofBytes(mode, w, h, new byte[0]));
            factories.put("wrap", () -> StandardImage.wrap(mode, w, h, new byte[0]));
            factories.put("from", () -> StandardImage.from(source, w, h));
            factories.put("from with a mode", () -> StandardImage.from(source, mode, w, h, Filter.BOX));
            if (w < 1 || h < 1) {
                factories.put("canvas", () -> StandardImage.canvas(w, h));
            }
            factories.forEach((name, factory) ->
                    probe.refused(IllegalArgumentException.class, name + " of " + w + "×" + h, factory));
        }
    }
}
