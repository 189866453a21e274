package org.imageop.internal.pixels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/**
 * Pixels of three or four neighbouring bytes in an array, in any order. One access moves them all: measured for a 4K image,
 * 9 ms of single bytes become 3.
 */
final class InterleavedPixels implements PixelMemory {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] memory;
    private final int base;

    /** The first byte of each pixel. */
    private final Field place;

    private final int[] shifts;

    private InterleavedPixels(ByteBuffer memory, Field place, int[] shifts) {
        this.memory = memory.array();
        this.base = memory.arrayOffset();
        this.place = place;
        this.shifts = shifts;
    }

    /** The pixels of an image whose components are the given fields, or null if it does not lie like that. */
    static @Nullable InterleavedPixels of(Field[] fields) {
        if (fields.length < 3 || !(fields[0].memory() instanceof ByteBuffer bytes) || !bytes.hasArray()) {
            return null;
        }
        long begin = Long.MAX_VALUE;
        for (Field field : fields) {
            begin = Math.min(begin, field.offset());
        }
        int[] shifts = new int[fields.length];
        int filled = 0;
        for (int c = 0; c < fields.length; c++) {
            Field field = fields[c];
            long distance = field.offset() - begin;
            if (field.memory() != bytes
                    || !field.wholeElements()
                    || distance >= fields.length
                    || field.pixelStride() != fields[0].pixelStride()
                    || field.lineStride() != fields[0].lineStride()) {
                return null;
            }
            shifts[c] = (int) distance * Byte.SIZE;
            filled |= 1 << distance;
        }
        // with a gap, or a byte that serves twice, a pixel would reach beyond its components
        return filled == (1 << fields.length) - 1
                ? new InterleavedPixels(
                        bytes, fields[0].at(begin, fields[0].pixelStride(), fields[0].lineStride()), shifts)
                : null;
    }

    @Override
    public int shift(int component) {
        return shifts[component];
    }

    @Override
    public void load(int x, int y, int step, int count, int[] out, int at) {
        int first = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride() * step;
        if (shifts.length == 3) {
            loadThree(memory, first, stride, count, out, at);
        } else {
            loadFour(memory, first, stride, count, out, at);
        }
    }

    @Override
    public void store(int x, int y, int count, int[] in, int at) {
        int first = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride();
        if (shifts.length == 3) {
            storeThree(memory, first, stride, count, in, at);
        } else {
            storeFour(memory, first, stride, count, in, at);
        }
    }

    @Override
    public void replace(int x, int y, int count, ByteTables tables) {
        int first = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride();
        if (stride != shifts.length) {
            for (int k = 0; k < shifts.length; k++) {
                tables.replace(k, memory, first + k, stride, count);
            }
        } else if (stride == 3) {
            tables.replaceThrees(memory, first, count);
        } else {
            tables.replaceFours(memory, first, count);
        }
    }

    /** Reads samples, the components of a pixel side by side. */
    void samples(int x, int y, int count, int[] out, int at) {
        int first = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride();
        for (int c = 0; c < shifts.length; c++) {
            int from = first + shifts[c] / Byte.SIZE;
            if (stride != shifts.length) {
                sample(memory, from, stride, count, out, at + c, shifts.length);
            } else if (stride == 3) {
                thirds(memory, from, count, out, at + c);
            } else {
                fourths(memory, from, count, out, at + c);
            }
        }
    }

    private static void sample(byte[] bytes, int first, int stride, int count, int[] out, int at, int step) {
        for (int i = 0, p = first, o = at; i < count; i++, p += stride, o += step) {
            out[o] = bytes[p] & 0xff;
        }
    }

    private static void thirds(byte[] bytes, int first, int count, int[] out, int at) {
        int o = at;
        for (int p = first; p < first + 3 * count; p += 3) {
            out[o] = bytes[p] & 0xff;
            o += 3;
        }
    }

    private static void fourths(byte[] bytes, int first, int count, int[] out, int at) {
        int o = at;
        for (int p = first; p < first + 4 * count; p += 4) {
            out[o] = bytes[p] & 0xff;
            o += 4;
        }
    }

    /** The int of a pixel reaches into its neighbour; the outermost pixels may have none in the array. */
    private static void loadThree(byte[] bytes, int first, int stride, int count, int[] out, int at) {
        int last = first + stride * (count - 1);
        out[at] = three(bytes, first);
        int o = at + 1;
        if (stride == 3) {
            // a loop over the bytes: C2 then needs no check of each access
            for (int p = first + 3; p < last; p += 3) {
                out[o++] = (int) INTS.get(bytes, p);
            }
        } else {
            for (int p = first + stride; o < at + count - 1; p += stride) {
                out[o++] = (int) INTS.get(bytes, p);
            }
        }
        out[at + count - 1] = three(bytes, last);
    }

    private static int three(byte[] bytes, int p) {
        return bytes[p] & 0xff | (bytes[p + 1] & 0xff) << 8 | (bytes[p + 2] & 0xff) << 16;
    }

    private static void loadFour(byte[] bytes, int first, int stride, int count, int[] out, int at) {
        if (stride == 4) {
            for (int i = 0; i < count; i++) {
                out[at + i] = (int) INTS.get(bytes, first + 4 * i);
            }
        } else {
            for (int i = 0, p = first; i < count; i++, p += stride) {
                out[at + i] = (int) INTS.get(bytes, p);
            }
        }
    }

    private static void storeThree(byte[] bytes, int first, int stride, int count, int[] in, int at) {
        int k = at;
        if (stride == 3) {
            // the fourth byte is the next pixel's, which overwrites it
            int last = first + 3 * (count - 1);
            for (int p = first; p < last; p += 3) {
                INTS.set(bytes, p, in[k++]);
            }
            storeThree(bytes, last, in[k]);
        } else {
            for (int p = first; k < at + count; p += stride) {
                storeThree(bytes, p, in[k++]);
            }
        }
    }

    private static void storeThree(byte[] bytes, int p, int pixel) {
        bytes[p] = (byte) pixel;
        bytes[p + 1] = (byte) (pixel >> 8);
        bytes[p + 2] = (byte) (pixel >> 16);
    }

    private static void storeFour(byte[] bytes, int first, int stride, int count, int[] in, int at) {
        if (stride == 4) {
            for (int i = 0; i < count; i++) {
                INTS.set(bytes, first + 4 * i, in[at + i]);
            }
        } else {
            for (int i = 0, p = first; i < count; i++, p += stride) {
                INTS.set(bytes, p, in[at + i]);
            }
        }
    }
}
