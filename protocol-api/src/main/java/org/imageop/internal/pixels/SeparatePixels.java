package org.imageop.internal.pixels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/** Pixels whose components are bytes of arrays anywhere, each moved by itself: grey, planes, pixels with gaps. */
public final class SeparatePixels implements PixelMemory {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Field[] fields;

    private SeparatePixels(Field[] fields) {
        this.fields = fields;
    }

    /** The pixels of an image whose components are the given fields, or null if it does not lie like that. */
    static @Nullable SeparatePixels of(Field[] fields) {
        for (Field field : fields) {
            if (!(field.memory() instanceof ByteBuffer bytes) || !bytes.hasArray() || !field.wholeElements()) {
                return null;
            }
        }
        return new SeparatePixels(fields);
    }

    /** Whether neighbouring columns are neighbours in memory, as in planes and in grey images. */
    public boolean gapless() {
        for (Field field : fields) {
            if (field.pixelStride() != 1) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int shift(int component) {
        return Byte.SIZE * component;
    }

    @Override
    public void load(int x, int y, int step, int count, int[] out, int at) {
        for (int c = 0; c < fields.length; c++) {
            byte[] bytes = (byte[]) fields[c].memory().array();
            int first = (int) fields[c].index(x, y) + fields[c].memory().arrayOffset();
            int stride = (int) fields[c].pixelStride() * step;
            if (c == 0) {
                begin(bytes, first, stride, count, out, at);
            } else {
                add(bytes, first, stride, count, out, at, shift(c));
            }
        }
    }

    private static void begin(byte[] bytes, int first, int stride, int count, int[] out, int at) {
        if (stride == 1) {
            for (int i = 0; i < count; i++) {
                out[at + i] = bytes[first + i] & 0xff;
            }
        } else {
            for (int i = 0, p = first; i < count; i++, p += stride) {
                out[at + i] = bytes[p] & 0xff;
            }
        }
    }

    private static void add(byte[] bytes, int first, int stride, int count, int[] out, int at, int shift) {
        if (stride == 1) {
            for (int i = 0; i < count; i++) {
                out[at + i] |= (bytes[first + i] & 0xff) << shift;
            }
        } else {
            for (int i = 0, p = first; i < count; i++, p += stride) {
                out[at + i] |= (bytes[p] & 0xff) << shift;
            }
        }
    }

    @Override
    public void store(int x, int y, int count, int[] in, int at) {
        for (int c = 0; c < fields.length; c++) {
            byte[] bytes = (byte[]) fields[c].memory().array();
            int first = (int) fields[c].index(x, y) + fields[c].memory().arrayOffset();
            int stride = (int) fields[c].pixelStride();
            int fours = stride == 1 ? count & ~3 : 0;
            storeFours(bytes, first, fours, in, at, shift(c));
            store(bytes, first + fours, stride, count - fours, in, at + fours, shift(c));
        }
    }

    /**
     * Writes four times as many pixels, if they are {@link #gapless}.
     *
     * @param each the number of pixels in each hand
     */
    public void store(int x, int y, int each, DealtPixels pixels) {
        for (int c = 0; c < fields.length; c++) {
            byte[] bytes = (byte[]) fields[c].memory().array();
            int first = (int) fields[c].index(x, y) + fields[c].memory().arrayOffset();
            storeFours(bytes, first, each, pixels.fours(shift(c), each));
        }
    }

    private static void storeFours(byte[] bytes, int first, int count, int[] fours) {
        for (int i = 0; i < count; i++) {
            INTS.set(bytes, first + 4 * i, fours[i]);
        }
    }

    @Override
    public void replace(int x, int y, int count, ByteTables tables) {
        for (int c = 0; c < fields.length; c++) {
            int first = (int) fields[c].index(x, y) + fields[c].memory().arrayOffset();
            tables.replace(c, (byte[]) fields[c].memory().array(), first, (int) fields[c].pixelStride(), count);
        }
    }

    /** Four neighbours in one access. */
    private static void storeFours(byte[] bytes, int first, int count, int[] in, int at, int shift) {
        for (int i = 0; i < count; i += 4) {
            int low = in[at + i] >>> shift & 0xff | (in[at + i + 1] >>> shift & 0xff) << 8;
            int high = in[at + i + 2] >>> shift & 0xff | (in[at + i + 3] >>> shift & 0xff) << 8;
            INTS.set(bytes, first + i, low | high << 16);
        }
    }

    private static void store(byte[] bytes, int first, int stride, int count, int[] in, int at, int shift) {
        for (int i = 0, p = first; i < count; i++, p += stride) {
            bytes[p] = (byte) (in[at + i] >>> shift);
        }
    }
}
