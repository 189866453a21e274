package org.imageop.imagej.pixels;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import org.imageop.SampleRows;

/** Samples computed from the elements of a processor's array, and elements from samples. */
abstract class ArrayRows implements SampleRows {
    private final PixelArray pixels;

    ArrayRows(PixelArray pixels) {
        this.pixels = pixels;
    }

    /** The index of a pixel's element. Throws if ImageJ uses another array now. */
    final int index(int x, int y) {
        pixels.inUse();
        return y * pixels.width() + x;
    }

    @Override
    public final boolean readOnly() {
        return false;
    }

    @Override
    public final boolean concurrent() {
        return true;
    }

    @Override
    public final List<Buffer> foundations() {
        return List.of(
                pixels.elements() instanceof byte[] bytes
                        ? ByteBuffer.wrap(bytes)
                        : ShortBuffer.wrap((short[]) pixels.elements()));
    }
}
