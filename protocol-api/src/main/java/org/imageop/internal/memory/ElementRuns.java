package org.imageop.internal.memory;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/**
 * Strided runs of bit fields in a buffer, as ints. Floats pass as their raw bits.
 *
 * <p>The loops run on arrays: a heap buffer's own, or a scratch copy of the run where there is none (direct,
 * read-only and byte-order views), so that one loop serves all kinds of memory at array speed.
 */
public abstract sealed class ElementRuns {
    /** A run longer than this, in elements per sample, is fetched element by element. */
    private static final int DENSE = 8;

    private final Buffer memory;

    /** The bits of an element. */
    private final int all;

    private ElementRuns(Buffer memory) {
        this.memory = memory;
        this.all = -1 >>> (32 - Field.elementBits(memory));
    }

    /** Whether runs of samples that are so far apart are best moved with what lies between them. */
    public static boolean dense(long stride) {
        return Math.abs(stride) <= DENSE;
    }

    /** The runs of a buffer. */
    public static ElementRuns of(Buffer memory) {
        if (memory instanceof ByteBuffer b) {
            return new Bytes(b);
        } else if (memory instanceof ShortBuffer s) {
            return new Shorts(s);
        } else if (memory instanceof IntBuffer i) {
            return new Ints(i);
        }
        return new Floats((FloatBuffer) memory);
    }

    /** New elements of the kind that a buffer has. */
    public static Buffer allocate(Buffer kind, int length) {
        if (kind instanceof ByteBuffer) {
            return ByteBuffer.allocate(length);
        } else if (kind instanceof ShortBuffer) {
            return ShortBuffer.allocate(length);
        }
        return kind instanceof IntBuffer ? IntBuffer.allocate(length) : FloatBuffer.allocate(length);
    }

    /** Copies elements from one buffer to another one of the same kind. */
    public static void copy(Buffer from, int read, Buffer to, int write, int length) {
        if (to instanceof ByteBuffer bytes) {
            bytes.put(write, (ByteBuffer) from, read, length);
        } else if (to instanceof ShortBuffer shorts) {
            shorts.put(write, (ShortBuffer) from, read, length);
        } else if (to instanceof IntBuffer ints) {
            ints.put(write, (IntBuffer) from, read, length);
        } else {
            ((FloatBuffer) to).put(write, (FloatBuffer) from, read, length);
        }
    }

    /** Reads the field of {@code count} elements into every {@code step}-th int from {@code at} on. */
    public final void load(long index, long stride, int count, int shift, int mask, int[] out, int at, int step) {
        if (memory.hasArray()) {
            fields(memory.array(), (int) index + memory.arrayOffset(), (int) stride, count, shift, mask, out, at, step);
        } else if (dense(stride)) {
            // a run with a negative stride begins where it ends
            int low = (int) Math.min(index, index + stride * (count - 1));
            int span = (int) (Math.abs(stride) * (count - 1) + 1);
            fields(run(low, span), (int) index - low, (int) stride, count, shift, mask, out, at, step);
        } else {
            for (int i = 0; i < count; i++) {
                out[at + i * step] = get((int) (index + i * stride)) >>> shift & mask;
            }
        }
    }

    /** Writes the field of {@code count} elements, leaving an element's other bits as they are. */
    public final void store(long index, long stride, int count, int shift, int mask, int[] in, int at, int step) {
        int keep = all & ~(mask << shift);
        if (memory.hasArray() && keep == 0) {
            fill(memory.array(), (int) index + memory.arrayOffset(), (int) stride, count, in, at, step);
            return;
        }
        for (int i = 0; i < count; i++) {
            int p = (int) (index + i * stride);
            int rest = keep == 0 ? 0 : get(p) & keep;
            put(p, rest | in[at + i * step] << shift);
        }
    }

    /** Writes whole elements: what {@code table} has for the byte from bit {@code shift} on of each int. */
    public final void storeLookedUp(long index, long stride, int count, int[] table, int[] in, int shift) {
        if (memory.hasArray()) {
            int first = (int) index + memory.arrayOffset();
            fillLookedUp(memory.array(), first, (int) stride, count, table, in, shift);
            return;
        }
        for (int i = 0; i < count; i++) {
            put((int) (index + i * stride), table[in[i] >>> shift & 0xff]);
        }
    }

    /** An element, without a sign. */
    abstract int get(int index);

    abstract void put(int index, int element);

    /** A copy of neighbouring elements, as an array. */
    abstract Object run(int index, int length);

    abstract void fields(
            Object array, int index, int stride, int count, int shift, int mask, int[] out, int at, int step);

    /** Replaces whole elements. */
    abstract void fill(Object array, int index, int stride, int count, int[] in, int at, int step);

    /** Replaces whole elements by those of a table. */
    abstract void fillLookedUp(Object array, int index, int stride, int count, int[] table, int[] in, int shift);

    private static final class Bytes extends ElementRuns {
        private final ByteBuffer memory;

        Bytes(ByteBuffer memory) {
            super(memory);
            this.memory = memory;
        }

        @Override
        int get(int index) {
            return memory.get(index) & 0xff;
        }

        @Override
        void put(int index, int element) {
            memory.put(index, (byte) element);
        }

        @Override
        Object run(int index, int length) {
            byte[] run = new byte[length];
            memory.get(index, run);
            return run;
        }

        @Override
        void fields(Object array, int index, int stride, int count, int shift, int mask, int[] out, int at, int step) {
            byte[] run = (byte[]) array;
            for (int i = 0, p = index, o = at; i < count; i++, p += stride, o += step) {
                out[o] = (run[p] & 0xff) >>> shift & mask;
            }
        }

        @Override
        void fill(Object array, int index, int stride, int count, int[] in, int at, int step) {
            byte[] run = (byte[]) array;
            for (int i = 0, p = index, k = at; i < count; i++, p += stride, k += step) {
                run[p] = (byte) in[k];
            }
        }

        @Override
        void fillLookedUp(Object array, int index, int stride, int count, int[] table, int[] in, int shift) {
            byte[] run = (byte[]) array;
            for (int i = 0, p = index; i < count; i++, p += stride) {
                run[p] = (byte) table[in[i] >>> shift & 0xff];
            }
        }
    }

    private static final class Shorts extends ElementRuns {
        private final ShortBuffer memory;

        Shorts(ShortBuffer memory) {
            super(memory);
            this.memory = memory;
        }

        @Override
        int get(int index) {
            return memory.get(index) & 0xffff;
        }

        @Override
        void put(int index, int element) {
            memory.put(index, (short) element);
        }

        @Override
        Object run(int index, int length) {
            short[] run = new short[length];
            memory.get(index, run);
            return run;
        }

        @Override
        void fields(Object array, int index, int stride, int count, int shift, int mask, int[] out, int at, int step) {
            short[] run = (short[]) array;
            for (int i = 0, p = index, o = at; i < count; i++, p += stride, o += step) {
                out[o] = (run[p] & 0xffff) >>> shift & mask;
            }
        }

        @Override
        void fill(Object array, int index, int stride, int count, int[] in, int at, int step) {
            short[] run = (short[]) array;
            for (int i = 0, p = index, k = at; i < count; i++, p += stride, k += step) {
                run[p] = (short) in[k];
            }
        }

        @Override
        void fillLookedUp(Object array, int index, int stride, int count, int[] table, int[] in, int shift) {
            short[] run = (short[]) array;
            for (int i = 0, p = index; i < count; i++, p += stride) {
                run[p] = (short) table[in[i] >>> shift & 0xff];
            }
        }
    }

    private static final class Ints extends ElementRuns {
        private final IntBuffer memory;

        Ints(IntBuffer memory) {
            super(memory);
            this.memory = memory;
        }

        @Override
        int get(int index) {
            return memory.get(index);
        }

        @Override
        void put(int index, int element) {
            memory.put(index, element);
        }

        @Override
        Object run(int index, int length) {
            int[] run = new int[length];
            memory.get(index, run);
            return run;
        }

        @Override
        void fields(Object array, int index, int stride, int count, int shift, int mask, int[] out, int at, int step) {
            int[] run = (int[]) array;
            for (int i = 0, p = index, o = at; i < count; i++, p += stride, o += step) {
                out[o] = run[p] >>> shift & mask;
            }
        }

        @Override
        void fill(Object array, int index, int stride, int count, int[] in, int at, int step) {
            int[] run = (int[]) array;
            for (int i = 0, p = index, k = at; i < count; i++, p += stride, k += step) {
                run[p] = in[k];
            }
        }

        @Override
        void fillLookedUp(Object array, int index, int stride, int count, int[] table, int[] in, int shift) {
            int[] run = (int[]) array;
            for (int i = 0, p = index; i < count; i++, p += stride) {
                run[p] = table[in[i] >>> shift & 0xff];
            }
        }
    }

    /** Floats have no fields: all their bits are the sample. */
    private static final class Floats extends ElementRuns {
        private final FloatBuffer memory;

        Floats(FloatBuffer memory) {
            super(memory);
            this.memory = memory;
        }

        @Override
        int get(int index) {
            return Float.floatToRawIntBits(memory.get(index));
        }

        @Override
        void put(int index, int element) {
            memory.put(index, Float.intBitsToFloat(element));
        }

        @Override
        Object run(int index, int length) {
            float[] run = new float[length];
            memory.get(index, run);
            return run;
        }

        @Override
        void fields(Object array, int index, int stride, int count, int shift, int mask, int[] out, int at, int step) {
            float[] run = (float[]) array;
            for (int i = 0, p = index, o = at; i < count; i++, p += stride, o += step) {
                out[o] = Float.floatToRawIntBits(run[p]);
            }
        }

        @Override
        void fill(Object array, int index, int stride, int count, int[] in, int at, int step) {
            float[] run = (float[]) array;
            for (int i = 0, p = index, k = at; i < count; i++, p += stride, k += step) {
                run[p] = Float.intBitsToFloat(in[k]);
            }
        }

        @Override
        void fillLookedUp(Object array, int index, int stride, int count, int[] table, int[] in, int shift) {
            float[] run = (float[]) array;
            for (int i = 0, p = index; i < count; i++, p += stride) {
                run[p] = Float.intBitsToFloat(table[in[i] >>> shift & 0xff]);
            }
        }
    }
}
