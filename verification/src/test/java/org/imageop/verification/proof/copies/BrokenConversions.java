package org.imageop.verification.proof.copies;

import static org.imageop.verification.proof.copies.BrokenLibraries.INTERNAL;
import static org.imageop.verification.proof.copies.BrokenLibraries.broken;

import java.util.List;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library with one mistake each in conversion or resizing. */
final class BrokenConversions {
    private BrokenConversions() {}

    static List<Broken> all() {
        return List.of(
                broken(
                        "C-1",
                        "red and blue weigh the wrong way round in grey",
                        INTERNAL + "colors.ColorLoops",
                        "19595 * r + (38470 * g + (7471 * b",
                        "7471 * r + (38470 * g + (19595 * b"),
                broken("C-1", "the cubic has a = -0.75", INTERNAL + "resizing.Kernel", "a = -0.5;", "a = -0.75;"),
                broken(
                        "C-2",
                        "an array that begins before its buffer is read from its beginning",
                        INTERNAL + "conversion.StridedCopy",
                        "int read = (int) from.index(origin, x, y) + source.arrayOffset();",
                        "int read = (int) from.index(origin, x, y);"),
                broken(
                        "C-2",
                        "bands of rows begin a row late",
                        INTERNAL + "rows.ParallelRows",
                        "Runtime.getRuntime().availableProcessors()",
                        "4",
                        "work.rows(start, end);",
                        "work.rows(i == 0 ? 0 : start + unit, end);"),
                broken(
                        "C-3",
                        "luma is rounded down on the way to full range",
                        INTERNAL + "colors.LumaChroma",
                        "510 * (v - 16) + 219",
                        "510 * (v - 16)"),
                broken(
                        "C-4",
                        "axes grow by BILINEAR",
                        INTERNAL + "resizing.Scaling",
                        "to > from ? Filter.BICUBIC",
                        "to > from ? Filter.BILINEAR"),
                broken(
                        "C-5",
                        "rows are resampled though only columns change",
                        INTERNAL + "resizing.Scaling",
                        "Axis horizontal = axis(across, fromWidth, width);",
                        "Axis horizontal = Axis.of(filter(across, fromWidth, width), fromWidth, width);"),
                broken(
                        "C-6",
                        "filters do not widen",
                        INTERNAL + "resizing.Axis",
                        "double widening = Math.max(scale, 1.0);",
                        "double widening = 1;"),
                broken(
                        "C-7",
                        "NEAREST looks at the left edge of a pixel",
                        INTERNAL + "resizing.Axis",
                        "(2L * i + 1) * from / (2L * to)",
                        "(long) i * from / to"),
                broken(
                        "C-8",
                        "alpha does not weigh",
                        INTERNAL + "resizing.ModePasses",
                        "return mode.hasAlpha();",
                        "return mode.hasAlpha() && mode.planar();"),
                broken(
                        "C-9",
                        "chroma is brought to an even width",
                        INTERNAL + "conversion.Conversion",
                        "plan(i + 1, width, height)",
                        "plan(i + 1, width / 2 * 2, height)"),
                broken(
                        "C-10",
                        "resizing clips YV12",
                        INTERNAL + "conversion.Conversion",
                        "target.rows()[plane].write(0, y, width, row, 0);",
                        "for (int x = 0; x < width && source.mode() == Mode.YV12 && source.width() != target.width(); x++) {"
                                + " row[x] = Math.max(16, Math.min(plane == 0 ? 235 : 240, row[x])); }"
                                + " target.rows()[plane].write(0, y, width, row, 0);"),
                broken(
                        "C-11",
                        "heights are not compared",
                        INTERNAL + "operations.Overwriting",
                        "!source.size().equals(target.size())",
                        "source.size().width() != target.size().width()"),
                broken(
                        "C-12",
                        "from returns a copy of the caller's memory",
                        "org.imageop.StandardImage",
                        "Overwriting.run(image, source, Overwriting.NONE);\n        return image.withColorsOf(source);",
                        "Overwriting.run(image, source, Overwriting.NONE);\n        return from(image);"));
    }
}
