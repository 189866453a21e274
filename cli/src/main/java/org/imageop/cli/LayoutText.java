package org.imageop.cli;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imageop.AlphaType;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/** A memory layout in words: {@code bytes, BGR order, row stride 3600}. */
final class LayoutText {
    private LayoutText() {}

    static String of(PixelLayout layout) {
        List<String> parts = new ArrayList<>();
        List<Plane> planes = layout.planes();
        Plane first = planes.get(0);
        String elements =
                planes.stream().map(p -> elements(p.memory())).distinct().collect(Collectors.joining("/"));
        if (planes.size() == 1) {
            parts.add(elements);
            describeSteps(parts, first, 1);
        } else if (packed(planes)) {
            parts.add(order(layout, Comparator.comparingInt((Plane p) -> -p.shift())) + " packed in " + elements);
            if (planes.stream().anyMatch(p -> p.bits() != 8)) {
                parts.add(planes.stream()
                        .sorted(Comparator.comparingInt((Plane p) -> -p.shift()))
                        .map(p -> Integer.toString(p.bits()))
                        .collect(Collectors.joining("-", "", " bits")));
            }
            describeSteps(parts, first, 1);
        } else if (interleaved(planes)) {
            parts.add(elements);
            parts.add(order(layout, Comparator.comparingLong(Plane::offset)) + " order");
            describeSteps(parts, first, planes.size());
        } else {
            parts.add(layout.mode().componentNames().stream().collect(Collectors.joining(", ", "planes ", "")) + " of "
                    + elements);
            parts.add("row strides "
                    + planes.stream().map(p -> Long.toString(p.lineStride())).collect(Collectors.joining(", ")));
        }
        if (layout.alpha() != AlphaType.OPAQUE) {
            parts.add(layout.alpha().name().toLowerCase(Locale.ROOT) + " alpha");
        }
        if (first.range() != null) {
            parts.add("values " + first.range().min() + " to " + first.range().max());
        }
        if (layout.readOnly()) {
            parts.add("read-only");
        }
        return String.join(", ", parts);
    }

    /** What one element of a buffer is called. */
    static String element(Buffer memory) {
        return memory instanceof ByteBuffer
                ? "byte"
                : memory instanceof ShortBuffer ? "short" : memory instanceof IntBuffer ? "int" : "float";
    }

    private static String elements(Buffer memory) {
        return (memory.isDirect() ? "direct " : "") + element(memory) + "s";
    }

    private static void describeSteps(List<String> parts, Plane plane, int usualPixelStride) {
        if (plane.pixelStride() != usualPixelStride) {
            parts.add("pixel stride " + plane.pixelStride());
        }
        parts.add("row stride " + plane.lineStride());
    }

    private static String order(PixelLayout layout, Comparator<Plane> byPlace) {
        List<Plane> planes = layout.planes();
        return IntStream.range(0, planes.size())
                .boxed()
                .sorted(Comparator.comparing(planes::get, byPlace))
                .map(c -> layout.mode().componentNames().get(c).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static boolean packed(List<Plane> planes) {
        return sameSteps(planes)
                && planes.stream().allMatch(p -> p.offset() == planes.get(0).offset());
    }

    private static boolean interleaved(List<Plane> planes) {
        long first = planes.stream().mapToLong(Plane::offset).min().orElseThrow();
        long last = planes.stream().mapToLong(Plane::offset).max().orElseThrow();
        return sameSteps(planes) && last - first < Math.abs(planes.get(0).pixelStride());
    }

    private static boolean sameSteps(List<Plane> planes) {
        Plane first = planes.get(0);
        return planes.stream()
                .allMatch(p -> p.pixelStride() == first.pixelStride()
                        && p.lineStride() == first.lineStride()
                        && sameMemory(p.memory(), first.memory()));
    }

    private static boolean sameMemory(Buffer a, Buffer b) {
        return a.hasArray() && b.hasArray() ? a.array() == b.array() : !a.hasArray() && !b.hasArray();
    }
}
