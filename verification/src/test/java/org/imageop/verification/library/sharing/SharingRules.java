package org.imageop.verification.library.sharing;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.imageop.AlphaType;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.adapter.Endpoint;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.library.conversion.ConversionRules;

/** Which methods of the library share and which copy. */
public final class SharingRules {
    private static final String GROUP = "sharing";

    private static final Rule VERBS = Rule.of(
            "S-1",
            "wrap, plane, line, get(x, y) and Views share; from, ofBytes, copy, split, rotations and slices copy",
            "whether the method's result is on the memory of what it was made of");
    private static final Rule ARRAYS = Rule.of(
            "S-2",
            "wrap shares an array in canonical order, of exactly the image's length, of elements as wide as components",
            "StandardImage.wrap of the array's type");
    private static final Rule CANVAS = Rule.of(
            "S-3",
            "canvas(w, h) is transparent, premultiplied ARGB in one int[] without padding",
            "shifts, strides and alpha type of the canvas");

    private record Verb(String name, UnaryOperator<ImageLike> of) {}

    private SharingRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode mode : List.of(Mode.L, Mode.RGB, Mode.LA32, Mode.L32, Mode.YV12)) {
            for (Verb copying : copying(mode)) {
                checks.add(new Check(VERBS, GROUP, copying.name + " of " + mode + " copies", probe -> {
                    StandardImage image = ConversionRules.image(Samples.random(new Shape(mode, 6, 4), 1));
                    ImageLike made = copying.of.apply(image);
                    Endpoint.independent(probe, Endpoint.of(image), Endpoint.of(made));
                    Endpoint.independent(probe, Endpoint.of(made), Endpoint.of(image));
                }));
            }
            for (Verb sharing : sharing(mode)) {
                checks.add(new Check(VERBS, GROUP, sharing.name + " of " + mode + " shares", probe -> {
                    StandardImage image = ConversionRules.image(Samples.random(new Shape(mode, 6, 4), 1));
                    ImageLike made = sharing.of.apply(image);
                    changes(probe, "the image", image, sharing.name, made);
                    changes(probe, sharing.name, made, "the image", image);
                }));
            }
            checks.add(new Check(VERBS, GROUP, "ofBytes of " + mode + " copies", probe -> {
                Samples samples = Samples.random(new Shape(mode, 6, 4), 1);
                byte[] bytes = samples.bytes();
                StandardImage image = StandardImage.ofBytes(mode, 6, 4, bytes);
                bytes[0] ^= -1;
                ConversionRules.expect(probe, samples, image);
            }));
        }
        for (Mode mode : Mode.values()) {
            checks.add(new Check(ARRAYS, GROUP, "wrap of arrays of " + mode, probe -> arrays(probe, mode)));
        }
        checks.add(new Check(VERBS, GROUP, "line and get(x, y) share", SharingRules::pixels));
        checks.add(new Check(CANVAS, GROUP, "canvas of 3×2", SharingRules::canvas));
    }

    private static List<Verb> copying(Mode mode) {
        List<Verb> verbs = new ArrayList<>(List.of(
                new Verb("from", StandardImage::from),
                new Verb("from in another size", image -> StandardImage.from(image, 8, 2, Filter.BOX)),
                new Verb("from in its own size", image -> StandardImage.from(image, 6, 4)),
                new Verb("Images.copy", image -> {
                    StandardImage target = StandardImage.of(mode, 6, 4);
                    Images.copy(image, target);
                    return target;
                }),
                new Verb("split", image -> image.split().get(0)),
                new Verb("rotate90", ImageLike::rotate90),
                new Verb("rotate180", ImageLike::rotate180),
                new Verb("rotate270", ImageLike::rotate270)));
        if (!new Shape(mode, 2, 2).planar()) {
            verbs.add(new Verb("get(Slice, Slice)", image -> image.get(Slice.ALL, Slice.ALL)));
            verbs.add(new Verb("get(Slice)", image -> image.get(Slice.ALL)));
        }
        return verbs;
    }

    private static List<Verb> sharing(Mode mode) {
        String name = new Shape(mode, 2, 2).names().get(0);
        return List.of(
                new Verb(
                        "wrap of its layout",
                        image -> StandardImage.wrap(image.buffer().layout().orElseThrow())),
                new Verb("plane", image -> image.plane(name)),
                new Verb("Views.component", image -> Views.component(image, name)),
                new Verb("Views.crop", image -> Views.crop(image, 0, 0, 6, 4)),
                new Verb("Views.select", image -> Views.select(image, Slice.ALL, Slice.ALL)),
                new Verb("Views.flipLeftRight", Views::flipLeftRight),
                new Verb("Views.flipTopBottom", Views::flipTopBottom),
                new Verb("Views.transpose", Views::transpose),
                new Verb("Views.rotate90", Views::rotate90),
                new Verb("Views.rotate180", Views::rotate180),
                new Verb("Views.rotate270", Views::rotate270),
                new Verb("Views.orient", image -> Views.orient(image, 7)));
    }

    /** Every sample of one of two images changes with the other; the rules of views check where. */
    private static void changes(Probe probe, String name, ImageLike written, String other, ImageLike read) {
        Samples last = Endpoint.of(read).reader().get();
        int width = written.size().width();
        Shape shape = Endpoint.of(written).shape();
        for (int x = 0; x < width; x += width - 1) {
            long index = shape.index(0, x, 0);
            written.buffer().set(index, 255 - written.buffer().get(index));
            Samples now = Endpoint.of(read).reader().get();
            if (Arrays.deepEquals(last.of, now.of)) {
                throw probe.violation(
                        other + " after byte " + index + " of " + name + " was written", "changed", "as before");
            }
            last = now;
        }
    }

    private static void pixels(Probe probe) {
        StandardImage image = ConversionRules.image(Samples.random(new Shape(Mode.RGB, 6, 4), 1));
        image.line(1).set(2, 1, 2, 3);
        probe.same(
                "pixel (2,1) after line(1) was written",
                new int[] {1, 2, 3},
                image.get(2, 1).value());
        image.get(5, 3).value(4, 5, 6);
        probe.same("byte 69 after get(5, 3) was written", 4, image.buffer().get(69));
    }

    private static void arrays(Probe probe, Mode mode) {
        Shape shape = new Shape(mode, 6, 4);
        Samples samples = Samples.random(shape, 2);
        byte[] bytes = samples.bytes();
        StandardImage image = StandardImage.wrap(mode, 6, 4, bytes);
        ConversionRules.expect(probe, samples, image);
        Samples other = Samples.random(shape, 3);
        other.write(image.buffer());
        probe.holds("the array has the bytes that were written", Arrays.equals(other.bytes(), bytes));
        int count = (int) shape.bytes() * 8 / shape.bits();
        if (shape.bits() == 16) {
            short[] shorts = new short[count];
            wide(probe, samples, StandardImage.wrap(mode, 6, 4, shorts), k -> shorts[k] & 0xffff);
        } else if (shape.bits() == 32) {
            int[] ints = new int[count];
            wide(probe, samples, StandardImage.wrap(mode, 6, 4, ints), k -> ints[k]);
        }
        Class<IllegalArgumentException> refusal = IllegalArgumentException.class;
        for (int wrong : new int[] {0, bytes.length - 1, bytes.length + 1}) {
            probe.refused(refusal, wrong + " bytes", () -> StandardImage.wrap(mode, 6, 4, new byte[wrong]));
        }
        if (shape.bits() != 16) {
            probe.refused(refusal, "shorts", () -> StandardImage.wrap(mode, 6, 4, new short[(int) shape.bytes() / 2]));
        } else {
            probe.refused(refusal, "a short too many", () -> StandardImage.wrap(mode, 6, 4, new short[count + 1]));
        }
        if (shape.bits() != 32) {
            probe.refused(refusal, "ints", () -> StandardImage.wrap(mode, 6, 4, new int[(int) shape.bytes() / 4]));
        } else {
            probe.refused(refusal, "an int too many", () -> StandardImage.wrap(mode, 6, 4, new int[count + 1]));
        }
    }

    private static void wide(Probe probe, Samples samples, StandardImage image, IntUnaryOperator element) {
        samples.write(image.buffer());
        int bytes = samples.shape.bits() / 8;
        samples.each((c, x, y) -> {
            int index = (int) samples.shape.index(c, x, y) / bytes;
            probe.same("element " + index, samples.of[c][y][x], element.applyAsInt(index));
        });
        ConversionRules.expect(probe, samples, image);
    }

    private static void canvas(Probe probe) {
        StandardImage canvas = StandardImage.canvas(3, 2);
        ConversionRules.expect(probe, new Samples(new Shape(Mode.RGBA, 3, 2)), canvas);
        PixelLayout layout = canvas.buffer().layout().orElseThrow();
        probe.same("alpha()", AlphaType.PREMULTIPLIED, layout.alpha());
        int[] shifts = {16, 8, 0, 24};
        for (int c = 0; c < 4; c++) {
            Plane plane = layout.planes().get(c);
            probe.same("shift of component " + c, shifts[c], plane.shift());
            probe.same("bits of component " + c, 8, plane.bits());
        }
        probe.holds("memory() is of ints", layout.memory().orElseThrow() instanceof IntBuffer);
        int[] pixels = (int[]) layout.memory().orElseThrow().array();
        probe.same("length of the array", 6, pixels.length);
        canvas.set(2, 1, 255, 128, 0, 128);
        probe.same("the array after set(2, 1)", new int[] {0, 0, 0, 0, 0, 0x80804000}, pixels);
        probe.refused(IllegalArgumentException.class, "canvas(0, 2)", () -> StandardImage.canvas(0, 2));
    }
}
