package org.imageop.verification.proof.copies;

import static org.imageop.verification.proof.copies.BrokenLibraries.INTERNAL;
import static org.imageop.verification.proof.copies.BrokenLibraries.broken;

import java.util.List;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library with one mistake each about palettes; several are Pillow's own. */
final class BrokenPalettes {
    private static final String PALETTE = "org.imageop.ImagePalette";

    private BrokenPalettes() {}

    static List<Broken> all() {
        return List.of(
                broken(
                        "D-1",
                        "an incomplete entry is kept",
                        PALETTE,
                        "if (length % entryLength() != 0) {",
                        "if (length < 0) {"),
                broken(
                        "D-2",
                        "the array of the caller is kept",
                        PALETTE,
                        "this(mode, null, data.clone());",
                        "this(mode, null, data);"),
                broken(
                        "D-3",
                        "the number of values is not checked",
                        PALETTE,
                        "        Checks.color(mode, values);\n        return values;",
                        "        if (values.length == 0) { Checks.color(mode, values); }\n        return values;"),
                broken(
                        "D-4",
                        "raw data lose their order",
                        PALETTE,
                        "return new Data(order(), data.clone());",
                        "return new Data(mode.name(), data.clone());"),
                broken(
                        "D-5",
                        "palettes are filled up to 256 entries",
                        PALETTE,
                        "        checkUnpacked();\n        return data.clone();",
                        "        checkUnpacked();\n        return Arrays.copyOf(data, 256 * mode.components());"),
                broken(
                        "D-6",
                        "toString() is the bytes",
                        PALETTE,
                        "return shown < size() ? text.append(\" …\").toString() : text.toString();",
                        "return Arrays.toString(data);"),
                broken(
                        "D-7",
                        "only the entries that exist are saved",
                        INTERNAL + "palette.PaletteText",
                        "for (int index = 0; index < INDICES; index++) {\n            text",
                        "for (int index = 0; index * components < data.length; index++) {\n            text"),
                broken("D-8", "the last of equal entries is found", PALETTE, "known.putIfAbsent(", "known.put("),
                broken(
                        "D-9",
                        "no entry is added for what is passed over (Pillow up to 12.3)",
                        PALETTE,
                        "Math.max(filled, index + 1) * mode.components()",
                        "(before + 1) * mode.components()",
                        "put(index, color);\n        return index;",
                        "put(Math.min(index, size() - 1), color);\n        return index;"),
                broken(
                        "D-10",
                        "the lowest unused entry is reused",
                        PALETTE,
                        "return taken.previousClearBit(FreeEntries.MOST - 1);",
                        "int lowest = taken.nextClearBit(0); return lowest < FreeEntries.MOST ? lowest : -1;"),
                broken(
                        "D-11",
                        "the exponent of gamma is inverted",
                        INTERNAL + "palette.Ramps",
                        "StrictMath.pow(i / 255.0, exponent)",
                        "StrictMath.pow(i / 255.0, 1 / exponent)"),
                broken(
                        "D-12",
                        "blank lines are skipped",
                        INTERNAL + "palette.PaletteText",
                        "if (lines.get(i).isEmpty() ||",
                        "if (lines.get(i).isBlank() ||"),
                broken(
                        "D-13",
                        "copies share their entries",
                        PALETTE,
                        "new ImagePalette(mode, rawMode, data.clone());\n        copy",
                        "new ImagePalette(mode, rawMode, data);\n        copy"),
                broken(
                        "D-14",
                        "written colours become the nearest",
                        "org.imageop.IndexedImage",
                        "index[0] = palette.allocate(color, indices, info);",
                        "index[0] = palette.nearest(color);"),
                broken(
                        "D-15",
                        "the last of equally near colours is taken",
                        INTERNAL + "palette.NearestColors",
                        "(distance == least && indices[at] < best)",
                        "(distance == least && indices[at] > best)"),
                broken(
                        "D-15",
                        "a part of each error is lost",
                        INTERNAL + "quantizing.Indexing",
                        "+= 5 * error;",
                        "+= error;"));
    }
}
