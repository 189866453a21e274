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
                // the same as (v + 128) / 257 for every 16-bit value, without a division
                samples[k] = samples[k] * 255 + 32895 >> 16;
            }
        } else if (from > to) {
            long divisor = to == 16 ? 65537 : 16843009;
            for (int k = 0; k < count; k++) {
                samples[k] = (int) (((samples[k] & 0xffff_ffffL) + divisor / 2) / divisor);
            }
        }
    }
}
