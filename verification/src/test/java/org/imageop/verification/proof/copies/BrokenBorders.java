package org.imageop.verification.proof.copies;

import java.util.List;
import org.imageop.verification.library.LibraryContractTest;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library with one mistake each about what others bring or may not do: rows, memory, reading alone. */
final class BrokenBorders {
    private static final String ROWS = "org.imageop.internal.rows.CheckedRows";
    private static final String FIELD = "org.imageop.internal.memory.Field";
    private static final String LOSSES = "org.imageop.spi.Losses";
    private static final String VIEWS = "org.imageop.Views";

    private BrokenBorders() {}

    private static Broken broken(String rule, String mistake, String type, String... replacements) {
        return BrokenLibraries.broken(rule, mistake, LibraryContractTest.class, type, replacements);
    }

    static List<Broken> all() {
        return List.of(
                broken(
                        "A-10",
                        "negative samples are passed on",
                        ROWS,
                        "components) >>> bits != 0",
                        "components) >> bits > 0"),
                broken(
                        "A-10",
                        "the first pixel of a run is checked",
                        ROWS,
                        "union(samples, offset, count * components)",
                        "union(samples, offset, components)"),
                broken("A-10", "samples of 16 bits are not checked", ROWS, "bits < Integer.SIZE", "bits < 16"),
                broken(
                        "L-20",
                        "a read-only layout hands out buffers that can be written",
                        FIELD,
                        "        if (!readOnly) {\n            return memory.duplicate();",
                        "        if (bits > 0) {\n            return memory.duplicate();"),
                broken(
                        "L-20",
                        "a read-only layout can be written",
                        "org.imageop.PixelLayout",
                        "each(Field::asReadOnly), true)",
                        "fields, true)"),
                broken(
                        "L-21",
                        "single samples of freed memory are read",
                        "org.imageop.internal.memory.SampleCodec",
                        "        field.checkAlive();\n",
                        ""),
                broken(
                        "L-21",
                        "runs of freed memory are read",
                        "org.imageop.internal.rows.PlaneRows",
                        "        checkAlive();\n        int components = planes.length;\n        if (pixelwise != null) {",
                        "        int components = planes.length;\n        if (pixelwise != null) {"),
                broken(
                        "L-21",
                        "views forget the owner",
                        FIELD,
                        "new Field(memory, index, newPixelStride, newLineStride, shift, bits, range, owner,",
                        "new Field(memory, index, newPixelStride, newLineStride, shift, bits, range, null,"),
                broken(
                        "L-21",
                        "memory of one thread is given to others",
                        "org.imageop.internal.rows.PlaneRows",
                        "            if (!plane.concurrent()) {",
                        "            if (!plane.concurrent() && bits == 0) {"),
                broken(
                        "S-12",
                        "alpha that is gone is not noticed",
                        LOSSES,
                        "from.hasAlpha() && !to.hasAlpha()",
                        "from.hasAlpha() && !to.hasAlpha() && losses == null"),
                broken("S-12", "bits of the first component count", LOSSES, "c < from.components()", "c < 1"),
                broken(
                        "S-12",
                        "ranges are not compared",
                        LOSSES,
                        "!keepsNumbers(from, source, to, target)",
                        "losses == null"),
                broken(
                        "S-12",
                        "a profile in place of another is not noticed",
                        LOSSES,
                        "!Arrays.equals(profile, Profiles.of(after).orElse(null))",
                        "Profiles.of(after).isEmpty()"),
                broken(
                        "V-11",
                        "a read-only view of memory is a copy",
                        VIEWS,
                        "StandardImage.wrap(layout.asReadOnly())",
                        "Views.readOnly(StandardImage.computed(image.mode(), image.width(), image.height(),\n"
                                + "                    ImageAccess.all(StandardImage.from(image)).rows()))"),
                broken(
                        "V-11",
                        "computed samples can be written through a read-only view",
                        VIEWS,
                        "rows[i] = new ReadOnlyRows(rows[i]);",
                        "rows[i] = rows[i].readOnly() ? new ReadOnlyRows(rows[i]) : rows[i];"));
    }
}
