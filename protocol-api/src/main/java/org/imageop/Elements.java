package org.imageop;

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
abstract sealed class Elements {
    /** A run longer than this, in elements per sample, is fetched element by element. */
    private static final int DENSE = 8;

    static Elements of(Buffer memory) {
        if (memory instanceof ByteBuffer b) {
            return new Bytes(b);
        } else if (memory instanceof ShortBuffer s) {
            return new Shorts(s);
        } else if (memory instanceof IntBuffer i) {
            return new Ints(i);
        }
        return new Floats((FloatBuffer) memory);
    }

    /** Reads the field of {@code count} elements into every {@code step}-th int from {@code at} on. */
    abstract void load(long index, long stride, int count, int shift, int mask, int[] out, int at, int step);

    /** Writes the field of {@code count} elements, leaving an element's other bits as they are. */
    abstract void store(long index, long stride, int count, int shift, int mask, int[] in, int at, int step);

    private static boolean dense(long stride) {
        return stride >= -DENSE && stride <= DENSE;
    }

    /** The lowest index of a run; runs with negative strides end there. */
    private static int lowest(long index, long stride, int count) {
        return (int) Math.min(index, index + stride * (count - 1));
    }

    private static int span(long stride, int count) {
        return (int) (Math.abs(stride) * (count - 1) + 1);
    }

    private static final class Bytes extends Elements {
        private final ByteBuffer memory;

        Bytes(ByteBuffer memory) {
            this.memory = memory;
        }

        @Override
        void load(long index, long stride, int count, int shift, int mask, int[] out, int at, int step) {
            if (memory.hasArray()) {
                fields(
                        memory.array(),
                        (int) index + memory.arrayOffset(),
                        (int) stride,
                        count,
                        shift,
                        mask,
                        out,
                        at,
                        step);
            } else if (dense(stride)) {
                int low = lowest(index, stride, count);
                byte[] run = new byte[span(stride, count)];
                memory.get(low, run);
                fields(run, (int) index - low, (int) stride, count, shift, mask, out, at, step);
            } else {
                for (int i = 0; i < count; i++) {
                    out[at + i * step] = (memory.get((int) (index + i * stride)) & 0xff) >>> shift & mask;
                }
            }
        }

        private static void fields(
                byte[] run, int index, int stride, int count, int shift, int mask, int[] out, int at, int step) {
            for (int i = 0, p = index, o = at; i < count; i++, p += stride, o += step) {
                out[o] = (run[p] & 0xff) >>> shift & mask;
            }
        }

        @Override
        void store(long index, long stride, int count, int shift, int mask, int[] in, int at, int step) {
            int keep = ~(mask << shift) & 0xff;
            if (memory.hasArray() && keep == 0) {
                byte[] run = memory.array();
                int p = (int) index + memory.arrayOffset();
                for (int i = 0, o = at; i < count; i++, p += (int) stride, o += step) {
                    run[p] = (byte) in[o];
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                int p = (int) (index + i * stride);
                int rest = keep == 0 ? 0 : memory.get(p) & keep;
                memory.put(p, (byte) (rest | in[at + i * step] << shift));
            }
        }
    }

    private static final class Shorts extends Elements {
        private final ShortBuffer memory;

        Shorts(ShortBuffer memory) {
            this.memory = memory;
        }

        @Override
        void load(long index, long stride, int count, int shift, int mask, int[] out, int at, int step) {
            if (memory.hasArray()) {
                fields(
                        memory.array(),
                        (int) index + memory.arrayOffset(),
                        (int) stride,
                        count,
                        shift,
                        mask,
                        out,
                        at,
                        step);
            } else if (dense(stride)) {
                int low = lowest(index, stride, count);
                short[] run = new short[span(stride, count)];
                memory.get(low, run);
                fields(run, (int) index - low, (int) stride, count, shift, mask, out, at, step);
            } else {
                for (int i = 0; i < count; i++) {
                    out[at + i * step] = (memory.get((int) (index + i * stride)) & 0xffff) >>> shift & mask;
                }
            }
        }

        private static void fields(
                short[] run, int index, int stride, int count, int shift, int mask, int[] out, int at, int step) {
            for (int i = 0, p = index, o = at; i < count; i++, p += stride, o += step) {
                out[o] = (run[p] & 0xffff) >>> shift & mask;
            }
        }

        @Override
        void store(long index, long stride, int count, int shift, int mask, int[] in, int at, int step) {
            int keep = ~(mask << shift) & 0xffff;
            if (memory.hasArray() && keep == 0) {
                short[] run = memory.array();
                int p = (int) index + memory.arrayOffset();
                for (int i = 0, o = at; i < count; i++, p += (int) stride, o += step) {
                    run[p] = (short) in[o];
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                int p = (int) (index + i * stride);
                int rest = keep == 0 ? 0 : memory.get(p) & keep;
                memory.put(p, (short) (rest | in[at + i * step] << shift));
            }
        }
    }

    private static final class Ints extends Elements {
        private final IntBuffer memory;

        Ints(IntBuffer memory) {
            this.memory = memory;
        }

        @Override
        void load(long index, long stride, int count, int shift, int mask, int[] out, int at, int step) {
            if (memory.hasArray()) {
                fields(
                        memory.array(),
                        (int) index + memory.arrayOffset(),
                        (int) stride,
                        count,
                        shift,
                        mask,
                        out,
                        at,
                        step);
            } else if (dense(stride)) {
                int low = lowest(index, stride, count);
                int[] run = new int[span(stride, count)];
                memory.get(low, run);
                fields(run, (int) index - low, (int) stride, count, shift, mask, out, at, step);
            } else {
                for (int i = 0; i < count; i++) {
                    out[at + i * step] = memory.get((int) (index + i * stride)) >>> shift & mask;
                }
            }
        }

        private static void fields(
                int[] run, int index, int stride, int count, int shift, int mask, int[] out, int at, int step) {
            for (int i = 0, p = index, o = at; i < count; i++, p += stride, o += step) {
                out[o] = run[p] >>> shift & mask;
            }
        }

        @Override
        void store(long index, long stride, int count, int shift, int mask, int[] in, int at, int step) {
            int keep = ~(mask << shift);
            if (memory.hasArray()) {
                int[] run = memory.array();
                int p = (int) index + memory.arrayOffset();
                for (int i = 0, o = at; i < count; i++, p += (int) stride, o += step) {
                    run[p] = run[p] & keep | in[o] << shift;
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                int p = (int) (index + i * stride);
                int rest = keep == 0 ? 0 : memory.get(p) & keep;
                memory.put(p, rest | in[at + i * step] << shift);
            }
        }
    }

    /** Floats have no fields: shift and mask are of no account. */
    private static final class Floats extends Elements {
        private final FloatBuffer memory;

        Floats(FloatBuffer memory) {
            this.memory = memory;
        }

        @Override
        void load(long index, long stride, int count, int shift, int mask, int[] out, int at, int step) {
            for (int i = 0; i < count; i++) {
                out[at + i * step] = Float.floatToRawIntBits(memory.get((int) (index + i * stride)));
            }
        }

        @Override
        void store(long index, long stride, int count, int shift, int mask, int[] in, int at, int step) {
            for (int i = 0; i < count; i++) {
                memory.put((int) (index + i * stride), Float.intBitsToFloat(in[at + i * step]));
            }
        }
    }
}
