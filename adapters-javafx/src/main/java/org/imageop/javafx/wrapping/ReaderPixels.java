package org.imageop.javafx.wrapping;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritablePixelFormat;
import org.imageop.ArgbRows;
import org.imageop.Mode;
import org.imageop.spi.Argb;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of an image that JavaFX keeps to itself, row by row through its reader and writer. Ints are premultiplied if JavaFX
 * has them so, and then divided here, which rounds as JavaFX does and is faster.
 */
final class ReaderPixels implements ArgbRows {
    /** Heap memory and direct memory that cannot be distinguished from any other. */
    private static final List<Buffer> ANY_MEMORY =
            List.of(ByteBuffer.allocate(0).asReadOnlyBuffer(), ByteBuffer.allocateDirect(0));

    private final int components;
    private final PixelReader reader;
    private final boolean premultiplied;
    private final @Nullable PixelWriter writer;
    private final boolean onPixelBuffer;

    /**
     * Whether the pixels are bytes of an array of JavaFX's own. Of somebody's bytes, JavaFX would move the position, which several
     * threads must not.
     */
    private final boolean ownBytes;

    /** Memory for a run of such bytes, unless a thread is using it. */
    private final AtomicReference<@Nullable Run> runs = new AtomicReference<>();

    /** Pixels as bytes, and the same memory as ints. */
    private record Run(byte[] bytes, IntBuffer ints) {
        Run(byte[] bytes) {
            this(bytes, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer());
        }

        Run(int pixels) {
            this(new byte[pixels * Integer.BYTES]);
        }
    }

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
        this.premultiplied = mode.hasAlpha() && reader.getPixelFormat().isPremultiplied();
        this.writer = writer;
        this.onPixelBuffer = onPixelBuffer;
        this.ownBytes =
                premultiplied && !onPixelBuffer && reader.getPixelFormat().getType() == PixelFormat.Type.BYTE_BGRA_PRE;
    }

    @Override
    public boolean premultiplied() {
        return premultiplied;
    }

    @Override
    public void readArgb(int x, int y, int count, int[] argb, int offset) {
        if (ownBytes) {
            // JavaFX copies bytes at once, and makes ints of them one by one
            Run free = runs.getAndSet(null);
            Run run = free != null && free.bytes.length >= count * Integer.BYTES ? free : new Run(count);
            reader.getPixels(x, y, count, 1, PixelFormat.getByteBgraPreInstance(), run.bytes, 0, run.bytes.length);
            run.ints.get(0, argb, offset, count);
            runs.set(run);
            return;
        }
        WritablePixelFormat<IntBuffer> ints =
                premultiplied ? PixelFormat.getIntArgbPreInstance() : PixelFormat.getIntArgbInstance();
        reader.getPixels(x, y, count, 1, ints, argb, offset, count);
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] argb = new int[count];
        readArgb(x, y, count, argb, 0);
        for (int i = 0; premultiplied && i < count; i++) {
            argb[i] = Argb.straighten(argb[i]);
        }
        Argb.unpack(argb, components, samples, offset, count);
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (writer == null) {
            ArgbRows.super.write(x, y, count, samples, offset);
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
