package org.imageop.internal.rows;

import java.nio.Buffer;
import org.imageop.SampleRows;
import org.imageop.internal.pixels.PixelMemory;
import org.jspecify.annotations.Nullable;

/** Rows in memory, as far as a direct copy needs to know where their samples lie. */
public interface StridedRows extends SampleRows {
    /** The memory of a component, for absolute access only. */
    Buffer memory(int component);

    /** The element of a component's sample. */
    long index(int component, int x, int y);

    /** The distance in elements from a component's sample to that of the next column. */
    long pixelStride(int component);

    /** The distance in elements from a component's sample to that of the next row. */
    long lineStride(int component);

    /** The memory as pixels in ints, as they are stored, or null if it lies otherwise. */
    @Nullable
    PixelMemory pixels();

    /** Refuses memory that its owner has freed. */
    void checkAlive();

    /** Whether every sample is a whole element that holds the value as it is. */
    boolean plain();

    /**
     * Whether a run of pixels lies here exactly as it does in other rows, without gaps, so that its elements can be
     * copied as they are; only ever true if it has the same mode and alpha type as well.
     */
    boolean liesLike(StridedRows other);

    /**
     * Whether all components are floating-point or signed numbers of the same kind and range as in other rows, so that
     * copying the numbers themselves keeps more than copying the samples that they stand for.
     */
    boolean sameNumbers(StridedRows other);

    /** Copies the numbers of a run of pixels from rows with the {@link #sameNumbers}. */
    void writeNumbers(StridedRows from, int x, int y, int count);
}
