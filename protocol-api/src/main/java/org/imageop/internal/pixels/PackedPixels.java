package org.imageop.internal.pixels;

import java.nio.IntBuffer;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/** Pixels that are the ints of an array already: what BufferedImage and JavaFX have most. */
public final class PackedPixels implements PixelMemory {
    private final int[] memory;
    private final int base;
    private final Field[] fields;

    /** The bits of an element that belong to no component. */
    private final int rest;

    private PackedPixels(IntBuffer memory, Field[] fields, int rest) {
        this.memory = memory.array();
        this.base = memory.arrayOffset();
        this.fields = fields;
        this.rest = rest;
    }

    /** The pixels of an image whose components are the given fields, or null if it does not lie like that. */
    static @Nullable PackedPixels of(Field[] fields) {
        if (!(fields[0].memory() instanceof IntBuffer ints) || !ints.hasArray()) {
            return null;
        }
        int rest = -1;
        for (Field field : fields) {
            int mask = 0xff << field.shift();
            if (field.memory() != ints
                    || field.bits() != Byte.SIZE
                    || field.shift() % Byte.SIZE != 0
                    || (rest & mask) != mask
                    || field.offset() != fields[0].offset()
                    || field.pixelStride() != fields[0].pixelStride()
                    || field.lineStride() != fields[0].lineStride()) {
                return null;
            }
            rest &= ~mask;
        }
        return new PackedPixels(ints, fields, rest);
    }

    /** Whether the pixels of a row are neighbouring ints with nothing else in them, so that they can be worked on in place. */
    public boolean inPlace() {
        return rest == 0 && fields[0].pixelStride() == 1;
    }

    /** The array that they are in. */
    public int[] memory() {
        return memory;
    }

    /** Where in that array a pixel is. */
    public int index(int x, int y) {
        return (int) fields[0].index(x, y) + base;
    }

    @Override
    public int shift(int component) {
        return fields[component].shift();
    }

    @Override
    public void load(int x, int y, int step, int count, int[] out, int at) {
        int[] pixels = memory;
        int first = index(x, y);
        int stride = (int) fields[0].pixelStride() * step;
        if (stride == 1) {
            System.arraycopy(pixels, first, out, at, count);
            return;
        }
        for (int i = 0, p = first; i < count; i++, p += stride) {
            out[at + i] = pixels[p];
        }
    }

    @Override
    public void store(int x, int y, int count, int[] in, int at) {
        int[] pixels = memory;
        int first = index(x, y);
        int stride = (int) fields[0].pixelStride();
        int keep = rest;
        if (inPlace()) {
            System.arraycopy(in, at, pixels, first, count);
            return;
        }
        for (int i = 0, p = first; i < count; i++, p += stride) {
            pixels[p] = pixels[p] & keep | in[at + i] & ~keep;
        }
    }

    @Override
    public void replace(int x, int y, int count, ByteTables tables) {
        tables.replace(memory, index(x, y), (int) fields[0].pixelStride(), count);
    }
}
