package org.imageop.foreign.dlpack;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imageop.foreign.SegmentLayout;
import org.imageop.foreign.SegmentPlane;

/** The samples of an image as DLPack needs them: numbers of one type, at equal distances in each direction, at an address. */
final class StridedSamples {
    private static final Thread OTHER = new Thread(() -> {});

    /** A component's samples, in bytes. */
    private record Samples(long address, long pixelStride, long lineStride, Tensor.Type type) {}

    private StridedSamples() {}

    /** Why an image's samples are not like that, as a clause; empty if they are. */
    static Optional<String> obstacle(SegmentLayout image) {
        List<SegmentPlane> planes = image.planes();
        if (!planes.stream().allMatch(plane -> plane.memory().isNative())) {
            return Optional.of("its samples are in Java's arrays, which have no address");
        } else if (!planes.stream().allMatch(plane -> plane.memory().isAccessibleBy(OTHER))) {
            return Optional.of("its memory is of a confined arena, which consumers cannot keep open");
        } else if (planes.stream().anyMatch(plane -> (plane.shift() | plane.bits()) % Byte.SIZE != 0)) {
            return Optional.of("its samples are some bits of an element");
        } else if (planes.stream().anyMatch(StridedSamples::swapped)) {
            return Optional.of("its samples are in the other byte order");
        }
        List<Samples> samples = planes.stream().map(StridedSamples::of).toList();
        Samples first = samples.get(0);
        if (!samples.stream().allMatch(other -> other.type.equals(first.type))) {
            return Optional.of("its components are numbers of different types");
        }
        long step = step(samples);
        for (int c = 0; c < samples.size(); c++) {
            if (!samples.get(c)
                    .equals(new Samples(first.address + c * step, first.pixelStride, first.lineStride, first.type))) {
                return Optional.of("its components are not at equal distances");
            }
        }
        int bytes = first.type.bytes();
        if (first.address % bytes != 0 || step % bytes != 0) {
            return Optional.of("its samples are not aligned");
        }
        return Optional.empty();
    }

    /** The tensor of an image without an {@link #obstacle}. */
    static Tensor of(SegmentLayout image, boolean readOnly) {
        List<Samples> samples = image.planes().stream().map(StridedSamples::of).toList();
        Samples first = samples.get(0);
        int bytes = first.type.bytes();
        List<Long> shape = new ArrayList<>(
                List.of((long) image.size().height(), (long) image.size().width()));
        List<Long> strides = new ArrayList<>(List.of(first.lineStride / bytes, first.pixelStride / bytes));
        if (samples.size() > 1) {
            shape.add((long) samples.size());
            strides.add(step(samples) / bytes);
        }
        return new Tensor(first.address, first.type, shape, strides, readOnly);
    }

    private static long step(List<Samples> samples) {
        return samples.size() == 1 ? 0 : samples.get(1).address - samples.get(0).address;
    }

    /** Whether numbers of several bytes begin with the byte that this machine has last. */
    private static boolean swapped(SegmentPlane plane) {
        return plane.bits() > Byte.SIZE && plane.element().order() != ByteOrder.nativeOrder();
    }

    private static Samples of(SegmentPlane plane) {
        MemorySegment memory = plane.memory();
        long element = plane.element().byteSize();
        long above = plane.shift() / Byte.SIZE;
        long within =
                plane.element().order() == ByteOrder.LITTLE_ENDIAN ? above : element - above - plane.bits() / Byte.SIZE;
        return new Samples(
                memory.address() + plane.offset() * element + within,
                plane.pixelStride() * element,
                plane.lineStride() * element,
                new Tensor.Type(code(plane), plane.bits()));
    }

    private static int code(SegmentPlane plane) {
        if (plane.element() instanceof ValueLayout.OfFloat) {
            return Tensor.Type.FLOAT;
        }
        return plane.signed() ? Tensor.Type.SIGNED : Tensor.Type.UNSIGNED;
    }
}
