package org.imageop.javafx.wrapping;

import java.nio.ByteBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.javafx.buffers.SharedBuffers;
import org.jspecify.annotations.Nullable;

/** From a JavaFX image to one of the protocol: on its memory where that is known, else through its PixelReader. */
public final class FromImage {
    private FromImage() {}

    /**
     * An image of the protocol on the pixels of a JavaFX image.
     *
     * @throws UnsupportedImageException if the image is still loading, could not be loaded, or is animated
     */
    public static ImageLike wrap(Image image) {
        if (image instanceof WritableImage writable) {
            PixelBuffer<?> shared = SharedBuffers.bufferOf(writable);
            if (shared != null) {
                return SharedBuffers.wrap(image, shared);
            }
        }
        PixelReader reader = readerOf(image);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (width < 1 || height < 1) {
            throw new UnsupportedImageException("A JavaFX image of " + image.getWidth() + "×" + image.getHeight()
                    + " has no whole pixel; load it in another size [errors.md#no-pixels]");
        }
        Mode mode = Mode.RGBA;
        ReaderPixels pixels;
        if (image instanceof WritableImage writable) {
            PixelWriter writer = writerOf(writable);
            pixels = new ReaderPixels(mode, reader, writer, writer == null);
        } else {
            mode = modeOf(reader.getPixelFormat());
            pixels = new ReaderPixels(mode, reader, null, false);
        }
        return StandardImage.wrapping(image, mode, width, height, pixels);
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
                    name + " could not be loaded: " + (cause == null ? "JavaFX gives no reason" : cause)
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
            // what JavaFX throws for an image on a PixelBuffer
            return null;
        }
    }

    private static Mode modeOf(PixelFormat<?> format) {
        return switch (format.getType()) {
            case BYTE_RGB -> Mode.RGB;
            case BYTE_INDEXED -> isGray(format) ? Mode.L : Mode.RGBA;
            default -> Mode.RGBA;
        };
    }

    /** Whether index i is the opaque grey i, as in JavaFX's own images of grey files. */
    @SuppressWarnings("unchecked") // indexed formats are of bytes
    private static boolean isGray(PixelFormat<?> format) {
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
}
