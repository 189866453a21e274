package org.imageop.verification.library.palettes;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.imageop.ImagePalette;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;

/** Tables of colours. */
public final class PaletteRules {
    private static final List<Mode> MODES = List.of(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA, Mode.CMYK);

    private PaletteRules() {}

    public static void addTo(List<Check> checks) {
        Rule made = Rule.of("D-1", "a palette has whole entries of bytes", "the constructors");
        Rule copied = Rule.of("D-2", "data are copied in and out", "clone()", "D-1");
        Rule added = Rule.of("D-3", "new colours are added behind the last", "getColor", "D-1", "D-5");
        Rule raw = Rule.of("D-4", "raw data are kept and unpacked", "raw, getData, unpacked", "D-1", "D-5");
        Rule bytes = Rule.of("D-5", "toBytes() is all entries", "toBytes", "D-1");
        Rule text = Rule.of("D-6", "toString() describes the palette", "toString", "D-1");
        Rule saved = Rule.of("D-7", "save writes 258 lines", "save", "D-1");
        Rule first = Rule.of("D-8", "the first entry of a colour is found", "find, colors, set", "D-1", "D-3", "D-5");
        Rule passed = Rule.of("D-9", "indices of info are passed over", "getColor(color, image)", "D-3", "D-8");
        Rule full = Rule.of("D-10", "the highest unused entry is reused", "getColor(color, image)", "D-3", "D-8");
        Rule ramps = Rule.of("D-11", "tables follow their formulas", "the factories", "D-1", "D-5");
        Rule loaded = Rule.of("D-12", "files of three kinds are read", "load", "D-1", "D-5");
        Rule equal = Rule.of("D-13", "palettes are values", "equals, copy", "D-1", "D-3", "D-5");
        for (Mode mode : MODES) {
            checks.add(check(made, "entries of " + mode, probe -> entries(probe, mode)));
            checks.add(check(copied, "data of " + mode, probe -> copies(probe, mode)));
            checks.add(check(bytes, "bytes of " + mode, probe -> bytes(probe, mode)));
            checks.add(check(saved, "the text of " + mode, probe -> saves(probe, mode)));
            checks.add(check(first, "entries of " + mode, probe -> finds(probe, mode)));
            checks.add(check(equal, "palettes of " + mode, probe -> equals(probe, mode)));
        }
        checks.add(check(made, "what cannot be a palette", PaletteRules::refuses));
        checks.add(check(added, "new colours", PaletteRules::adds));
        checks.add(check(added, "colours that are refused", PaletteRules::refusesColors));
        checks.add(check(raw, "raw data", PaletteRules::raw));
        checks.add(check(text, "toString()", PaletteRules::describes));
        checks.add(check(passed, "background and transparency", PaletteRules::passesOver));
        checks.add(check(full, "a full palette", PaletteRules::reuses));
        checks.add(check(ramps, "ramps", PaletteRules::ramps));
        checks.add(check(loaded, "what save wrote", PaletteRules::reloads));
        checks.add(check(loaded, "files of GIMP", PaletteRules::gimp));
    }

    static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "palettes", what, body);
    }

    /** So many bytes, all different. */
    private static byte[] data(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (i * 37 + 11);
        }
        return data;
    }

    private static void entries(Probe probe, Mode mode) {
        int components = mode.components();
        ImagePalette palette = new ImagePalette(mode, data(5 * components));
        probe.same("size()", 5, palette.size());
        probe.same("mode()", mode, palette.mode());
        for (int i = 0; i < 5; i++) {
            int[] expected = new int[components];
            for (int c = 0; c < components; c++) {
                expected[c] = data(5 * components)[i * components + c] & 0xff;
            }
            probe.same("entry " + i, expected, palette.get(i));
        }
        probe.same("entries of no data", 0, new ImagePalette(mode).size());
        probe.same("257 entries", 257, new ImagePalette(mode, data(257 * components)).size());
    }

    private static void refuses(Probe probe) {
        for (Mode mode : List.of(Mode.L16, Mode.L32, Mode.RGB48, Mode.YV12, Mode.JPEG_YV12)) {
            probe.refused(IllegalArgumentException.class, "a palette of " + mode, () -> new ImagePalette(mode));
        }
        probe.refused(
                IllegalArgumentException.class, "four bytes of RGB", () -> new ImagePalette(Mode.RGB, new byte[4]));
        for (int value : new int[] {-1, 256}) {
            probe.refused(
                    IllegalArgumentException.class, "a value " + value, () -> ImagePalette.of(Mode.RGB, 1, 2, value));
        }
    }

    private static void copies(Probe probe, Mode mode) {
        byte[] data = data(2 * mode.components());
        ImagePalette palette = new ImagePalette(mode, data);
        int[] before = palette.get(0);
        data[0] ^= 1;
        probe.same("an entry after its array changed", before, palette.get(0));
        palette.toBytes()[0] ^= 1;
        palette.getData().bytes()[0] ^= 1;
        probe.same("an entry after a returned array changed", before, palette.get(0));
        palette.setData(data);
        int[] replaced = palette.get(0);
        data[0] ^= 1;
        probe.same("an entry after the array of setData changed", replaced, palette.get(0));
    }

    private static void bytes(Probe probe, Mode mode) {
        for (int entries : new int[] {0, 1, 3, 300}) {
            byte[] data = data(entries * mode.components());
            probe.same("toBytes() of " + entries + " entries", data, new ImagePalette(mode, data).toBytes());
        }
    }

    private static void adds(Probe probe) {
        ImagePalette palette = new ImagePalette();
        probe.same("the first colour", 0, palette.getColor(1, 2, 3));
        probe.same("the second colour", 1, palette.getColor(4, 5, 6));
        probe.same("the first colour again", 0, palette.getColor(1, 2, 3));
        probe.same("an opaque colour of RGBA", 1, palette.getColor(4, 5, 6, 255));
        probe.same("black", 2, palette.getColor(0, 0, 0));
        probe.same("the entries", new byte[] {1, 2, 3, 4, 5, 6, 0, 0, 0}, palette.toBytes());
        ImagePalette alpha = new ImagePalette(Mode.RGBA);
        probe.same("a colour of RGB", 0, alpha.getColor(1, 2, 3));
        probe.same("the same, opaque", 0, alpha.getColor(1, 2, 3, 255));
        probe.same("the same, transparent", 1, alpha.getColor(1, 2, 3, 0));
        probe.same("a grey", 0, new ImagePalette(Mode.L).getColor(7));
    }

    private static void refusesColors(Probe probe) {
        ImagePalette palette = ImagePalette.of(Mode.RGB, 1, 2, 3);
        for (int[] color : new int[][] {{1, 2}, {1, 2, 3, 4, 5}, {300, 0, 0}, {-1, 0, 0}, {9, 9, 9, 254}, {}}) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                probe.refused(
                        IllegalArgumentException.class,
                        "attempt " + attempt + " at " + Arrays.toString(color),
                        () -> palette.getColor(color));
            }
        }
        probe.same("the entries after that", new byte[] {1, 2, 3}, palette.toBytes());
    }

    private static void raw(Probe probe) {
        byte[] data = {3, 2, 1, 99, 6, 5, 4, 98};
        ImagePalette palette = ImagePalette.raw("BGRX", data);
        probe.same("getData().mode()", "BGRX", palette.getData().mode());
        probe.same("getData().bytes()", data, palette.getData().bytes());
        probe.same("size()", 2, palette.size());
        probe.same("unpacked", new byte[] {1, 2, 3, 4, 5, 6}, palette.unpacked().toBytes());
        probe.same(
                "with alpha", Mode.RGBA, ImagePalette.raw("ARGB", new byte[4]).mode());
        probe.same(
                "getData() of entries in order",
                "RGB",
                ImagePalette.of(Mode.RGB, 1, 2, 3).getData().mode());
        probe.refused(UnsupportedOperationException.class, "toBytes() of raw data", palette::toBytes);
        probe.refused(UnsupportedOperationException.class, "getColor of raw data", () -> palette.getColor(1, 2, 3));
        probe.refused(UnsupportedOperationException.class, "save of raw data", () -> palette.save(new StringBuilder()));
        probe.refused(IllegalArgumentException.class, "an order without blue", () -> ImagePalette.raw("RGX"));
    }

    private static void describes(Probe probe) {
        probe.same(
                "toString()",
                "RGB palette of 2 entries: ff8000 010203",
                ImagePalette.of(Mode.RGB, 255, 128, 0, 1, 2, 3).toString());
        String many = new ImagePalette(Mode.L, data(256)).toString();
        probe.holds(
                "one short line: " + many,
                many.startsWith("L palette of 256 entries: 0b") && many.length() < 80 && !many.contains("\n"));
    }

    private static void saves(Probe probe, Mode mode) throws IOException {
        int components = mode.components();
        byte[] data = data(258 * components);
        for (int entries : new int[] {0, 2, 256, 258}) {
            StringBuilder expected = new StringBuilder("# Palette\n# Mode: " + mode + "\n");
            for (int i = 0; i < 256; i++) {
                expected.append(i);
                for (int c = 0; c < components; c++) {
                    expected.append(' ').append(i < entries ? data[i * components + c] & 0xff : 0);
                }
                expected.append('\n');
            }
            ImagePalette palette = new ImagePalette(mode, Arrays.copyOf(data, entries * components));
            StringBuilder text = new StringBuilder();
            palette.save(text);
            probe.same("the text of " + entries + " entries", expected.toString(), text.toString());
            Path file = Files.createTempFile("palette", ".txt");
            try {
                palette.save(file);
                probe.same("the file", expected.toString(), Files.readString(file, StandardCharsets.US_ASCII));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void finds(Probe probe, Mode mode) {
        int components = mode.components();
        byte[] data = data(4 * components);
        System.arraycopy(data, components, data, 3 * components, components);
        ImagePalette palette = new ImagePalette(mode, data);
        int[] twice = palette.get(1);
        int[] once = palette.get(2);
        int[] other = new int[components];
        Arrays.fill(other, 1);
        probe.same("a colour that two entries have", OptionalInt.of(1), palette.find(twice));
        probe.same("getColor of it", 1, palette.getColor(twice));
        probe.same("a colour that none has", OptionalInt.empty(), palette.find(other));
        Map<List<Integer>, Integer> colors = palette.colors();
        probe.same("the indices of all colours", List.of(0, 1, 2), List.copyOf(colors.values()));
        probe.same(
                "the index of a colour",
                2,
                colors.get(Arrays.stream(once).boxed().toList()));
        palette.set(1, other);
        probe.same("the colour after its first entry changed", OptionalInt.of(3), palette.find(twice));
        probe.same("the colour that replaced it", OptionalInt.of(1), palette.find(other));
        palette.setData(data(components));
        probe.same("a colour after all data changed", OptionalInt.empty(), palette.find(once));
    }

    /** An image of indices from 0 on, but for some. */
    private static StandardImage indices(int count, int... without) {
        StandardImage image = StandardImage.of(Mode.L, count, 1);
        for (int x = 0; x < count; x++) {
            int index = x;
            image.set(x, 0, Arrays.stream(without).anyMatch(w -> w == index) ? 0 : x);
        }
        return image;
    }

    private static StandardImage reserving(StandardImage image, Object background, Object transparency) {
        image.info().put(InfoKeys.BACKGROUND, background);
        image.info().put(InfoKeys.TRANSPARENCY, transparency);
        return image;
    }

    private static void passesOver(Probe probe) {
        ImagePalette palette = new ImagePalette();
        int[] blue = {0, 0, 1};
        probe.same("behind transparency 0", 1, palette.getColor(blue, reserving(indices(1), -1, 0)));
        probe.same(
                "behind background 2 and transparency 3",
                4,
                palette.getColor(new int[] {0, 0, 2}, reserving(indices(1), 2, 3)));
        probe.same("a known colour", 1, palette.getColor(blue, reserving(indices(1), 1, 1)));
        probe.same("the entries", new byte[] {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2}, palette.toBytes());
        probe.same("the entries that were passed over", OptionalInt.empty(), palette.find(0, 0, 0));
        probe.same(
                "a background that is a colour",
                5,
                palette.getColor(new int[] {9, 9, 9}, reserving(indices(1), List.of(5, 5, 5), new byte[] {5})));
    }

    private static void reuses(Probe probe) {
        int[] color = {1, 2, 3};
        probe.refused(
                IllegalArgumentException.class,
                "a colour beyond 256",
                () -> ImagePalette.wedge(Mode.RGB).getColor(color));
        probe.refused(
                IllegalArgumentException.class,
                "a colour beyond 256 used ones",
                () -> ImagePalette.wedge(Mode.RGB).getColor(color, indices(256)));
        ImagePalette palette = ImagePalette.wedge(Mode.RGB);
        probe.same("unused are 7 and 200", 200, palette.getColor(color, indices(256, 7, 200)));
        probe.same("the entry", color, palette.get(200));
        probe.same("the colour that was replaced", OptionalInt.empty(), palette.find(200, 200, 200));
        probe.same("unused is 7", 7, palette.getColor(new int[] {4, 5, 6}, indices(256, 7)));
        probe.same("the first colour again", 200, palette.getColor(color, indices(256)));
        StandardImage reserved = reserving(indices(256, 8, 9), 9, 8);
        byte[] before = palette.toBytes();
        probe.refused(
                IllegalArgumentException.class,
                "unused are background and transparency",
                () -> palette.getColor(new int[] {7, 8, 9}, reserved));
        probe.same("the entries after that", before, palette.toBytes());
        ImagePalette almost = new ImagePalette(
                Mode.RGB, Arrays.copyOf(ImagePalette.wedge(Mode.RGB).toBytes(), 765));
        probe.same("behind 255 entries", 255, almost.getColor(color));
    }

    private static void ramps(Probe probe) {
        int[] identity = new int[256];
        int[] sqrt = new int[256];
        for (int k = 0; k < 256; k++) {
            identity[k] = k;
            sqrt[k] = (int) Math.round(255 * Math.sqrt(k / 255.0));
            int[] grey = {k, k, k, k};
            int[] inverse = {255 - k, 255 - k, 255 - k, 255 - k};
            probe.same("wedge", grey, ImagePalette.wedge(Mode.RGBA).get(k));
            probe.same("negative", inverse, ImagePalette.negative(Mode.RGBA).get(k));
            probe.same(
                    "sepia",
                    new int[] {k, 240 * k / 255, 192 * k / 255},
                    ImagePalette.sepia().get(k));
        }
        probe.same("linear(255)", identity, ImagePalette.linear(255));
        probe.same("gamma(0.5)", sqrt, ImagePalette.gamma(0.5));
        probe.same("rounded down", -1, ImagePalette.linear(-10)[1]);
        probe.same("random of a seed", ImagePalette.random(Mode.RGB, 5), ImagePalette.random(Mode.RGB, 5));
        probe.same("entries of random", 256, ImagePalette.random(Mode.RGB, 5).size());
    }

    private static void reloads(Probe probe) throws IOException {
        for (Mode mode : List.of(Mode.L, Mode.RGB)) {
            ImagePalette palette = new ImagePalette(mode, data(256 * mode.components()));
            StringBuilder text = new StringBuilder();
            palette.save(text);
            ImagePalette loaded = ImagePalette.load(new StringReader(text.toString()));
            for (int i = 0; i < 256; i++) {
                int[] entry = palette.get(i);
                int[] expected = mode == Mode.L ? new int[] {entry[0], entry[0], entry[0]} : entry;
                probe.same("entry " + i + " of " + mode, expected, loaded.get(i));
            }
        }
        probe.same("an empty file", ImagePalette.wedge(Mode.RGB), ImagePalette.load(new StringReader("")));
        for (String text : new String[] {"0 1\n\n", "0 1 2\n", "0 1 2 3 4\n", "x 1\n", "0 1" + " ".repeat(98) + "\n"}) {
            probe.refused(IOException.class, "\"" + text + "\"", () -> ImagePalette.load(new StringReader(text)));
        }
        String endless = "#\n".repeat(1 << 20);
        probe.refused(IOException.class, "a long file", () -> ImagePalette.load(new StringReader(endless)));
    }

    private static void gimp(Probe probe) throws IOException {
        probe.same(
                "a palette",
                ImagePalette.of(Mode.RGB, 1, 2, 3, 255, 0, 128),
                ImagePalette.load(
                        new StringReader("GIMP Palette\nName: t\nColumns: 4\n#\n  1   2   3\tfoo bar\n255 0 128\n")));
        ImagePalette gradient =
                ImagePalette.load(new StringReader("GIMP Gradient\nName: g\n1\n0.0 0.5 1.0 0 0 0 1 1 1 1 0 0 0\n"));
        for (int k = 0; k < 256; k += 51) {
            probe.same("a gradient from black to white", new int[] {k, k, k, 255 - k}, gradient.get(k));
        }
        for (String text : new String[] {
            "GIMP Palette\n1 2\n",
            "GIMP Palette\n1 2 256\n",
            "GIMP Gradient\n1\n",
            "GIMP Gradient\n2000000000\n",
            "GIMP Gradient\n1\n0.0 0.2 0.5 0 0 0 1 1 1 1 0 0 0\n",
            "GIMP Gradient\n1\n0.0 0.5 1.0 0 0 0 1 1 1 1 0 0 1\n",
            "GIMP Gradient\n1\n0.0 0.5 1.0 NaN 0 0 1 1 1 1 0 0 0\n"
        }) {
            probe.refused(IOException.class, "\"" + text + "\"", () -> ImagePalette.load(new StringReader(text)));
        }
    }

    private static void equals(Probe probe, Mode mode) {
        ImagePalette palette = new ImagePalette(mode, data(2 * mode.components()));
        ImagePalette copy = palette.copy();
        probe.holds("a copy is another object", copy != palette);
        probe.same("a copy", palette, copy);
        probe.same("its hash code", palette.hashCode(), copy.hashCode());
        copy.set(0, new int[mode.components()]);
        probe.holds("a copy that has changed differs", !palette.equals(copy));
        probe.same("the original", data(2 * mode.components()), palette.toBytes());
        probe.holds("fewer entries differ", !palette.equals(new ImagePalette(mode, data(mode.components()))));
        Mode other = mode == Mode.RGBA ? Mode.CMYK : Mode.RGBA;
        probe.holds(
                "the same bytes in " + other + " differ",
                !new ImagePalette(mode, new byte[0]).equals(new ImagePalette(other, new byte[0])));
        probe.holds(
                "raw data differ from entries",
                !ImagePalette.raw("RGB", data(3)).equals(new ImagePalette(Mode.RGB, data(3))));
    }
}
