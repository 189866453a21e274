package org.imageop.opencv.elements;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** What one element is, in the order of OpenCV's own numbers: CV_8U is 0. */
public enum Depth {
    U8("CV_8U", ByteBuffer.class, 8),
    S8("CV_8S", ByteBuffer.class, 8),
    U16("CV_16U", ShortBuffer.class, 16),
    S16("CV_16S", ShortBuffer.class, 16),
    S32("CV_32S", IntBuffer.class, 32),
    /** Seen with 16 bits; the numbers stay. */
    F32("CV_32F", FloatBuffer.class, 16),
    F64("CV_64F", DoubleBuffer.class, 16);

    /** What OpenCV shows of floats as black and white. */
    private static final Plane.Range SHOWN = new Plane.Range(0, 1);

    private final String name;
    private final Class<? extends Buffer> memory;
    private final int bits;

    Depth(String name, Class<? extends Buffer> memory, int bits) {
        this.name = name;
        this.memory = memory;
        this.bits = bits;
    }

    /**
     * The depth that OpenCV has a number for.
     *
     * @throws UnsupportedImageException if Java has no such numbers
     */
    public static Depth of(int code, Subject subject) {
        if (code < 0 || code >= values().length) {
            throw new UnsupportedImageException(subject + " of the depth " + (code == 7 ? "CV_16F" : code)
                    + " has elements that Java has no type for; convert it with convertTo(mat, CV_32F)"
                    + " [errors.md#no-such-pixel-type]");
        }
        return values()[code];
    }

    /** The depth of the elements of a plane; null if OpenCV has none like them. */
    public static @Nullable Depth of(Plane plane) {
        Buffer elements = plane.memory();
        if (elements instanceof FloatBuffer) {
            return F32;
        } else if (elements instanceof ByteBuffer) {
            return plane.signed() ? S8 : U8;
        } else if (elements instanceof ShortBuffer) {
            return plane.signed() ? S16 : U16;
        }
        return plane.signed() ? S32 : null;
    }

    /** OpenCV's number for pixels of so many such elements. */
    public int type(int channels) {
        return ordinal() + (channels - 1 << 3);
    }

    /** The bytes of an element. */
    public int bytes() {
        return switch (this) {
            case U8, S8 -> Byte.BYTES;
            case U16, S16 -> Short.BYTES;
            case S32, F32 -> Integer.BYTES;
            case F64 -> Double.BYTES;
        };
    }

    /** The bits of a component of the mode in which a single channel is seen. */
    int bits() {
        return bits;
    }

    /** Whether all values of an element are samples, from black to white. */
    public boolean plain() {
        return this == U8 || this == U16;
    }

    /** Whether the elements of planes are of this depth because they have a sign. */
    boolean signed() {
        return !plain();
    }

    /** The numbers that are black and white unless somebody says otherwise; null if nobody knows. */
    Plane.@Nullable Range usualRange() {
        return this == F32 ? SHOWN : null;
    }

    /**
     * Memory as elements of this depth; bytes are taken in native order.
     *
     * @return a buffer that counts from the memory's index 0 on; null if memory is of other elements
     */
    public @Nullable Buffer elements(Buffer any) {
        if (!(any instanceof ByteBuffer bytes)) {
            return memory.isInstance(any) ? any.duplicate().clear() : null;
        }
        ByteBuffer all = bytes.duplicate().clear().order(ByteOrder.nativeOrder());
        return switch (this) {
            case U8, S8 -> all;
            case U16, S16 -> all.asShortBuffer();
            case S32 -> all.asIntBuffer();
            case F32 -> all.asFloatBuffer();
            case F64 -> all.asDoubleBuffer();
        };
    }

    /** An array of elements, as OpenCV's own methods take it. */
    Object array(int length) {
        return switch (this) {
            case U8, S8 -> new byte[length];
            case U16, S16 -> new short[length];
            case S32 -> new int[length];
            case F32 -> new float[length];
            case F64 -> new double[length];
        };
    }

    /** The number that is an element of such an array. */
    double number(Object array, int index) {
        return switch (this) {
            case U8 -> ((byte[]) array)[index] & 0xff;
            case S8 -> ((byte[]) array)[index];
            case U16 -> ((short[]) array)[index] & 0xffff;
            case S16 -> ((short[]) array)[index];
            case S32 -> ((int[]) array)[index];
            case F32 -> ((float[]) array)[index];
            case F64 -> ((double[]) array)[index];
        };
    }

    /** Stores the nearest number that an element can be; {@code number} is NaN only where elements are floats. */
    void store(Object array, int index, double number) {
        switch (this) {
            case U8 -> ((byte[]) array)[index] = (byte) whole(number, 0, 255);
            case S8 -> ((byte[]) array)[index] = (byte) whole(number, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case U16 -> ((short[]) array)[index] = (short) whole(number, 0, 65535);
            case S16 -> ((short[]) array)[index] = (short) whole(number, Short.MIN_VALUE, Short.MAX_VALUE);
            case S32 -> ((int[]) array)[index] = (int) whole(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case F32 -> ((float[]) array)[index] = (float) number;
            case F64 -> ((double[]) array)[index] = number;
        }
    }

    private static long whole(double number, long least, long most) {
        return Math.max(least, Math.min(most, Math.round(number)));
    }

    /** Whether elements are floating-point numbers. */
    boolean floating() {
        return this == F32 || this == F64;
    }

    @Override
    public String toString() {
        return name;
    }
}
