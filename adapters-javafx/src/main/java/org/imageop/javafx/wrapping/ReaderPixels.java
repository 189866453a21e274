package org.imageop.javafx.wrapping;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.spi.Argb;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of an image that JavaFX keeps to itself, row by row through its reader and writer. Straight ARGB ints are
 * exchanged, so that JavaFX divides and multiplies by alpha; it rounds as the protocol does.
 */
final class ReaderPixels implements SampleRows {
    /** Heap memory and direct memory that cannot be distinguished from any other. */
    private static final List<Buffer> ANY_MEMORY =
            List.of(ByteBuffer.allocate(0).asReadOnlyBuffer(), ByteBuffer.allocateDirect(0));

    private final int components;
    private final PixelReader reader;
    private final @Nullable PixelWriter writer;
    private final boolean onPixelBuffer;

    /**
     * The pixels of an image.
     *
     * @param mode L, RGB or RGBA
     * @param writer writes RGBA; null if the image is read-only
     * @param onPixelBuffer whether others may write the image's memory
     */
    ReaderPixels(Mode mode, PixelReader reader, @Nullable PixelWriter writer, boolean onPixelBuffer) {
        this.components = mode.components();
        this.reader = reader;
        this.writer = writer;
        this.onPixelBuffer = onPixelBuffer;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] argb = new int[count];
        reader.getPixels(x, y, count, 1, PixelFormat.getIntArgbInstance(), argb, 0, count);
        Argb.unpack(argb, components, samples, offset, count);
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (writer == null) {
            SampleRows.super.write(x, y, count, samples, offset);
            return;
        }
        int[] argb = new int[count];
        Argb.pack(components, samples, offset, argb, count);
        writer.setPixels(x, y, count, 1, PixelFormat.getIntArgbInstance(), argb, 0, count);
    }

    @Override
    public boolean readOnly() {
        return writer == null;
    }

    /** JavaFX does not reveal on which PixelBuffer an image is, and others may write the memory of that buffer. */
    @Override
    public List<?> foundations() {
        return onPixelBuffer ? ANY_MEMORY : List.of();
    }
}
