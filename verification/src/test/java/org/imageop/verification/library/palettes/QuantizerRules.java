package org.imageop.verification.library.palettes;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.Mode;
import org.imageop.Quantizer;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;

/** Images in few colours. */
public final class QuantizerRules {
    private static final int SIDE = 48;

    private QuantizerRules() {}

    public static void addTo(List<Check> checks) {
        Rule few = Rule.of(
                "D-15",
                "a quantizer keeps few colours, and chooses of many",
                "Quantizer, internal.quantizing",
                "D-1",
                "D-5",
                "D-14",
                "C-1");
        for (Mode mode : List.of(Mode.L, Mode.RGB, Mode.RGBA)) {
            checks.add(PaletteRules.check(few, "few colours of " + mode, probe -> exact(probe, mode)));
            checks.add(PaletteRules.check(few, "many colours of " + mode, probe -> nearest(probe, mode)));
            checks.add(PaletteRules.check(few, "dithered " + mode, probe -> dithered(probe, mode)));
        }
        checks.add(PaletteRules.check(few, "other modes", QuantizerRules::modes));
        checks.add(PaletteRules.check(few, "transparent pixels", QuantizerRules::transparent));
        checks.add(PaletteRules.check(few, "a given palette", QuantizerRules::given));
        checks.add(PaletteRules.check(few, "what is refused", QuantizerRules::refuses));
    }

    private static StandardImage random(Mode mode, int values) {
        StandardImage image = StandardImage.of(mode, SIDE, SIDE);
        SplittableRandom random = new SplittableRandom(values);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int[] color = random.ints(mode.components(), 0, values).toArray();
                if (mode == Mode.RGBA) {
                    color[3] = 255 - color[3];
                }
                image.set(x, y, color);
            }
        }
        return image;
    }

    private static void exact(Probe probe, Mode mode) {
        StandardImage image = random(mode, 2);
        Set<List<Integer>> colors = new LinkedHashSet<>();
        image.pixels()
                .forEach(
                        pixel -> colors.add(Arrays.stream(pixel.value()).boxed().toList()));
        Quantizer quantizer = Quantizer.DEFAULT.withColors(colors.size());
        IndexedImage indexed = quantizer.quantize(image);
        probe.holds("the same pixels", Images.sameContent(image, indexed));
        probe.same(
                "colours in the order of their first pixels",
                List.copyOf(colors),
                List.copyOf(indexed.palette().colors().keySet()));
        probe.holds("exact", Images.sameContent(image, quantizer.exact(image).orElseThrow()));
        probe.holds(
                "one colour less is too few",
                Quantizer.DEFAULT.withColors(colors.size() - 1).exact(image).isEmpty());
    }

    private static void nearest(Probe probe, Mode mode) {
        StandardImage image = random(mode, 255);
        for (int most : new int[] {1, 7, 100}) {
            IndexedImage indexed =
                    Quantizer.DEFAULT.withColors(most).withDither(false).quantize(image);
            probe.holds(most + " colours at most", indexed.palette().size() <= most);
            probe.holds("memory of its own", !indexed.buffer().readOnly());
            for (int y = 0; y < SIDE; y += 5) {
                for (int x = 0; x < SIDE; x += 3) {
                    probe.same(
                            "the index at " + x + ", " + y + " of " + most,
                            nearest(indexed.palette(), image.get(x, y).value()),
                            indexed.indices().get(x, y).l());
                }
            }
            double error = error(image, indexed);
            double mean = error(
                    image, Quantizer.DEFAULT.withColors(1).withDither(false).quantize(image));
            probe.holds("error " + error + " against " + mean, most == 1 || error < mean);
        }
    }

    /** Of equals the first. */
    private static int nearest(ImagePalette palette, int... color) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int distance = 0;
            for (int c = 0; c < color.length; c++) {
                int d = palette.get(i)[c] - color[c];
                distance += d * d;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static double error(ImageLike a, ImageLike b) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                for (int c = 0; c < a.components(); c++) {
                    double d = a.get(x, y).get(c) - b.get(x, y).get(c);
                    sum += d * d;
                }
            }
        }
        return sum;
    }

    /** An area of one colour between two entries has this colour in the mean. */
    private static void dithered(Probe probe, Mode mode) {
        int components = mode.components();
        ImagePalette two = ImagePalette.ofArgb(mode, 0xff000000, 0xffffffff);
        int[] color = new int[components];
        Arrays.fill(color, 100);
        if (mode == Mode.RGBA) {
            color[3] = 255;
        }
        StandardImage image = StandardImage.filled(mode, SIDE, SIDE, color);
        double[] sums = new double[2];
        for (boolean dither : new boolean[] {false, true}) {
            IndexedImage indexed =
                    Quantizer.DEFAULT.withPalette(two).withDither(dither).quantize(image);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    sums[dither ? 1 : 0] += indexed.get(x, y).get(0);
                }
            }
        }
        probe.same("the mean without dithering", 0.0, sums[0]);
        probe.holds("the mean with dithering: " + sums[1] / SIDE / SIDE, Math.abs(sums[1] / SIDE / SIDE - 100) < 2);
    }

    private static void modes(Probe probe) {
        for (Mode mode : Mode.MODES) {
            StandardImage image = StandardImage.of(mode, 4, 4);
            Mode expected = mode.hasAlpha()
                    ? Mode.RGBA
                    : mode == Mode.L || mode == Mode.L16 || mode == Mode.L32 ? Mode.L : Mode.RGB;
            probe.same("the mode for " + mode, expected, Quantizer.DEFAULT.mode(image));
            probe.holds(
                    "the pixels of " + mode,
                    Images.sameContent(StandardImage.from(image, expected), Quantizer.DEFAULT.quantize(image)));
        }
    }

    private static void transparent(Probe probe) {
        StandardImage image = random(Mode.RGBA, 255);
        for (int x = 0; x < SIDE; x++) {
            image.set(x, 7, x, 0, 0, 0);
        }
        for (boolean dither : new boolean[] {false, true}) {
            IndexedImage indexed =
                    Quantizer.DEFAULT.withColors(5).withDither(dither).quantize(image);
            for (int x = 0; x < SIDE; x++) {
                probe.same("a transparent pixel", new int[4], indexed.get(x, 7).value());
            }
            probe.holds("5 colours at most", indexed.palette().size() <= 5);
        }
    }

    private static void given(Probe probe) {
        ImagePalette palette = ImagePalette.of(Mode.RGB, 0, 0, 0, 255, 0, 0, 0, 0, 255);
        Quantizer quantizer = Quantizer.DEFAULT.withPalette(palette);
        palette.set(1, 0, 255, 0);
        IndexedImage indexed = quantizer.quantize(StandardImage.filled(Mode.RGBA, 2, 2, 250, 0, 0, 9));
        probe.same("the index", 1, indexed.indices().get(0, 0).l());
        probe.same("the entries", new int[] {255, 0, 0}, indexed.palette().get(1));
        probe.same("the number of entries", 3, indexed.palette().size());
        probe.holds("exact", quantizer.exact(StandardImage.of(Mode.RGB, 2, 2)).isEmpty());
    }

    private static void refuses(Probe probe) {
        for (int most : new int[] {0, -1, 257}) {
            probe.refused(IllegalArgumentException.class, most + " colours", () -> Quantizer.DEFAULT.withColors(most));
        }
        for (ImagePalette palette :
                List.of(new ImagePalette(), ImagePalette.wedge(Mode.CMYK), new ImagePalette(Mode.L, new byte[257]))) {
            probe.refused(
                    IllegalArgumentException.class,
                    "the palette " + palette,
                    () -> Quantizer.DEFAULT.withPalette(palette));
        }
    }
}
