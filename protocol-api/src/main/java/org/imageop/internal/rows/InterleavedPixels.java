package org.imageop.internal.rows;

import java.nio.ByteBuffer;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/** Runs of pixels of three or four bytes in an array, side by side in any order, each moved in one step. */
final class InterleavedPixels implements PixelRuns {
    private final byte[] memory;
    private final int base;
    private final Field place;

    /** Where each component is, from the first one on. */
    private final int[] distances;

    private InterleavedPixels(ByteBuffer memory, Field[] fields) {
        this.memory = memory.array();
        this.base = memory.arrayOffset();
        this.place = fields[0];
        this.distances = new int[fields.length];
        for (int c = 0; c < fields.length; c++) {
            distances[c] = (int) (fields[c].offset() - place.offset());
        }
    }

    /** The pixels of an image whose components are the given fields, or null if it does not lie like that. */
    static @Nullable InterleavedPixels of(Field[] fields, int bits) {
        if (bits != 8 || fields.length < 3 || !(fields[0].memory() instanceof ByteBuffer bytes) || !bytes.hasArray()) {
            return null;
        }
        for (Field field : fields) {
            if (field.memory() != bytes
                    || !field.wholeElements()
                    || field.pixelStride() != fields[0].pixelStride()
                    || field.lineStride() != fields[0].lineStride()) {
                return null;
            }
        }
        return new InterleavedPixels(bytes, fields);
    }

    @Override
    public void load(int x, int y, int count, int[] out, int at) {
        byte[] bytes = memory;
        int p = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride();
        int g = distances[1];
        int b = distances[2];
        if (distances.length == 3) {
            for (int i = 0, o = at; i < count; i++, p += stride, o += 3) {
                out[o] = bytes[p] & 0xff;
                out[o + 1] = bytes[p + g] & 0xff;
                out[o + 2] = bytes[p + b] & 0xff;
            }
        } else {
            int a = distances[3];
            for (int i = 0, o = at; i < count; i++, p += stride, o += 4) {
                out[o] = bytes[p] & 0xff;
                out[o + 1] = bytes[p + g] & 0xff;
                out[o + 2] = bytes[p + b] & 0xff;
                out[o + 3] = bytes[p + a] & 0xff;
            }
        }
    }

    @Override
    public void store(int x, int y, int count, int[] in, int at) {
        byte[] bytes = memory;
        int p = (int) place.index(x, y) + base;
        int stride = (int) place.pixelStride();
        int g = distances[1];
        int b = distances[2];
        if (distances.length == 3) {
            for (int i = 0, k = at; i < count; i++, p += stride, k += 3) {
                bytes[p] = (byte) in[k];
                bytes[p + g] = (byte) in[k + 1];
                bytes[p + b] = (byte) in[k + 2];
            }
        } else {
            int a = distances[3];
            for (int i = 0, k = at; i < count; i++, p += stride, k += 4) {
                bytes[p] = (byte) in[k];
                bytes[p + g] = (byte) in[k + 1];
                bytes[p + b] = (byte) in[k + 2];
                bytes[p + a] = (byte) in[k + 3];
            }
        }
    }
}
