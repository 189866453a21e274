package org.imageop.verification.library.palettes;

import java.util.List;
import org.imageop.ImagePalette;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;

/** Images of indices in the colours of a palette. */
public final class IndexedRules {
    private IndexedRules() {}

    public static void addTo(List<Check> checks) {
        Rule shown = Rule.of(
                "D-14",
                "an indexed image shows indices in colours, and gives colours indices",
                "IndexedImage",
                "D-3",
                "D-8",
                "D-9",
                "D-10",
                "A-10");
        for (Mode mode : List.of(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA, Mode.CMYK)) {
            checks.add(PaletteRules.check(shown, "colours of " + mode, probe -> colors(probe, mode)));
        }
        checks.add(PaletteRules.check(shown, "written colours", IndexedRules::writes));
        checks.add(PaletteRules.check(shown, "a full palette", IndexedRules::full));
        checks.add(PaletteRules.check(shown, "info", IndexedRules::info));
        checks.add(PaletteRules.check(shown, "what has no indices", IndexedRules::refuses));
    }

    private static void colors(Probe probe, Mode mode) {
        ImagePalette palette = ImagePalette.random(mode, 3);
        for (Mode depth : List.of(Mode.L, Mode.L16)) {
            StandardImage indices = StandardImage.of(depth, 4, 2);
            IndexedImage image = IndexedImage.of(indices, palette);
            probe.same("mode()", mode, image.mode());
            probe.same("size()", indices.size(), image.size());
            indices.set(2, 1, 77);
            probe.same(
                    "the colour of index 77", palette.get(77), image.get(2, 1).value());
            palette.set(77, new int[mode.components()]);
            probe.same(
                    "a colour that changed",
                    new int[mode.components()],
                    image.get(2, 1).value());
            palette.set(77, palette.get(78));
        }
        StandardImage beyond = StandardImage.filled(Mode.L16, 2, 2, 256);
        probe.same(
                "an index without an entry",
                new int[mode.components()],
                IndexedImage.of(beyond, palette).get(1, 1).value());
    }

    private static void writes(Probe probe) {
        StandardImage indices = StandardImage.of(Mode.L, 3, 2);
        IndexedImage image = IndexedImage.of(indices, ImagePalette.of(Mode.RGB, 0, 0, 0, 9, 9, 9));
        image.set(1, 0, 9, 9, 9);
        image.set(2, 1, 1, 2, 3);
        probe.same("the index of a known colour", 1, indices.get(1, 0).l());
        probe.same("the index of a new colour", 2, indices.get(2, 1).l());
        probe.same("the new entry", new int[] {1, 2, 3}, image.palette().get(2));
        probe.same("the colour read again", new int[] {1, 2, 3}, image.get(2, 1).value());
        image.info().put(InfoKeys.TRANSPARENCY, 3);
        image.set(0, 0, 5, 5, 5);
        probe.same("the index behind the transparent one", 4, indices.get(0, 0).l());
    }

    private static void full(Probe probe) {
        StandardImage indices = StandardImage.of(Mode.L, 16, 16);
        IndexedImage image = IndexedImage.of(indices, ImagePalette.wedge(Mode.RGB));
        StandardImage colors = StandardImage.of(Mode.RGB, 16, 16);
        for (int i = 0; i < 256; i++) {
            indices.set(i % 16, i / 16, i);
            // the last pixel keeps its index until it is written, so that 255 others are free
            colors.set(i % 16, i / 16, Math.min(i, 254), 0, 255);
        }
        byte[] row = image.get(Slice.ALL, Slice.of(3, 4)).buffer().get(Slice.ALL);
        ImagePalette before = image.palette().copy();
        probe.refused(IllegalArgumentException.class, "a colour beyond 256 used ones", () -> image.set(0, 0, 1, 2, 3));
        // the first pixel has a known colour, and its old index would be free if it were not reserved
        image.info().put(InfoKeys.TRANSPARENCY, 48);
        probe.refused(
                IllegalArgumentException.class,
                "a row of them",
                () -> Images.rows(image).write(0, 3, 16, rowOf(48), 0));
        probe.same(
                "the row after that",
                row,
                image.get(Slice.ALL, Slice.of(3, 4)).buffer().get(Slice.ALL));
        probe.same("the palette after that", before, image.palette());
        image.info().remove(InfoKeys.TRANSPARENCY);
        indices.map(v -> 0);
        Images.copy(colors, image);
        probe.holds("255 new colours for 256 old ones", Images.sameContent(colors, image));
    }

    private static int[] rowOf(int count) {
        int[] samples = new int[count];
        for (int i = 0; i < count; i++) {
            samples[i] = i < 3 ? 7 : i;
        }
        return samples;
    }

    private static void info(Probe probe) {
        StandardImage indices = StandardImage.of(Mode.L, 2, 2);
        indices.info().put(InfoKeys.BACKGROUND, 1);
        ImagePalette palette = new ImagePalette(Mode.RGB, new byte[6]);
        IndexedImage image = IndexedImage.of(indices, palette);
        probe.same("background", 1, image.info().get(InfoKeys.BACKGROUND));
        probe.holds("palette", image.info().get(InfoKeys.PALETTE) == palette && image.palette() == palette);
        probe.holds("indices", image.indices() == indices);
        image.info().put(InfoKeys.BACKGROUND, 2);
        probe.same("background of the indices", 1, indices.info().get(InfoKeys.BACKGROUND));
    }

    private static void refuses(Probe probe) {
        for (Mode mode : List.of(Mode.LA, Mode.RGB, Mode.L32, Mode.YV12)) {
            probe.refused(
                    IllegalArgumentException.class,
                    "indices of " + mode,
                    () -> IndexedImage.of(StandardImage.of(mode, 2, 2), new ImagePalette()));
        }
        probe.refused(
                UnsupportedOperationException.class,
                "a raw palette",
                () -> IndexedImage.of(StandardImage.of(Mode.L, 2, 2), ImagePalette.raw("BGR")));
        probe.refused(
                ReadOnlyImageException.class,
                "writing to read-only indices",
                () -> IndexedImage.of(Views.readOnly(StandardImage.of(Mode.L, 2, 2)), ImagePalette.wedge(Mode.RGB))
                        .set(0, 0, 1, 1, 1));
    }
}
