package org.imageop.internal.rows;

import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/** Runs of pixels that are moved pixel by pixel, not component by component: for the layouts that images have most. */
interface PixelRuns {
    /** The way for an image whose components are the given fields, or null if it lies otherwise. */
    static @Nullable PixelRuns of(Field[] fields, int bits) {
        PixelRuns packed = PackedPixels.of(fields, bits);
        return packed != null ? packed : InterleavedPixels.of(fields, bits);
    }

    /** Reads pixels as they are stored. */
    void load(int x, int y, int count, int[] out, int at);

    /** Writes pixels as they are to be stored. */
    void store(int x, int y, int count, int[] in, int at);
}
