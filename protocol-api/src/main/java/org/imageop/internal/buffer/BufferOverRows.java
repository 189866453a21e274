package org.imageop.internal.buffer;

import java.util.Objects;
import java.util.Optional;
import org.imageop.ImageBuffer;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.memory.SampleBytes;
import org.imageop.internal.rows.CheckedRows;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.PlaneRows;
import org.imageop.internal.rows.Runs;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of an image whose samples are reached by rows: finds the plane, row, pixel and
 * component of a byte, and moves whole runs of pixels where it can.
 */
public final class BufferOverRows implements ImageBuffer {
    /**
     * One plane of a planar image, or the whole of another one, and where its bytes begin. Where a component can be
     * reached without the others of its pixel, {@code memory} does that.
     */
    private record Part(SampleRows rows, @Nullable PlaneRows memory, int width, long start, int components) {}

    private final Mode mode;
    private final ImageSize size;
    private final int sampleBytes;
    private final Part[] parts;
    private final long length;
    private final boolean readOnly;
    private final Optional<PixelLayout> layout;

    /** The memory of a non-planar image that can be written. */
    private final @Nullable PlaneRows pixels;

    /** A buffer over described memory. */
    public BufferOverRows(PixelLayout layout) {
        this(layout.mode(), layout.size(), rowsOf(layout), Optional.of(layout));
    }

    /** A buffer over rows that are known to deliver valid samples; one for the image, or one for each plane. */
    public BufferOverRows(Mode mode, int width, int height, SampleRows... rows) {
        this(mode, new ImageSize(width, height), rows.clone(), Optional.empty());
    }

    /**
     * A buffer over rows that somebody else wrote; one for the image, or, in a planar mode, one for each plane.
     *
     * @param owner the foreign object that the samples come from, or null
     */
    public static BufferOverRows computed(
            @Nullable Object owner, Mode mode, int width, int height, SampleRows... rows) {
        SampleRows[] checked = new SampleRows[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Objects.requireNonNull(rows[i], "rows");
            checked[i] = new CheckedRows(rows[i], Runs.components(mode), mode.bitsPerComponent(), owner);
        }
        return new BufferOverRows(mode, width, height, checked);
    }

    private static SampleRows[] rowsOf(PixelLayout layout) {
        if (!layout.mode().planar()) {
            return new SampleRows[] {layout.rows()};
        }
        return layout.mode().componentNames().stream()
                .map(name -> layout.component(name).rows())
                .toArray(SampleRows[]::new);
    }

    private BufferOverRows(Mode mode, ImageSize size, SampleRows[] rows, Optional<PixelLayout> layout) {
        this.mode = mode;
        this.size = size;
        this.length = mode.length(size);
        this.sampleBytes = mode.bitsPerComponent() / 8;
        this.layout = layout;
        int expected = mode.planar() ? mode.components() : 1;
        if (rows.length != expected) {
            throw new IllegalArgumentException("An image of mode " + mode + " is read through " + expected
                    + " SampleRows, not " + rows.length + " [errors.md#number-of-rows]");
        }
        this.parts = new Part[expected];
        long start = 0;
        boolean anyReadOnly = false;
        for (int i = 0; i < expected; i++) {
            ImageSize plane = mode.planeSize(i, size.width(), size.height());
            int components = mode.planar() ? 1 : mode.components();
            PlaneRows memory = rows[i] instanceof PlaneRows inMemory && inMemory.separable() ? inMemory : null;
            parts[i] = new Part(rows[i], memory, plane.width(), start, components);
            start += (long) plane.width() * plane.height();
            anyReadOnly |= rows[i].readOnly();
        }
        this.readOnly = anyReadOnly;
        this.pixels = !mode.planar() && !anyReadOnly && rows[0] instanceof PlaneRows memory ? memory : null;
    }

    /** The mode of the image whose bytes these are. */
    public Mode mode() {
        return mode;
    }

    /** The size of the image whose bytes these are. */
    public ImageSize size() {
        return size;
    }

    private String describe() {
        return Checks.describe(mode, size);
    }

    /** The rows of the whole image, or of one component of a planar one. */
    public SampleRows rows(int plane) {
        return parts[plane].rows;
    }

    /** Replaces a pixel; false, and nothing is changed, if anything has to be refused or done otherwise. */
    public boolean set(int x, int y, int[] values) {
        return pixels != null && x >= 0 && x < size.width() && y >= 0 && y < size.height() && pixels.set(x, y, values);
    }

    /** The rows of all planes. */
    public ImageRows all() {
        SampleRows[] rows = new SampleRows[parts.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = parts[i].rows;
        }
        return new ImageRows(mode, size.width(), size.height(), rows);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int get(long index) {
        checkIndex(index);
        Part part = part(index);
        if (part.memory != null && sampleBytes == 1) {
            return sample(part, index, PlaneRows::get);
        }
        byte[] one = new byte[1];
        get(index, one, 0, 1);
        return one[0] & 0xff;
    }

    @Override
    public void set(long index, int value) {
        checkIndex(index);
        if ((value & ~0xff) != 0) {
            throw new IllegalArgumentException("Byte " + index + " of the buffer cannot become " + value
                    + "; a byte is 0 to 255 [errors.md#value-out-of-range]");
        }
        Part part = part(index);
        if (part.memory != null && sampleBytes == 1) {
            checkWritable();
            sample(part, index, (memory, component, x, y) -> {
                memory.set(component, x, y, value);
                return value;
            });
            return;
        }
        set(index, new byte[] {(byte) value}, 0, 1);
    }

    private interface Sample {
        int at(PlaneRows memory, int component, int x, int y);
    }

    /** The sample that is a byte of the buffer. Measured: 45 ns through arrays of one byte become 8. */
    private static int sample(Part part, long index, Sample sample) {
        long inPart = index - part.start;
        long pixel = inPart / part.components;
        int component = (int) (inPart % part.components);
        PlaneRows memory = Objects.requireNonNull(part.memory);
        return sample.at(memory, component, (int) (pixel % part.width), (int) (pixel / part.width));
    }

    private void checkIndex(long index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(
                    "There is no byte " + index + " in the buffer of a " + describe() + ", which has " + length
                            + "; indices count from 0, negative positions belong to Slice [errors.md#no-such-index]");
        }
    }

    private void checkRange(long index, int count) {
        if (index < 0 || index > length - count) {
            throw new IndexOutOfBoundsException(
                    "There are no " + count + " bytes from byte " + index + " on in the buffer of a " + describe()
                            + ", which has " + length + " [errors.md#bytes-beyond-buffer]");
        }
    }

    @Override
    public void get(long index, byte[] target, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, target.length);
        checkRange(index, count);
        move(index, count, (part, x, y, pixels, skipped, at, bytes) -> {
            int[] samples = new int[pixels * part.components];
            if (bytes == samples.length * sampleBytes) {
                part.rows.read(x, y, pixels, samples, 0);
                SampleBytes.encode(samples, 0, samples.length, sampleBytes, target, offset + at);
            } else {
                System.arraycopy(pixel(part, x, y), skipped, target, offset + at, bytes);
            }
        });
    }

    @Override
    public void set(long index, byte[] source, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, source.length);
        checkRange(index, count);
        checkWritable();
        move(index, count, (part, x, y, pixels, skipped, at, bytes) -> {
            int[] samples = new int[pixels * part.components];
            if (bytes == samples.length * sampleBytes) {
                SampleBytes.decode(source, offset + at, samples.length, sampleBytes, samples, 0);
                part.rows.write(x, y, pixels, samples, 0);
            } else {
                byte[] pixel = pixel(part, x, y);
                System.arraycopy(source, offset + at, pixel, skipped, bytes);
                SampleBytes.decode(pixel, 0, samples.length, sampleBytes, samples, 0);
                write(part, x, y, samples, skipped / sampleBytes, (skipped + bytes - 1) / sampleBytes);
            }
        });
    }

    private byte[] pixel(Part part, int x, int y) {
        int[] samples = new int[part.components];
        part.rows.read(x, y, 1, samples, 0);
        byte[] bytes = new byte[samples.length * sampleBytes];
        SampleBytes.encode(samples, 0, samples.length, sampleBytes, bytes, 0);
        return bytes;
    }

    /** Writes some components of a pixel, if possible without the others: they may be another thread's (T-3). */
    private void write(Part part, int x, int y, int[] samples, int first, int last) {
        if (part.memory == null) {
            part.rows.write(x, y, 1, samples, 0);
            return;
        }
        for (int c = first; c <= last; c++) {
            part.memory.set(c, x, y, samples[c]);
        }
    }

    /** Moves a run of whole pixels, or those bytes of a single pixel that are within the range. */
    private interface Mover {
        /**
         * @param skipped how many bytes of the pixel come before the range; 0 for whole pixels
         * @param at where in the range the bytes are
         * @param bytes how many bytes are moved
         */
        void move(Part part, int x, int y, int pixels, int skipped, int at, int bytes);
    }

    private void move(long index, int count, Mover mover) {
        int at = 0;
        while (at < count) {
            Part part = part(index + at);
            int pixelBytes = part.components * sampleBytes;
            long inPart = index + at - part.start;
            long pixel = inPart / pixelBytes;
            int skipped = (int) (inPart % pixelBytes);
            int x = (int) (pixel % part.width);
            int y = (int) (pixel / part.width);
            int whole = Math.min(Math.min((count - at) / pixelBytes, part.width - x), Runs.LONGEST);
            boolean cut = skipped > 0 || whole == 0;
            int bytes = cut ? Math.min(count - at, pixelBytes - skipped) : whole * pixelBytes;
            mover.move(part, x, y, cut ? 1 : whole, skipped, at, bytes);
            at += bytes;
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
                    "These pixels are read-only; copy the image with StandardImage.from to change it"
                            + " [errors.md#read-only]");
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

    @Override
    public String toString() {
        return length + (readOnly ? " read-only" : "") + " bytes of a " + describe();
    }
}
