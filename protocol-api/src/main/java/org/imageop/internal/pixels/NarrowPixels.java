package org.imageop.internal.pixels;

import java.nio.ShortBuffer;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/**
 * Pixels of up to four fields of at most 8 bits in the shorts of an array, such as 5, 6 and 5 bits: each field is widened to
 * a byte when it is read, and rounded to its bits when it is written. Both are done in place, for vectors.
 */
final class NarrowPixels implements PixelMemory {
    /** Bits after the point: with so many, all quotients of 255 and a smaller number are rounded right. */
    private static final int POINT = 20;

    private static final int HALF = 1 << POINT - 1;

    private final short[] memory;
    private final int base;
    private final Field place;

    /** For each byte of a pixel the field that it is: where it begins, its largest value, and the factors from and to it. */
    private final int[] shifts = new int[Integer.BYTES];

    private final int[] masks = new int[Integer.BYTES];
    private final int[] widening = new int[Integer.BYTES];
    private final int[] narrowing = new int[Integer.BYTES];

    /** The bits of an element that belong to no component. */
    private int rest = -1;

    private NarrowPixels(ShortBuffer memory, Field[] fields) {
        this.memory = memory.array();
        this.base = memory.arrayOffset();
        this.place = fields[0];
        for (int c = 0; c < fields.length; c++) {
            int max = (1 << fields[c].bits()) - 1;
            shifts[c] = fields[c].shift();
            masks[c] = max;
            widening[c] = factor(0xff, max);
            narrowing[c] = factor(max, 0xff);
            rest &= ~(max << shifts[c]);
        }
    }

    private static int factor(int to, int from) {
        return ((to << POINT) + from / 2) / from;
    }

    /** The pixels of an image whose components are the given fields, or null if it does not lie like that. */
    static @Nullable NarrowPixels of(Field[] fields) {
        if (!(fields[0].memory() instanceof ShortBuffer shorts) || !shorts.hasArray()) {
            return null;
        }
        for (Field field : fields) {
            if (field.memory() != shorts
                    || field.ranged()
                    || field.bits() > Byte.SIZE
                    || field.offset() != fields[0].offset()
                    || field.pixelStride() != fields[0].pixelStride()
                    || field.lineStride() != fields[0].lineStride()) {
                return null;
            }
        }
        return new NarrowPixels(shorts, fields);
    }

    @Override
    public int shift(int component) {
        return Byte.SIZE * component;
    }

    @Override
    public void load(int x, int y, int step, int count, int[] out, int at) {
        short[] shorts = memory;
        int first = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride() * step;
        if (stride == 1) {
            for (int i = 0; i < count; i++) {
                out[at + i] = shorts[first + i];
            }
        } else {
            for (int i = 0, p = first; i < count; i++, p += stride) {
                out[at + i] = shorts[p];
            }
        }
        widen(out, at, count);
    }

    private void widen(int[] pixels, int at, int count) {
        int a = shifts[0];
        int b = shifts[1];
        int c = shifts[2];
        int d = shifts[3];
        int maskA = masks[0];
        int maskB = masks[1];
        int maskC = masks[2];
        int maskD = masks[3];
        int byA = widening[0];
        int byB = widening[1];
        int byC = widening[2];
        int byD = widening[3];
        for (int i = at; i < at + count; i++) {
            int p = pixels[i];
            pixels[i] = (p >>> a & maskA) * byA + HALF >>> POINT
                    | ((p >>> b & maskB) * byB + HALF >>> POINT) << 8
                    | ((p >>> c & maskC) * byC + HALF >>> POINT) << 16
                    | ((p >>> d & maskD) * byD + HALF >>> POINT) << 24;
        }
    }

    @Override
    public void store(int x, int y, int count, int[] in, int at) {
        narrow(in, at, count);
        short[] shorts = memory;
        int first = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride();
        int keep = rest;
        for (int i = 0, p = first; i < count; i++, p += stride) {
            shorts[p] = (short) (shorts[p] & keep | in[at + i]);
        }
    }

    @Override
    public void replace(int x, int y, int count, ByteTables tables) {
        int[] block = new int[Math.min(count, BLOCK)];
        for (int done = 0, n; done < count; done += n) {
            n = Math.min(block.length, count - done);
            load(x + done, y, n, block, 0);
            tables.replace(block, 0, 1, n);
            store(x + done, y, n, block, 0);
        }
    }

    private void narrow(int[] pixels, int at, int count) {
        int a = shifts[0];
        int b = shifts[1];
        int c = shifts[2];
        int d = shifts[3];
        int byA = narrowing[0];
        int byB = narrowing[1];
        int byC = narrowing[2];
        int byD = narrowing[3];
        for (int i = at; i < at + count; i++) {
            int p = pixels[i];
            pixels[i] = ((p & 0xff) * byA + HALF >>> POINT) << a
                    | ((p >>> 8 & 0xff) * byB + HALF >>> POINT) << b
                    | ((p >>> 16 & 0xff) * byC + HALF >>> POINT) << c
                    | ((p >>> 24) * byD + HALF >>> POINT) << d;
        }
    }
}
