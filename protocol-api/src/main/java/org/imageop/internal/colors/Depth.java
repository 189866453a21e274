package org.imageop.internal.colors;

/** Scaling samples between 8, 16 and 32 bits (SPEC.md B.2). All factors are odd, so no ties occur. */
public final class Depth {
    private Depth() {}

    /** Scales {@code count} samples in place. */
    public static void scale(int[] samples, int count, int from, int to) {
        if (from < to) {
            int factor = from == 16 ? 65537 : to == 16 ? 257 : 16843009;
            for (int k = 0; k < count; k++) {
                samples[k] *= factor;
            }
        } else if (from == 16 && to == 8) {
            for (int k = 0; k < count; k++) {
                samples[k] = byteOf(samples[k]);
            }
        } else if (from > to) {
            long divisor = to == 16 ? 65537 : 16843009;
            for (int k = 0; k < count; k++) {
                samples[k] = (int) (((samples[k] & 0xffff_ffffL) + divisor / 2) / divisor);
            }
        }
    }

    /** The same as (v + 128) / 257 for every 16-bit value, without a division. */
    private static int byteOf(int sample) {
        return sample * 255 + 32895 >> 16;
    }

    /** Scales {@code count} samples of 16 bits to bytes, at steps in both arrays. */
    public static void scale(short[] in, int from, int step, byte[] out, int to, int outStep, int count) {
        if (step == 1 && outStep == 1) {
            for (int i = 0; i < count; i++) {
                out[to + i] = (byte) byteOf(in[from + i] & 0xffff);
            }
        } else {
            for (int i = 0, p = from, q = to; i < count; i++, p += step, q += outStep) {
                out[q] = (byte) byteOf(in[p] & 0xffff);
            }
        }
    }

    /** Scales {@code count} bytes to samples of 16 bits, at steps in both arrays. */
    public static void scale(byte[] in, int from, int step, short[] out, int to, int outStep, int count) {
        if (step == 1 && outStep == 1) {
            int o = to;
            for (int p = from; p < from + count; p++) {
                out[o++] = (short) ((in[p] & 0xff) * 257);
            }
        } else {
            for (int i = 0, p = from, q = to; i < count; i++, p += step, q += outStep) {
                out[q] = (short) ((in[p] & 0xff) * 257);
            }
        }
    }
}
