package org.imageop.internal.rows;

import java.nio.IntBuffer;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/**
 * Runs of pixels of three or four 8-bit components in the ints of an array, each taken apart and put together in one
 * step: the layouts that BufferedImage and JavaFX have most.
 */
final class PackedPixels implements PixelRuns {
    private static final int MASK = 0xff;

    private final int[] memory;
    private final int base;
    private final Field place;
    private final int[] shifts;

    /** The bits of an element that belong to no component. */
    private final int rest;

    private PackedPixels(IntBuffer memory, Field[] fields) {
        this.memory = memory.array();
        this.base = memory.arrayOffset();
        this.place = fields[0];
        this.shifts = new int[fields.length];
        int used = 0;
        for (int c = 0; c < fields.length; c++) {
            shifts[c] = fields[c].shift();
            used |= MASK << shifts[c];
        }
        this.rest = ~used;
    }

    /** The pixels of an image whose components are the given fields, or null if it does not lie like that. */
    static @Nullable PackedPixels of(Field[] fields, int bits) {
        if (bits != 8 || fields.length < 3 || !(fields[0].memory() instanceof IntBuffer ints) || !ints.hasArray()) {
            return null;
        }
        for (Field field : fields) {
            if (field.memory() != ints
                    || field.bits() != 8
                    || field.ranged()
                    || field.offset() != fields[0].offset()
                    || field.pixelStride() != fields[0].pixelStride()
                    || field.lineStride() != fields[0].lineStride()) {
                return null;
            }
        }
        PackedPixels packed = new PackedPixels(ints, fields);
        return Integer.bitCount(packed.rest) == Integer.SIZE - 8 * fields.length ? packed : null;
    }

    @Override
    public void load(int x, int y, int count, int[] out, int at) {
        int[] pixels = memory;
        int p = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride();
        int r = shifts[0];
        int g = shifts[1];
        int b = shifts[2];
        if (shifts.length == 3) {
            for (int i = 0, o = at; i < count; i++, p += stride, o += 3) {
                int pixel = pixels[p];
                out[o] = pixel >>> r & MASK;
                out[o + 1] = pixel >>> g & MASK;
                out[o + 2] = pixel >>> b & MASK;
            }
        } else {
            int a = shifts[3];
            for (int i = 0, o = at; i < count; i++, p += stride, o += 4) {
                int pixel = pixels[p];
                out[o] = pixel >>> r & MASK;
                out[o + 1] = pixel >>> g & MASK;
                out[o + 2] = pixel >>> b & MASK;
                out[o + 3] = pixel >>> a & MASK;
            }
        }
    }

    @Override
    public void store(int x, int y, int count, int[] in, int at) {
        int[] pixels = memory;
        int p = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride();
        int r = shifts[0];
        int g = shifts[1];
        int b = shifts[2];
        if (shifts.length == 3) {
            for (int i = 0, k = at; i < count; i++, p += stride, k += 3) {
                pixels[p] = pixels[p] & rest | in[k] << r | in[k + 1] << g | in[k + 2] << b;
            }
        } else {
            int a = shifts[3];
            for (int i = 0, k = at; i < count; i++, p += stride, k += 4) {
                pixels[p] = in[k] << r | in[k + 1] << g | in[k + 2] << b | in[k + 3] << a;
            }
        }
    }
}
