package org.imageop.foreign.dlpack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.util.ArrayList;
import java.util.List;

/** The two structures of {@code dlpack.h}. Both sides must mean the same one: nothing in them tells which it is. */
public enum TensorStruct {
    /**
     * {@code DLManagedTensorVersioned}, of DLPack 1.0 and later: it tells whether memory is read-only, and whether it is a copy. NumPy
     * has it since 2.1. Python's capsules of it are named {@code "dltensor_versioned"}.
     */
    VERSIONED(MemoryLayout.structLayout(
            JAVA_INT.withName("major"),
            JAVA_INT.withName("minor"),
            ADDRESS.withName("manager_ctx"),
            ADDRESS.withName("deleter"),
            JAVA_LONG.withName("flags"),
            Fields.TENSOR)),

    /** {@code DLManagedTensor}, the older one. Python's capsules of it are named {@code "dltensor"}. */
    UNVERSIONED(MemoryLayout.structLayout(Fields.TENSOR, ADDRESS.withName("manager_ctx"), ADDRESS.withName("deleter")));

    /** What both have. */
    private static final class Fields {
        static final StructLayout TENSOR = MemoryLayout.structLayout(
                        ADDRESS.withName("data"),
                        JAVA_INT.withName("device_type"),
                        JAVA_INT.withName("device_id"),
                        JAVA_INT.withName("ndim"),
                        JAVA_BYTE.withName("code"),
                        JAVA_BYTE.withName("bits"),
                        JAVA_SHORT.withName("lanes"),
                        ADDRESS.withName("shape"),
                        ADDRESS.withName("strides"),
                        JAVA_LONG.withName("byte_offset"))
                .withName("dl_tensor");
    }

    private static final int MAJOR = 1;
    private static final int CPU = 1;
    private static final long READ_ONLY = 1;
    private static final long COPIED = 2;

    /** What the address of a copy is a multiple of: the standard recommends it, and some consumers rely on it. */
    static final long ALIGNMENT = 256;

    private final StructLayout layout;

    TensorStruct(StructLayout layout) {
        this.layout = layout;
    }

    /** A structure with all but the memory that it describes. */
    MemorySegment write(Tensor tensor, boolean copied, MemorySegment deleter, SegmentAllocator allocator) {
        MemorySegment struct = allocator.allocate(layout);
        if (this == VERSIONED) {
            struct.set(JAVA_INT, at("major"), MAJOR);
            struct.set(JAVA_LONG, at("flags"), (tensor.readOnly() ? READ_ONLY : 0) | (copied ? COPIED : 0));
        }
        deleter(struct, deleter);
        struct.set(ADDRESS, in("data"), MemorySegment.ofAddress(tensor.address()));
        struct.set(JAVA_INT, in("device_type"), CPU);
        struct.set(JAVA_INT, in("ndim"), tensor.shape().size());
        struct.set(JAVA_BYTE, in("code"), (byte) tensor.type().code());
        struct.set(JAVA_BYTE, in("bits"), (byte) tensor.type().bits());
        struct.set(JAVA_SHORT, in("lanes"), (short) 1);
        struct.set(ADDRESS, in("shape"), array(tensor.shape(), allocator));
        struct.set(ADDRESS, in("strides"), array(tensor.strides(), allocator));
        return struct;
    }

    private static MemorySegment array(List<Long> numbers, SegmentAllocator allocator) {
        return allocator.allocateFrom(
                JAVA_LONG, numbers.stream().mapToLong(Long::longValue).toArray());
    }

    /** What C calls when it does not need the tensor any more; NULL for nothing. */
    void deleter(MemorySegment struct, MemorySegment deleter) {
        struct.set(ADDRESS, at("deleter"), deleter);
    }

    MemorySegment deleter(MemorySegment struct) {
        return struct.get(ADDRESS, at("deleter"));
    }

    /** The structure at an address that somebody passed. */
    @SuppressWarnings("restricted")
    MemorySegment reached(MemorySegment address) {
        if (address.address() == 0) {
            throw wrong("its address is NULL");
        }
        return MemorySegment.ofAddress(address.address()).reinterpret(layout.byteSize());
    }

    /**
     * What a structure of another library describes.
     *
     * @throws IllegalArgumentException if it is not memory of numbers in two or three dimensions that the CPU reaches
     */
    Tensor read(MemorySegment struct) {
        if (this == VERSIONED && struct.get(JAVA_INT, at("major")) != MAJOR) {
            throw wrong("its version is " + Integer.toUnsignedString(struct.get(JAVA_INT, at("major"))) + "."
                    + Integer.toUnsignedString(struct.get(JAVA_INT, at("minor"))) + ", and only 1.x is known");
        }
        int device = struct.get(JAVA_INT, in("device_type"));
        if (device != CPU) {
            throw wrong("it is on a device of type " + device + ", not on the CPU, which is type " + CPU);
        }
        int lanes = Short.toUnsignedInt(struct.get(JAVA_SHORT, in("lanes")));
        if (lanes != 1) {
            throw wrong("its elements are vectors of " + lanes + " lanes, not numbers");
        }
        int dimensions = struct.get(JAVA_INT, in("ndim"));
        if (dimensions != 2 && dimensions != 3) {
            throw wrong("it has " + dimensions + " dimensions, not rows, columns and perhaps channels");
        }
        List<Long> shape = array(struct.get(ADDRESS, in("shape")), dimensions);
        if (shape.isEmpty()) {
            throw wrong("its shape is NULL");
        }
        if (shape.stream().anyMatch(extent -> extent < 1 || extent > Integer.MAX_VALUE)) {
            throw wrong("its shape is " + shape + ", and an image has at least one and at most 2147483647 of each");
        }
        List<Long> strides = array(struct.get(ADDRESS, in("strides")), dimensions);
        long data = struct.get(ADDRESS, in("data")).address();
        long offset = struct.get(JAVA_LONG, in("byte_offset"));
        if (data == 0) {
            throw wrong("its data are at NULL");
        } else if (offset < 0 || data + offset < data) {
            throw wrong("its data begin " + Long.toUnsignedString(offset) + " bytes beyond their address");
        }
        return new Tensor(
                data + offset,
                new Tensor.Type(
                        Byte.toUnsignedInt(struct.get(JAVA_BYTE, in("code"))),
                        Byte.toUnsignedInt(struct.get(JAVA_BYTE, in("bits")))),
                shape,
                strides.isEmpty() ? compact(shape) : strides,
                this == VERSIONED && (struct.get(JAVA_LONG, at("flags")) & READ_ONLY) != 0);
    }

    /** Empty for NULL. */
    @SuppressWarnings("restricted")
    private static List<Long> array(MemorySegment address, int length) {
        if (address.address() == 0) {
            return List.of();
        }
        MemorySegment numbers = address.reinterpret(length * JAVA_LONG.byteSize());
        List<Long> array = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            array.add(numbers.getAtIndex(JAVA_LONG, i));
        }
        return List.copyOf(array);
    }

    /** The strides of numbers that follow one another, row by row. */
    private static List<Long> compact(List<Long> shape) {
        long channels = shape.size() == 3 ? shape.get(2) : 1;
        List<Long> strides = List.of(shape.get(1) * channels, channels, 1L);
        return strides.subList(0, shape.size());
    }

    /** For a tensor that is not an image's, or is wrong. */
    static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("This tensor cannot be an image: " + why
                + "; it still belongs to the caller [errors.md#tensor-import]");
    }

    private long at(String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }

    private long in(String field) {
        return layout.byteOffset(PathElement.groupElement("dl_tensor"), PathElement.groupElement(field));
    }
}
