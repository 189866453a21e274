package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Plane;

/**
 * A structure {@code imageop_view} of {@code imageop.h}.
 *
 * @param struct the structure
 * @param memories the four memories that its planes lie in, which an entry gets as arguments
 */
record ViewStruct(MemorySegment struct, List<MemorySegment> memories) {
    static final StructLayout PLANE = MemoryLayout.structLayout(
            ADDRESS.withName("first"),
            JAVA_LONG.withName("pixel_stride"),
            JAVA_LONG.withName("line_stride"),
            JAVA_INT.withName("width"),
            JAVA_INT.withName("height"),
            JAVA_INT.withName("element_bytes"),
            JAVA_INT.withName("element_kind"),
            JAVA_INT.withName("shift"),
            JAVA_INT.withName("bits"),
            JAVA_INT.withName("swapped"),
            JAVA_INT.withName("memory"),
            JAVA_LONG.withName("offset"),
            JAVA_DOUBLE.withName("low"),
            JAVA_DOUBLE.withName("high"));

    static final StructLayout VIEW = MemoryLayout.structLayout(
            JAVA_INT.withName("struct_size"),
            JAVA_INT.withName("version"),
            JAVA_INT.withName("mode"),
            JAVA_INT.withName("alpha"),
            JAVA_INT.withName("flags"),
            JAVA_INT.withName("width"),
            JAVA_INT.withName("height"),
            JAVA_INT.withName("first_row"),
            JAVA_INT.withName("image_height"),
            JAVA_INT.withName("components"),
            MemoryLayout.sequenceLayout(4, PLANE).withName("planes"),
            MemoryLayout.sequenceLayout(256, JAVA_BYTE).withName("message"));

    private static final int VERSION = 1;
    private static final int READ_ONLY = 1;
    private static final int ON_HEAP = 2;
    private static final int COPY = 4;

    private static final long PLANES = offset(VIEW, "planes");
    private static final long MESSAGE = offset(VIEW, "message");

    // found once: looking them up takes longer than all else of a call
    private static final long PIXEL_STRIDE = offset(PLANE, "pixel_stride");
    private static final long LINE_STRIDE = offset(PLANE, "line_stride");
    private static final long WIDTH = offset(PLANE, "width");
    private static final long HEIGHT = offset(PLANE, "height");
    private static final long ELEMENT_BYTES = offset(PLANE, "element_bytes");
    private static final long ELEMENT_KIND = offset(PLANE, "element_kind");
    private static final long SHIFT = offset(PLANE, "shift");
    private static final long BITS = offset(PLANE, "bits");
    private static final long SWAPPED = offset(PLANE, "swapped");
    private static final long MEMORY = offset(PLANE, "memory");
    private static final long OFFSET = offset(PLANE, "offset");
    private static final long LOW = offset(PLANE, "low");
    private static final long HIGH = offset(PLANE, "high");

    private static long offset(StructLayout struct, String field) {
        return struct.byteOffset(PathElement.groupElement(field));
    }

    /** Describes a band. */
    static ViewStruct of(Band band, Arena arena) {
        List<MemorySegment> memories = new ArrayList<>();
        SegmentLayout memory = band.memory();
        Mode mode = memory.mode();
        ImageSize size = memory.size();
        MemorySegment view = arena.allocate(VIEW);
        int flags = (band.readOnly() ? READ_ONLY : 0) | (band.onHeap() ? ON_HEAP : 0) | (band.copied() ? COPY : 0);
        int[] head = {
            (int) VIEW.byteSize(),
            VERSION,
            mode.ordinal(),
            memory.alpha().ordinal(),
            flags,
            size.width(),
            size.height(),
            band.firstRow(),
            band.image().height(),
            mode.components()
        };
        for (int i = 0; i < head.length; i++) {
            view.setAtIndex(JAVA_INT, i, head[i]);
        }
        for (int c = 0; c < mode.components(); c++) {
            MemorySegment plane = view.asSlice(PLANES + c * PLANE.byteSize(), PLANE);
            SegmentPlane samples = memory.planes().get(c);
            if (!memories.contains(samples.memory())) {
                memories.add(samples.memory());
            }
            int which = memories.indexOf(samples.memory());
            fill(plane, samples, mode.planeSize(c, size.width(), size.height()), which);
        }
        while (memories.size() < 4) {
            memories.add(MemorySegment.NULL);
        }
        return new ViewStruct(view, memories);
    }

    private static void fill(MemorySegment struct, SegmentPlane plane, ImageSize size, int memory) {
        ValueLayout element = plane.element();
        long bytes = element.byteSize();
        Plane.Range range = plane.range();
        boolean swapped = bytes > 1 && element.order() != ByteOrder.nativeOrder();
        struct.set(JAVA_LONG, PIXEL_STRIDE, plane.pixelStride() * bytes);
        struct.set(JAVA_LONG, LINE_STRIDE, plane.lineStride() * bytes);
        struct.set(JAVA_INT, WIDTH, size.width());
        struct.set(JAVA_INT, HEIGHT, size.height());
        struct.set(JAVA_INT, ELEMENT_BYTES, (int) bytes);
        struct.set(JAVA_INT, ELEMENT_KIND, kind(plane));
        struct.set(JAVA_INT, SHIFT, plane.shift());
        struct.set(JAVA_INT, BITS, plane.bits());
        struct.set(JAVA_INT, SWAPPED, swapped ? 1 : 0);
        struct.set(JAVA_INT, MEMORY, memory);
        struct.set(JAVA_LONG, OFFSET, plane.offset() * bytes);
        struct.set(JAVA_DOUBLE, LOW, range == null ? 0 : range.min());
        struct.set(JAVA_DOUBLE, HIGH, range == null ? 0 : range.max());
    }

    private static int kind(SegmentPlane plane) {
        if (plane.element() instanceof ValueLayout.OfFloat) {
            return 2;
        }
        return plane.signed() ? 1 : 0;
    }

    /** The text that a function left. */
    String message() {
        byte[] bytes = struct.asSlice(MESSAGE).toArray(JAVA_BYTE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
