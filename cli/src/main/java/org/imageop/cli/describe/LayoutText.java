package org.imageop.cli.describe;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/** A memory layout in words: {@code bytes, BGR order, row stride 3600}. */
final class LayoutText {
    private LayoutText() {}

    static String of(PixelLayout layout) {
        List<String> parts = new ArrayList<>();
        Arrangement arrangement = layout.arrangement();
        Plane first = layout.plane(0);
        if (layout.planes().size() == 1) {
            parts.add(elements(first.memory()));
            addSteps(parts, first.pixelStride(), 1, first.lineStride());
        } else if (arrangement instanceof Arrangement.Interleaved i) {
            parts.add(elements(i.memory()));
            parts.add(i.order() + " order");
            addSteps(parts, i.pixelStride(), i.order().length(), i.lineStride());
        } else if (arrangement instanceof Arrangement.Packed p) {
            parts.add(p.order() + " packed in " + elements(p.memory()));
            addSteps(parts, p.pixelStride(), 1, p.lineStride());
        } else {
            parts.add("planes " + String.join(", ", layout.mode().componentNames()) + " of "
                    + layout.planes().stream()
                            .map(plane -> elements(plane.memory()))
                            .distinct()
                            .collect(Collectors.joining("/")));
            parts.add("row strides "
                    + layout.planes().stream()
                            .map(plane -> Long.toString(plane.lineStride()))
                            .collect(Collectors.joining(", ")));
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

    /** The name of a buffer's elements. */
    static String element(Buffer memory) {
        return memory instanceof ByteBuffer
                ? "byte"
                : memory instanceof ShortBuffer ? "short" : memory instanceof IntBuffer ? "int" : "float";
    }

    private static String elements(Buffer memory) {
        return (memory.isDirect() ? "direct " : "") + element(memory) + "s";
    }

    private static void addSteps(List<String> parts, long pixelStride, int usual, long lineStride) {
        if (pixelStride != usual) {
            parts.add("pixel stride " + pixelStride);
        }
        parts.add("row stride " + lineStride);
    }
}
