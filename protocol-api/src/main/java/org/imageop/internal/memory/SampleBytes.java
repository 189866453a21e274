package org.imageop.internal.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Samples of 1, 2 or 4 bytes in native byte order (P-22). */
public final class SampleBytes {
    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, NATIVE);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, NATIVE);

    private SampleBytes() {}

    /** From bytes to samples. */
    public static void decode(byte[] bytes, int offset, int count, int sampleBytes, int[] samples, int at) {
        for (int i = 0, p = offset; i < count; i++, p += sampleBytes) {
            samples[at + i] = switch (sampleBytes) {
                case 1 -> bytes[p] & 0xff;
                case 2 -> (short) SHORTS.get(bytes, p) & 0xffff;
                default -> (int) INTS.get(bytes, p);
            };
        }
    }

    /** From samples to bytes. */
    public static void encode(int[] samples, int at, int count, int sampleBytes, byte[] bytes, int offset) {
        for (int i = 0, p = offset; i < count; i++, p += sampleBytes) {
            switch (sampleBytes) {
                case 1 -> bytes[p] = (byte) samples[at + i];
                case 2 -> SHORTS.set(bytes, p, (short) samples[at + i]);
                default -> INTS.set(bytes, p, samples[at + i]);
            }
        }
    }
}
