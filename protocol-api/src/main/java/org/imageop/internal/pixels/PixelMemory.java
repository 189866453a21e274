package org.imageop.internal.pixels;

import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/** Pixels in arrays, to be read and written. */
public sealed interface PixelMemory extends PixelRuns
        permits InterleavedPixels, NarrowPixels, PackedPixels, SeparatePixels {

    /** The way for an image whose components are the given fields, or null if it lies otherwise. */
    static @Nullable PixelMemory of(Field[] fields, int bits) {
        if (bits != Byte.SIZE || fields.length > Integer.BYTES) {
            return null;
        }
        PixelMemory pixels = PackedPixels.of(fields);
        if (pixels == null) {
            pixels = InterleavedPixels.of(fields);
        }
        if (pixels == null) {
            pixels = NarrowPixels.of(fields);
        }
        return pixels != null ? pixels : SeparatePixels.of(fields);
    }

    @Override
    default void load(int x, int y, int count, int[] out, int at) {
        load(x, y, 1, count, out, at);
    }

    /** Reads each {@code step}-th pixel from column x on. */
    void load(int x, int y, int step, int count, int[] out, int at);

    /** Writes pixels as they are to be stored, and nothing but their components. May change {@code in}. */
    void store(int x, int y, int count, int[] in, int at);

    /** Replaces each component by what its table has for it. */
    void replace(int x, int y, int count, ByteTables tables);
}
