package org.imageop.verification.proof.copies;

import static org.imageop.verification.proof.copies.BrokenLibraries.INTERNAL;
import static org.imageop.verification.proof.copies.BrokenLibraries.broken;

import java.util.ArrayList;
import java.util.List;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library whose buffers or views have one mistake each. */
final class BrokenViews {
    private static final String BUFFER = "org.imageop.internal.buffer.BufferOverRows";
    private static final String LAYOUT = "org.imageop.PixelLayout";
    private static final String VIEWS = "org.imageop.Views";

    private BrokenViews() {}

    static List<Broken> all() {
        List<Broken> all = new ArrayList<>(buffers());
        all.addAll(views());
        all.addAll(limits());
        all.addAll(flattened());
        return all;
    }

    private static List<Broken> buffers() {
        return List.of(
                broken(
                        "B-1",
                        "a computed buffer keeps its first byte",
                        BUFFER,
                        "this(mode, new ImageSize(width, height), rows.clone(), Optional.empty());",
                        "this(mode, new ImageSize(width, height), rows.clone(), Optional.empty());\n"
                                + "        this.first = get(0);",
                        "    private final long length;",
                        "    private final long length;\n    private int first = -1;",
                        "        byte[] one = new byte[1];",
                        "        if (index == 0 && first >= 0) {\n            return first;\n        }\n"
                                + "        byte[] one = new byte[1];"),
                broken(
                        "B-2",
                        "the row of a byte is found in ints",
                        INTERNAL + "buffer.BufferOverRows",
                        "int y = (int) (pixel / part.width);",
                        "int y = (int) pixel / part.width;"),
                broken(
                        "B-2",
                        "the pixel of a byte is found in ints",
                        INTERNAL + "buffer.BufferOverRows",
                        "long pixel = inPart / pixelBytes;",
                        "long pixel = (int) inPart / pixelBytes;"),
                broken(
                        "B-9",
                        "rows that are too many are left over",
                        INTERNAL + "buffer.BufferOverRows",
                        "if (rows.length != expected) {",
                        "if (rows.length < expected) {"),
                broken(
                        "B-9",
                        "the last rows decide whether it is read-only",
                        INTERNAL + "buffer.BufferOverRows",
                        "anyReadOnly |= rows[i].readOnly();",
                        "anyReadOnly = rows[i].readOnly();"),
                broken(
                        "B-10",
                        "modes are not compared",
                        INTERNAL + "operations.ImageAccess",
                        "known.mode() != mode || !known.size()",
                        "!known.size()"),
                broken(
                        "B-10",
                        "lengths are not compared",
                        INTERNAL + "operations.ImageAccess",
                        "buffer.length() != mode.length(size)",
                        "buffer.length() < 0"));
    }

    private static List<Broken> views() {
        return List.of(
                broken(
                        "V-1",
                        "a mirrored view is a copy",
                        VIEWS,
                        "        return select(image, Slice.ALL.by(-1), Slice.ALL);",
                        "        return StandardImage.from(select(image, Slice.ALL.by(-1), Slice.ALL));"),
                broken(
                        "V-1",
                        "columns and rows of a crop are swapped",
                        VIEWS,
                        "Slice.of(x, (long) x + width), Slice.of(y, (long) y + height)",
                        "Slice.of(y, (long) y + width), Slice.of(x, (long) x + height)"),
                broken(
                        "V-2",
                        "a view of memory is computed",
                        VIEWS,
                        "            return StandardImage.wrap(layout.transpose()).withColorsOf(image);",
                        "            layout.transpose();"),
                broken(
                        "V-2",
                        "a layout turned by 180° is upside down",
                        LAYOUT,
                        "        return select(Slice.ALL.by(-1), Slice.ALL.by(-1));",
                        "        return select(Slice.ALL, Slice.ALL.by(-1));"),
                broken(
                        "V-3",
                        "writing every second column writes neighbours",
                        INTERNAL + "views.SelectedRows",
                        "move.run((int) columns.at(x + count - 1), row, count, run, 0);\n        } else {\n"
                                + "            for (int i = 0; i < count; i++) {\n"
                                + "                move.run((int) columns.at(x + i), row, 1, values",
                        "move.run((int) columns.at(x + count - 1), row, count, run, 0);\n        } else {\n"
                                + "            for (int i = 0; i < count; i++) {\n"
                                + "                move.run((int) columns.first() + i, row, 1, values"),
                broken(
                        "V-6",
                        "a view has the info of the image",
                        VIEWS,
                        "            return StandardImage.wrap(layout.select(columns, rows)).withColorsOf(image);",
                        "            StandardImage view = StandardImage.wrap(layout.select(columns, rows));\n"
                                + "            view.info().putAll(image.info());\n            return view;"),
                broken(
                        "V-9",
                        "rotate90 turns clockwise",
                        VIEWS,
                        "return flipTopBottom(transpose(image));",
                        "return flipLeftRight(transpose(image));"),
                broken(
                        "V-10",
                        "parts of read-only rows can be written",
                        INTERNAL + "views.SelectedRows",
                        "return source.readOnly();",
                        "return false;"));
    }

    private static List<Broken> limits() {
        return List.of(
                broken(
                        "V-4",
                        "chroma is cut at its edges",
                        INTERNAL + "views.Selection",
                        "boolean whole = s.count() % divisor == 0\n                &&",
                        "boolean whole ="),
                broken(
                        "V-4",
                        "every second pixel of a planar image is seen",
                        INTERNAL + "views.Selection",
                        "(step == 1 ? s.first()",
                        "(step > 0 ? s.first()"),
                broken(
                        "V-5",
                        "rectangles are added in ints",
                        INTERNAL + "views.Selection",
                        "(long) x + width > size.width()",
                        "x + width > size.width()"),
                broken(
                        "V-5",
                        "a negative side is nothing",
                        INTERNAL + "views.Selection",
                        "                || width < 0\n",
                        ""),
                broken(
                        "V-7",
                        "5 and 7 are mixed up",
                        VIEWS,
                        "case 5 -> transpose(image);",
                        "case 5 -> rotate180(transpose(image));"),
                broken("V-7", "9 is as is", VIEWS, "case 1 ->", "case 1, 9 ->"),
                broken(
                        "V-8",
                        "alpha is written without the colours",
                        VIEWS,
                        "layout.alpha() != AlphaType.PREMULTIPLIED)",
                        "(layout.alpha() != AlphaType.PREMULTIPLIED || name.equals(\"a\")))"),
                broken(
                        "V-8",
                        "multiplied colours are handed out",
                        LAYOUT,
                        "alpha == AlphaType.PREMULTIPLIED && c < fields.length - 1",
                        "alpha == AlphaType.PREMULTIPLIED && c > fields.length"));
    }

    private static List<Broken> flattened() {
        return List.of(
                broken(
                        "V-12",
                        "colours on a background are rounded down",
                        INTERNAL + "colors.Blending",
                        "long half = 1L << bits - 1;",
                        "long half = 0;"),
                broken(
                        "V-12",
                        "16 bits are blended in ints",
                        INTERNAL + "colors.Blending",
                        "background[c] * (max - alpha) + half",
                        "(int) (background[c] * (max - alpha)) + half"),
                broken(
                        "V-12",
                        "transparent pixels keep their colours",
                        INTERNAL + "colors.Blending",
                        "long alpha = pixels[from + last];",
                        "long alpha = pixels[from + last] == 0 ? max : pixels[from + last];"),
                broken(
                        "V-12",
                        "the caller's array is the background",
                        VIEWS,
                        "mode.bitsPerComponent(), background.clone()",
                        "mode.bitsPerComponent(), background"),
                broken(
                        "V-12",
                        "an image without alpha can be written",
                        VIEWS,
                        "            return readOnly(image);",
                        "            return select(image, Slice.ALL, Slice.ALL);"),
                broken(
                        "V-12",
                        "the second run of a long row begins at its head",
                        INTERNAL + "views.FlattenedRows",
                        "source.read(x + done, y",
                        "source.read(x, y"),
                broken(
                        "V-12",
                        "rows are never concurrent",
                        INTERNAL + "views.FlattenedRows",
                        "return source.concurrent();",
                        "return false;"));
    }
}
