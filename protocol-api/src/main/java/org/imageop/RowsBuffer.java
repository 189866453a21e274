package org.imageop;

import java.util.Objects;
import java.util.Optional;
import org.imageop.spi.SampleRows;

/**
 * The canonical bytes of an image whose samples are reached by rows: finds the plane, row, pixel and
 * component of a byte, and moves whole runs of pixels where it can.
 */
final class RowsBuffer implements ImageBuffer {
    /** Runs are cut here, so that a huge row needs no huge scratch array. */
    private static final int LONGEST_RUN = 1 << 16;

    /** One plane of a planar image, or the whole of another one, and where its bytes begin. */
    private record Part(SampleRows rows, int width, long start, int components) {}

    private final Mode mode;
    private final int sampleBytes;
    private final Part[] parts;
    private final long length;
    private final boolean readOnly;
    private final Optional<PixelLayout> layout;

    RowsBuffer(PixelLayout layout) {
        this(layout.mode(), layout.size(), rowsOf(layout), Optional.of(layout));
    }

    RowsBuffer(Mode mode, int width, int height, SampleRows[] rows) {
        this(mode, new ImageSize(width, height), rows.clone(), Optional.empty());
    }

    private RowsBuffer(Mode mode, ImageSize size, SampleRows[] rows, Optional<PixelLayout> layout) {
        this.mode = mode;
        this.length = mode.length(size);
        this.sampleBytes = mode.bitsPerComponent() / 8;
        this.layout = layout;
        int expected = mode.planar() ? mode.components() : 1;
        if (rows.length != expected) {
            throw new IllegalArgumentException("A " + mode + " image is read through " + expected + " SampleRows, but "
                    + rows.length + " were given");
        }
        this.parts = new Part[expected];
        long start = 0;
        boolean anyReadOnly = false;
        for (int i = 0; i < expected; i++) {
            ImageSize plane = mode.planeSize(i, size.width(), size.height());
            parts[i] = new Part(rows[i], plane.width(), start, mode.planar() ? 1 : mode.components());
            start += (long) plane.width() * plane.height();
            anyReadOnly |= rows[i].readOnly();
        }
        this.readOnly = anyReadOnly;
    }

    private static SampleRows[] rowsOf(PixelLayout layout) {
        return layout.mode().planar()
                ? layout.mode().componentNames().stream()
                        .map(name -> layout.component(name).rows())
                        .toArray(SampleRows[]::new)
                : new SampleRows[] {layout.rows()};
    }

    /** The rows of the whole image, or of one component of a planar one. */
    SampleRows rows(int plane) {
        return parts[plane].rows;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int get(long index) {
        Objects.checkIndex(index, length);
        Part part = part(index);
        long sample = (index - part.start) / sampleBytes;
        long pixel = sample / part.components;
        int[] samples = new int[part.components];
        part.rows.read((int) (pixel % part.width), (int) (pixel / part.width), 1, samples, 0);
        int value = samples[(int) (sample % part.components)];
        return value >>> SampleBytes.shift(sampleBytes, (int) (index % sampleBytes)) & 0xff;
    }

    @Override
    public void set(long index, int value) {
        Objects.checkIndex(index, length);
        if ((value & ~0xff) != 0) {
            throw new IllegalArgumentException(
                    "Byte " + index + " of the buffer cannot become " + value + "; a byte is 0 to 255");
        }
        checkWritable();
        Part part = part(index);
        long sample = (index - part.start) / sampleBytes;
        long pixel = sample / part.components;
        int x = (int) (pixel % part.width);
        int y = (int) (pixel / part.width);
        int[] samples = new int[part.components];
        part.rows.read(x, y, 1, samples, 0);
        int component = (int) (sample % part.components);
        int shift = SampleBytes.shift(sampleBytes, (int) (index % sampleBytes));
        samples[component] = samples[component] & ~(0xff << shift) | value << shift;
        part.rows.write(x, y, 1, samples, 0);
    }

    @Override
    public void get(long index, byte[] target, int offset, int count) {
        Objects.checkFromIndexSize(index, count, length);
        Objects.checkFromIndexSize(offset, count, target.length);
        move(index, count, new Mover() {
            @Override
            public void single(long byteIndex, int at) {
                target[offset + at] = (byte) get(byteIndex);
            }

            @Override
            public void run(Part part, int x, int y, int pixels, int at) {
                int[] samples = new int[pixels * part.components];
                part.rows.read(x, y, pixels, samples, 0);
                SampleBytes.encode(samples, 0, samples.length, sampleBytes, target, offset + at);
            }
        });
    }

    @Override
    public void set(long index, byte[] source, int offset, int count) {
        Objects.checkFromIndexSize(index, count, length);
        Objects.checkFromIndexSize(offset, count, source.length);
        checkWritable();
        move(index, count, new Mover() {
            @Override
            public void single(long byteIndex, int at) {
                set(byteIndex, source[offset + at] & 0xff);
            }

            @Override
            public void run(Part part, int x, int y, int pixels, int at) {
                int[] samples = new int[pixels * part.components];
                SampleBytes.decode(source, offset + at, samples.length, sampleBytes, samples, 0);
                part.rows.write(x, y, pixels, samples, 0);
            }
        });
    }

    /** Moves one byte of a pixel that the range cuts apart, or a run of whole pixels. */
    private interface Mover {
        void single(long byteIndex, int at);

        void run(Part part, int x, int y, int pixels, int at);
    }

    private void move(long index, int count, Mover mover) {
        int at = 0;
        while (at < count) {
            Part part = part(index + at);
            int pixelBytes = part.components * sampleBytes;
            long inPart = index + at - part.start;
            long pixel = inPart / pixelBytes;
            int x = (int) (pixel % part.width);
            long pixels = Math.min(Math.min((count - at) / pixelBytes, part.width - x), LONGEST_RUN);
            if (inPart % pixelBytes != 0 || pixels == 0) {
                mover.single(index + at, at);
                at++;
            } else {
                mover.run(part, x, (int) (pixel / part.width), (int) pixels, at);
                at += (int) pixels * pixelBytes;
            }
        }
    }

    private Part part(long index) {
        int i = parts.length - 1;
        while (parts[i].start > index) {
            i--;
        }
        return parts[i];
    }

    private void checkWritable() {
        if (readOnly) {
            throw new ReadOnlyImageException(
                    "These pixels are read-only; copy the image with StandardImage.from to change it");
        }
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public Optional<PixelLayout> layout() {
        return layout;
    }

    /** The length of an array for that many bytes. */
    static int arrayLength(long count) {
        if (count > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(count + " bytes do not fit into one array; take them in several slices");
        }
        return (int) count;
    }

    @Override
    public String toString() {
        return length + (readOnly ? " read-only" : "") + " bytes of a " + mode + " image";
    }
}
