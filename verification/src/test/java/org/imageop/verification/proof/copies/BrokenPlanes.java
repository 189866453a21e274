package org.imageop.verification.proof.copies;

import static org.imageop.verification.proof.copies.BrokenLibraries.INTERNAL;
import static org.imageop.verification.proof.copies.BrokenLibraries.broken;

import java.util.ArrayList;
import java.util.List;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library whose planes and layouts have one mistake each. */
final class BrokenPlanes {
    private static final String PLANE = "org.imageop.Plane";
    private static final String LAYOUT = "org.imageop.PixelLayout";
    private static final String TENSOR = "org.imageop.TensorLayout";
    private static final String SAMPLES = INTERNAL + "memory.SampleCodec";
    private static final String BOUNDS = INTERNAL + "memory.Bounds";
    private static final String PLACEMENT = INTERNAL + "arrangement.Placement";

    private static final String ORDER = INTERNAL + "arrangement.ComponentOrder";

    private BrokenPlanes() {}

    static List<Broken> all() {
        List<Broken> all = new ArrayList<>(planes());
        all.addAll(words());
        all.addAll(tensors());
        return all;
    }

    private static List<Broken> planes() {
        return List.of(
                broken(
                        "L-3",
                        "rows that overlap can be written",
                        INTERNAL + "memory.Aliasing",
                        "return Math.abs(field.lineStride()) / divisor < width && Math.abs(field.pixelStride()) / divisor < height;",
                        "return field.pixelStride() == 0 && width > 1 || field.lineStride() == 0 && height > 1;"),
                broken(
                        "L-3",
                        "a plane that is given twice can be written",
                        INTERNAL + "memory.Aliasing",
                        "for (int q = 0; q < p; q++) {",
                        "for (int q = p; q < p; q++) {"),
                broken(
                        "L-3",
                        "slices of one array are taken for different memory",
                        INTERNAL + "memory.Aliasing",
                        "a == b || a.hasArray() && b.hasArray() && a.array() == b.array()",
                        "a == b"),
                broken(
                        "L-3",
                        "repeated rows can be written",
                        LAYOUT,
                        "return Aliasing.exists(mode, size, fields);",
                        "return Aliasing.exists(mode, size, fields) && size.width() > 1 && fields[0].lineStride() != 0;"),
                broken(
                        "L-4",
                        "characters are taken for shorts",
                        INTERNAL + "memory.Field",
                        "memory instanceof ShortBuffer) {\n            return 16;",
                        "memory instanceof ShortBuffer || memory instanceof java.nio.CharBuffer) {\n"
                                + "            return 16;"),
                broken(
                        "L-5",
                        "bytes have a sign",
                        SAMPLES,
                        "return bytes[field.arrayIndex(x, y)] & 0xff;",
                        "return bytes[field.arrayIndex(x, y)];"),
                broken(
                        "L-6",
                        "writing clears the element's other bits",
                        INTERNAL + "memory.ElementRuns",
                        "int rest = keep == 0 ? 0 : get(p) & keep;",
                        "int rest = 0;"),
                broken(
                        "L-6",
                        "bits beyond the element are accepted",
                        INTERNAL + "memory.Field",
                        "bits > elementBits - shift",
                        "bits > elementBits"),
                broken(
                        "L-7",
                        "scaling rounds down",
                        INTERNAL + "memory.SampleCodec",
                        "+ fieldMax / 2) / fieldMax",
                        ") / fieldMax"),
                broken(
                        "L-7",
                        "more bits than the mode has are accepted",
                        BOUNDS,
                        "field.bits() > mode.bitsPerComponent()",
                        "field.bits() > 32"),
                broken(
                        "L-8",
                        "signed bytes side by side are taken for samples",
                        INTERNAL + "pixels.InterleavedPixels",
                        "|| !field.wholeElements()",
                        ""),
                broken(
                        "L-8",
                        "numbers beyond the range are not clipped",
                        INTERNAL + "memory.SampleCodec",
                        "(int) Math.max(0, Math.min(most, Math.round(scaled)))",
                        "(int) (Math.round(scaled) & most)"),
                broken(
                        "L-8",
                        "numbers beyond the element lose bits",
                        INTERNAL + "memory.SampleCodec",
                        "(int) Math.max(least, Math.min(largest, nearest))",
                        "(int) nearest"),
                broken(
                        "L-22",
                        "unsigned numbers have a sign",
                        SAMPLES,
                        "return field.signed() ? raw << unused >> unused",
                        "return field.bits() > 0 ? raw << unused >> unused"),
                broken(
                        "L-22",
                        "planes of signed and unsigned numbers are equal",
                        INTERNAL + "memory.Field",
                        "&& Objects.equals(range, other.range)",
                        "&& min() == other.min() && max() == other.max()"),
                broken(
                        "A-14",
                        "numbers are limited to their range",
                        SAMPLES,
                        "return field.ranged() ? element(field, raw)",
                        "return field.ranged() ? Math.max(field.min(), Math.min(field.max(), element(field, raw)))"),
                broken(
                        "A-14",
                        "numbers of premultiplied memory are not straight",
                        INTERNAL + "rows.PlaneRows",
                        "Premultiplication.divide(numbers, offset, count, ranges());",
                        ""),
                broken(
                        "A-14",
                        "rows may have fewer ranges than components",
                        INTERNAL + "rows.CheckedRows",
                        "ranges.size() != components",
                        "ranges.size() > components"),
                broken(
                        "C-16",
                        "numbers are copied as samples",
                        INTERNAL + "conversion.NumberCopy",
                        "picks == null || have.isEmpty()",
                        "picks == null || !have.isEmpty()"),
                broken(
                        "C-16",
                        "numbers beyond their range become the end of another",
                        INTERNAL + "conversion.NumberCopy",
                        "(inverted ? 1 - position : position)",
                        "Math.max(0, Math.min(1, inverted ? 1 - position : position))"),
                broken(
                        "C-16",
                        "what is copied first are samples",
                        INTERNAL + "operations.Allocation",
                        "if (!numbers) {",
                        "if (mode != null) {"),
                broken("L-8", "NaN is the end of a range", PLANE, "!(min < max)", "min >= max"),
                broken("L-11", "one sample may lie beyond the limit", BOUNDS, "high >= limit", "high > limit"),
                broken(
                        "L-11",
                        "strides that overflow are not noticed",
                        BOUNDS,
                        "Math.multiplyExact(field.pixelStride(), width - 1L)",
                        "field.pixelStride() * (width - 1)"),
                broken(
                        "L-12",
                        "the caller's buffer object is kept",
                        INTERNAL + "memory.OwnBuffers",
                        "own[widest] = fields[widest].memory().duplicate();",
                        "own[widest] = fields[widest].memory();"),
                broken(
                        "L-12",
                        "memory() is the layout's own object",
                        INTERNAL + "memory.Field",
                        "return memory.duplicate();",
                        "return memory;"),
                broken(
                        "L-13",
                        "bytes are always read in native order",
                        PLACEMENT,
                        "bytes.slice().order(bytes.order())",
                        "bytes.slice().order(java.nio.ByteOrder.nativeOrder())"),
                broken(
                        "L-13",
                        "the position is ignored",
                        PLACEMENT,
                        "long offset = samples.position();",
                        "long offset = 0;"),
                broken(
                        "L-14",
                        "premultiplied memory is called canonical",
                        LAYOUT,
                        "return alpha != AlphaType.PREMULTIPLIED;",
                        "return true;"),
                broken(
                        "L-14",
                        "padding is overlooked",
                        LAYOUT,
                        "plane.lineStride() != pixelStride * extent.width()",
                        "plane.lineStride() < pixelStride * extent.width()"),
                broken(
                        "L-16",
                        "planar images have rows",
                        LAYOUT,
                        "public SampleRows rows() {\n        if (mode.planar()) {",
                        "public SampleRows rows() {\n        if (mode == null) {"),
                broken(
                        "L-17",
                        "only one buffer object is the same memory",
                        INTERNAL + "memory.Field",
                        "return memory == other.memory\n                ||",
                        "return memory == other.memory\n                || memory.limit() == other.memory.limit() &&"),
                broken(
                        "L-17",
                        "a slice is taken for its whole",
                        INTERNAL + "memory.Field",
                        "                        && memory.arrayOffset() == other.memory.arrayOffset());",
                        ");"));
    }

    private static List<Broken> words() {
        return List.of(
                broken(
                        "L-18",
                        "letters come in the order of the mode",
                        ORDER,
                        "order[place] = letter(names.get(c));",
                        "order[c] = letter(names.get(c));"),
                broken(
                        "L-18",
                        "fields come from the lowest bit up",
                        ORDER,
                        "letters.charAt(i)).append(",
                        "letters.charAt(letters.length() - 1 - i)).append("),
                broken(
                        "L-18",
                        "the step to a column that is not there counts",
                        INTERNAL + "arrangement.Recognition",
                        "boolean free = width == 1 &&",
                        "boolean free = width < 1 &&"),
                broken(
                        "L-18",
                        "numbers of the first range are named for all",
                        INTERNAL + "arrangement.Recognition",
                        "&& field.max() == first.max()",
                        ""),
                broken(
                        "L-19",
                        "an order may have a letter twice",
                        ORDER,
                        "component < 0 || places[component] >= 0",
                        "component < 0"),
                broken("L-19", "fields may leave bits over", ORDER, "|| below != 0", "|| below < 0"),
                broken(
                        "L-19",
                        "argb is in ABGR order",
                        LAYOUT,
                        "opaque ? \"XRGB\" : \"ARGB\"",
                        "opaque ? \"XRGB\" : \"ABGR\""),
                broken(
                        "L-19",
                        "planes of their own begin at index 0",
                        PLACEMENT,
                        "                    samples,\n                    samples.position(),\n",
                        "                    samples,\n                    0,\n"));
    }

    private static List<Broken> tensors() {
        return List.of(
                broken(
                        "L-23",
                        "tensors have columns before rows",
                        TENSOR,
                        "new long[] {shape.images, c, shape.height, shape.width}",
                        "new long[] {shape.images, c, shape.width, shape.height}"),
                broken(
                        "L-23",
                        "channels of tensors are those of the mode",
                        TENSOR,
                        "long place = places[component]",
                        "long place = component"),
                broken(
                        "L-23",
                        "tensors begin at index 0",
                        TENSOR,
                        "memory.position() + (long) index * (elements / images)",
                        "(long) index * (elements / images)"),
                broken(
                        "L-23",
                        "tensors may have less memory",
                        TENSOR,
                        "memory.remaining() != elements",
                        "elements < 0"),
                broken(
                        "L-24",
                        "means are in the order of the mode",
                        TENSOR,
                        "double m = mean[places[c]];",
                        "double m = mean[c];"),
                broken(
                        "L-24",
                        "a range after the mean forgets it",
                        TENSOR,
                        "new Plane.Range(black, white), mean, deviation, signed)",
                        "new Plane.Range(black, white), new double[mean.length], deviation, signed)"),
                broken("L-24", "deviations may be negative", TENSOR, "number > above &&", "number != 0 &&"),
                broken(
                        "L-24",
                        "bytes of a tensor are 0 to 1",
                        TENSOR,
                        "range == null && !(memory instanceof FloatBuffer)",
                        "range == null && elements < 0"),
                broken(
                        "L-24",
                        "numbers of a table are those of the next value",
                        INTERNAL + "memory.NumberTable",
                        "SampleCodec.encode(field, Byte.SIZE, value)",
                        "SampleCodec.encode(field, Byte.SIZE, Math.min(255, value + 1))"));
    }
}
