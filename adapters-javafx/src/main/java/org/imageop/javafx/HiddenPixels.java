package org.imageop.javafx;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of an image that JavaFX keeps to itself, row by row through its reader and writer. Straight ARGB ints are
 * exchanged, so that JavaFX divides and multiplies by alpha; it rounds as the protocol does.
 */
final class HiddenPixels implements SampleRows {
    /** Some memory on the heap and some direct memory, of which nobody can tell whether they are any other. */
    private static final List<Buffer> ANY_MEMORY =
            List.of(ByteBuffer.allocate(0).asReadOnlyBuffer(), ByteBuffer.allocateDirect(0));

    private final Mode mode;
    private final PixelReader reader;
    private final @Nullable PixelWriter writer;
    private final boolean onPixelBuffer;

    private HiddenPixels(Mode mode, PixelReader reader, @Nullable PixelWriter writer, boolean onPixelBuffer) {
        this.mode = mode;
        this.reader = reader;
        this.writer = writer;
        this.onPixelBuffer = onPixelBuffer;
    }

    static ImageLike wrap(Image image) {
        PixelReader reader = readerOf(image);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (width < 1 || height < 1) {
            throw new UnsupportedImageException("A JavaFX image of " + image.getWidth() + "×" + image.getHeight()
                    + " has no whole pixel; load it in another size [errors.md#no-pixels]");
        }
        HiddenPixels pixels;
        if (image instanceof WritableImage writable) {
            PixelWriter writer = writerOf(writable);
            pixels = new HiddenPixels(Mode.RGBA, reader, writer, writer == null);
        } else {
            pixels = new HiddenPixels(modeOf(reader.getPixelFormat()), reader, null, false);
        }
        return StandardImage.wrapping(image, pixels.mode, width, height, pixels);
    }

    private static PixelReader readerOf(Image image) {
        // before the progress: a reader is only there when all is loaded
        PixelReader reader = image.getPixelReader();
        if (reader != null) {
            return reader;
        }
        String name = image.getUrl() == null ? "This JavaFX image" : "The JavaFX image " + image.getUrl();
        if (image.isError()) {
            Exception cause = image.getException();
            UnsupportedImageException failed = new UnsupportedImageException(
                    name + " could not be loaded: " + (cause == null ? "JavaFX does not say why" : cause)
                            + "; check its address, and that the file is an image [errors.md#image-failed]");
            failed.initCause(cause);
            throw failed;
        }
        if (image.getProgress() < 1) {
            throw new UnsupportedImageException(name + " is still loading, " + Math.round(image.getProgress() * 100)
                    + " % are there; wait until its progress is 1, or load it without backgroundLoading"
                    + " [errors.md#image-not-loaded]");
        }
        throw new UnsupportedImageException(name + " is animated, and JavaFX does not let the pixels of such images"
                + " be read; take a snapshot of an ImageView with it, or read its file with"
                + " org.imageop:imageop-adapters-imageio [errors.md#animated-image]");
    }

    private static @Nullable PixelWriter writerOf(WritableImage image) {
        try {
            return image.getPixelWriter();
        } catch (UnsupportedOperationException e) {
            // JavaFX's way to say that the image stands on a PixelBuffer
            return null;
        }
    }

    private static Mode modeOf(PixelFormat<?> format) {
        return switch (format.getType()) {
            case BYTE_RGB -> Mode.RGB;
            case BYTE_INDEXED -> isGrey(format) ? Mode.L : Mode.RGBA;
            default -> Mode.RGBA;
        };
    }

    /** Whether index i is the opaque grey i, as in JavaFX's own images of grey files. */
    @SuppressWarnings("unchecked") // indexed formats are of bytes
    private static boolean isGrey(PixelFormat<?> format) {
        PixelFormat<ByteBuffer> indexed = (PixelFormat<ByteBuffer>) format;
        ByteBuffer index = ByteBuffer.allocate(1);
        for (int i = 0; i < 256; i++) {
            index.put(0, (byte) i);
            if (indexed.getArgb(index, 0, 0, 1) != (0xff000000 | i * 0x010101)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] argb = new int[count];
        reader.getPixels(x, y, count, 1, PixelFormat.getIntArgbInstance(), argb, 0, count);
        switch (mode) {
            case L -> grey(argb, samples, offset);
            case RGB -> rgb(argb, samples, offset);
            default -> rgba(argb, samples, offset);
        }
    }

    private static void grey(int[] argb, int[] samples, int offset) {
        for (int i = 0; i < argb.length; i++) {
            samples[offset + i] = argb[i] & 0xff;
        }
    }

    private static void rgb(int[] argb, int[] samples, int offset) {
        for (int i = 0, k = offset; i < argb.length; i++, k += 3) {
            samples[k] = argb[i] >> 16 & 0xff;
            samples[k + 1] = argb[i] >> 8 & 0xff;
            samples[k + 2] = argb[i] & 0xff;
        }
    }

    private static void rgba(int[] argb, int[] samples, int offset) {
        for (int i = 0, k = offset; i < argb.length; i++, k += 4) {
            samples[k] = argb[i] >> 16 & 0xff;
            samples[k + 1] = argb[i] >> 8 & 0xff;
            samples[k + 2] = argb[i] & 0xff;
            samples[k + 3] = argb[i] >>> 24;
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (writer == null) {
            SampleRows.super.write(x, y, count, samples, offset);
            return;
        }
        int[] argb = new int[count];
        for (int i = 0, k = offset; i < count; i++, k += 4) {
            argb[i] = samples[k + 3] << 24 | samples[k] << 16 | samples[k + 1] << 8 | samples[k + 2];
        }
        writer.setPixels(x, y, count, 1, PixelFormat.getIntArgbInstance(), argb, 0, count);
    }

    @Override
    public boolean readOnly() {
        return writer == null;
    }

    /** JavaFX does not tell on which PixelBuffer an image stands, and others may write the memory of that. */
    @Override
    public List<?> foundations() {
        return onPixelBuffer ? ANY_MEMORY : List.of();
    }
}
