package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.tck.ImageKindsContract;
import org.imageop.tck.source.ImageKind;

/** The protocol's own contract on every kind of image that segments make, whole and in windows of a few bytes. */
class SegmentsContractTest extends ImageKindsContract {
    private static final ValueLayout BIG_ENDIAN = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /** Describes an image in new memory. */
    private interface Layout {
        SegmentLayout on(MemorySegment memory, int width, int height);
    }

    @Override
    public Map<String, ImageKind> kinds() {
        Map<String, ImageKind> kinds = new LinkedHashMap<>();
        for (Mode mode : new Mode[] {Mode.L, Mode.L32, Mode.RGB, Mode.RGBA64, Mode.CMYK, Mode.YV12}) {
            add(kinds, mode + " in order", mode, AlphaType.OPAQUE, (m, w, h) -> SegmentLayout.of(mode, w, h, m));
        }
        add(
                kinds,
                "BGR bytes in padded rows",
                Mode.RGB,
                AlphaType.OPAQUE,
                (m, w, h) -> SegmentLayout.interleaved(
                        Mode.RGB, w, h, "BGR", AlphaType.OPAQUE, m, JAVA_BYTE, 5, 3L * w + 7));
        add(
                kinds,
                "premultiplied ints",
                Mode.RGBA,
                AlphaType.PREMULTIPLIED,
                (m, w, h) -> SegmentLayout.packed(
                        Mode.RGBA, w, h, "ARGB", AlphaType.PREMULTIPLIED, m.asSlice(1), JAVA_INT_UNALIGNED, 0, w));
        add(
                kinds,
                "rows from bottom to top",
                Mode.L16,
                AlphaType.OPAQUE,
                (m, w, h) -> SegmentLayout.of(
                        Mode.L16, w, h, AlphaType.OPAQUE, SegmentPlane.of(m, BIG_ENDIAN, (long) w * (h - 1), 1, -(long)
                                w)));
        add(
                kinds,
                "turned, a plane for each component",
                Mode.RGB48,
                AlphaType.OPAQUE,
                (m, w, h) -> SegmentLayout.of(
                        Mode.RGB48,
                        w,
                        h,
                        AlphaType.OPAQUE,
                        SegmentPlane.of(m, JAVA_SHORT_UNALIGNED, 0, h, 1),
                        SegmentPlane.of(m, JAVA_SHORT_UNALIGNED, (long) w * h, h, 1),
                        SegmentPlane.of(m, JAVA_SHORT_UNALIGNED, 2L * w * h, h, 1)));
        kinds.put("565 shorts", ImageKind.of(Mode.RGB, (w, h) -> fields(w, h)).withLargest(31, 63, 31));
        kinds.put(
                "read-only segment",
                ImageKind.of(
                                Mode.RGB,
                                (w, h) -> ForeignImages.wrap(
                                        Mode.RGB, w, h, memory(w, h).asReadOnly()))
                        .asReadOnly());
        kinds.put(
                "array of bytes",
                ImageKind.of(
                        Mode.LA,
                        (w, h) -> ForeignImages.wrap(Mode.LA, w, h, MemorySegment.ofArray(new byte[2 * w * h]))));
        return kinds;
    }

    private static void add(Map<String, ImageKind> kinds, String name, Mode mode, AlphaType alpha, Layout layout) {
        for (long longest : new long[] {Integer.MAX_VALUE, 40}) {
            ImageKind kind = ImageKind.of(
                    mode, (w, h) -> ForeignImages.wrap(layout.on(memory(w, h), w, h), new Windows(longest)));
            kinds.put(
                    name + (longest < 1000 ? ", windows of " + longest : ""),
                    alpha == AlphaType.PREMULTIPLIED ? kind.asPremultiplied() : kind);
        }
    }

    private static ImageLike fields(int w, int h) {
        MemorySegment memory = memory(w, h);
        return ForeignImages.wrap(
                SegmentLayout.packed(Mode.RGB, w, h, "R5G6B5", AlphaType.OPAQUE, memory, JAVA_SHORT_UNALIGNED, 0, w),
                new Windows(1000));
    }

    /** Enough for each kind. */
    private static MemorySegment memory(int width, int height) {
        return Arena.ofAuto().allocate((8L * width + 8) * (height + 1));
    }
}
