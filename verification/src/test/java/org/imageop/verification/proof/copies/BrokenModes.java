package org.imageop.verification.proof.copies;

import static org.imageop.verification.proof.copies.BrokenLibraries.broken;

import java.util.ArrayList;
import java.util.List;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library whose modes, sizes or slices have one mistake each. */
final class BrokenModes {
    private static final String MODE = "org.imageop.Mode";
    private static final String SIZE = "org.imageop.ImageSize";
    private static final String SLICE = "org.imageop.Slice";

    private BrokenModes() {}

    static List<Broken> all() {
        List<Broken> all = new ArrayList<>(modes());
        all.addAll(algebra());
        all.addAll(sizes());
        all.addAll(slices());
        return all;
    }

    private static List<Broken> modes() {
        return List.of(
                broken(
                        "P-1",
                        "MODES can be changed",
                        MODE,
                        "Collections.unmodifiableSet(EnumSet.allOf(Mode.class))",
                        "EnumSet.allOf(Mode.class)"),
                broken(
                        "P-3",
                        "blue comes first",
                        "org.imageop.ColorFamily",
                        "RGB(\"r\", \"g\", \"b\")",
                        "RGB(\"b\", \"g\", \"r\")"),
                broken(
                        "P-4",
                        "L has 4 bits",
                        MODE,
                        "    L(ColorFamily.GREY, 8, false),",
                        "    L(ColorFamily.GREY, 4, false),"),
                broken(
                        "P-5",
                        "LA32 has 32 bits per component",
                        MODE,
                        "LA32(ColorFamily.GREY, 16",
                        "LA32(ColorFamily.GREY, 32"),
                broken(
                        "P-6",
                        "a component that is not there has the index -1",
                        MODE,
                        "if (index < 0) {",
                        "if (index < -1) {"),
                broken(
                        "P-7",
                        "planar modes have a byte per pixel",
                        MODE,
                        "    public int bytesPerPixel() {\n        if (planar) {",
                        "    public int bytesPerPixel() {\n        if (planar && bits > 8) {"),
                broken("P-8", "CMYK64 is planar", MODE, "return planar;", "return planar || this == CMYK64;"),
                broken(
                        "P-9",
                        "chroma is halved in one direction",
                        MODE,
                        "new Subsampling(2, 2)",
                        "new Subsampling(2, 1)"),
                broken(
                        "P-10",
                        "planar images may be of any height",
                        MODE,
                        "    public int yDivisor() {\n        return planar ? 2 : 1;",
                        "    public int yDivisor() {\n        return 1;"),
                broken(
                        "P-11",
                        "the largest value of 32 bits is signed",
                        MODE,
                        "    public long maxValue() {\n        return (1L << bits) - 1;",
                        "    public long maxValue() {\n        return (1 << bits - 1) - 1 + (1 << bits - 1);"),
                broken(
                        "P-12",
                        "lengths are computed in ints",
                        MODE,
                        "long pixels = (long) width * height;",
                        "long pixels = width * height;"),
                broken("P-12", "a height of 0 is accepted", MODE, "height < 1", "height < 0"),
                broken("P-13", "L32 is called I32", MODE, "\"I\" : name()", "\"I32\" : name()"),
                broken(
                        "P-16",
                        "chroma of YV12 ends at 235",
                        MODE,
                        "new Interval(16, 240), new Interval(16, 240)",
                        "new Interval(16, 235), new Interval(16, 235)"));
    }

    private static List<Broken> algebra() {
        return List.of(
                broken("C-13", "alpha comes with 8 bits", MODE, "of(family, bits, true)", "of(family, 8, true)"),
                broken(
                        "C-13",
                        "YCbCr is the studio range",
                        MODE,
                        "                found = mode;",
                        "                return mode;"),
                broken(
                        "C-14",
                        "colours count before alpha",
                        MODE,
                        "comparing(m -> hasAlpha() && !m.hasAlpha())\n                        .thenComparing(m -> m.colors()",
                        "comparing(m -> false)\n                        .thenComparing(m -> m.colors()"),
                broken(
                        "C-14",
                        "of equals the largest is taken",
                        MODE,
                        "m -> m.components() * m.bits",
                        "m -> -m.components() * m.bits"));
    }

    private static List<Broken> sizes() {
        return List.of(
                broken(
                        "P-86",
                        "a negative height is refused",
                        SIZE,
                        "implements Comparable<ImageSize> {",
                        "implements Comparable<ImageSize> { public ImageSize { if (height == -5) {"
                                + " throw new IllegalArgumentException(\"a negative height\"); } }"),
                broken(
                        "P-87",
                        "sizes are ordered by height first",
                        SIZE,
                        "byWidth != 0 ? byWidth : Integer.compare(height, other.height)",
                        "height != other.height ? Integer.compare(height, other.height) : byWidth"),
                broken(
                        "P-87",
                        "sizes are compared by difference",
                        SIZE,
                        "Integer.compare(width, other.width)",
                        "width - other.width"),
                broken("P-88", "toString() is Java's", SIZE, "\"imageop.ImageSize(", "\"ImageSize("));
    }

    private static List<Broken> slices() {
        return List.of(
                broken(
                        "P-54",
                        "a step of 0 is taken for 1",
                        SLICE,
                        "        this.step = step;",
                        "        this.step = step == 0 ? 1 : step;",
                        "if (step == 0) {",
                        "if (step == 0 && start != stop) {"),
                broken(
                        "P-55",
                        "backwards, an omitted stop is the first position",
                        SLICE,
                        "long end = stop == null ? (forward ? highest : lowest)",
                        "long end = stop == null ? (forward ? highest : Math.min(0, highest))"),
                broken(
                        "P-56",
                        "negative positions are the first one",
                        SLICE,
                        "position < 0 ? position + length : position",
                        "Math.max(0, position)"),
                broken(
                        "P-56",
                        "positions that stay negative count from the end again",
                        SLICE,
                        "Math.max(lowest, Math.min(highest, fromStart))",
                        "Math.max(lowest, Math.min(highest, fromStart < -1 ? fromStart + length : fromStart))"),
                broken(
                        "P-57",
                        "the count is rounded down",
                        SLICE,
                        "(end - first - 1) / step + 1",
                        "(end - first) / step"),
                broken(
                        "P-57",
                        "steps are ints",
                        SLICE,
                        "return first + Objects.checkIndex(k, count) * step;",
                        "return first + Objects.checkIndex(k, count) * (int) step;"));
    }
}
