package org.imageop.internal.buffer;

import java.util.List;
import org.imageop.ImageBuffer;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.memory.SampleBytes;

/** The rows of an image, or of one plane of a planar image, behind a buffer that offers bytes alone. */
public final class RowsOverBuffer implements SampleRows {
    private final ImageBuffer buffer;
    private final long start;
    private final int width;
    private final int components;
    private final int sampleBytes;

    /** The rows of one plane, or with plane 0 of the whole of a non-planar image. */
    public RowsOverBuffer(ImageBuffer buffer, Mode mode, ImageSize size, int plane) {
        this.buffer = buffer;
        long offset = 0;
        for (int i = 0; i < plane; i++) {
            ImageSize earlier = mode.planeSize(i, size.width(), size.height());
            offset += (long) earlier.width() * earlier.height();
        }
        this.start = offset;
        this.width = mode.planeSize(plane, size.width(), size.height()).width();
        this.components = mode.planar() ? 1 : mode.components();
        this.sampleBytes = mode.bitsPerComponent() / 8;
    }

    private long index(int x, int y) {
        return start + ((long) y * width + x) * components * sampleBytes;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        byte[] bytes = new byte[count * components * sampleBytes];
        buffer.get(index(x, y), bytes, 0, bytes.length);
        SampleBytes.decode(bytes, 0, count * components, sampleBytes, samples, offset);
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        byte[] bytes = new byte[count * components * sampleBytes];
        SampleBytes.encode(samples, offset, count * components, sampleBytes, bytes, 0);
        buffer.set(index(x, y), bytes, 0, bytes.length);
    }

    @Override
    public boolean readOnly() {
        return buffer.readOnly();
    }

    @Override
    public List<?> foundations() {
        return List.of(buffer);
    }
}
