package org.imageop.imageio.reading;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.imageio.codecs.Codec;
import org.imageop.imageio.codecs.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.FileInput;
import org.imageop.imageio.pixels.DecodedImage;
import org.imageop.imageio.plugins.PluginCall;
import org.imageop.imageio.plugins.PluginFailure;
import org.jspecify.annotations.Nullable;

/**
 * A reader at work on a file. It throws a {@link PluginFailure}, whatever the plugin threw.
 *
 * <p>Used by one thread at a time.
 */
public final class FrameReader implements AutoCloseable {
    private final ImageReader reader;
    private final Decoder decoder;
    private final FileInput input;
    private final IndexOrder order;

    private FrameReader(ImageReader reader, Decoder decoder, FileInput input, IndexOrder order) {
        this.reader = reader;
        this.decoder = decoder;
        this.input = input;
        this.order = order;
    }

    /**
     * Opens a file with a reader.
     *
     * @param codec of the reader's format
     * @param ignoreMetadata whether the reader skips metadata, above all damaged ones
     * @param order which of the reader's images is which frame
     * @throws IOException if the file cannot be read at all
     */
    static FrameReader open(FileBytes file, Codec codec, ImageReaderSpi spi, boolean ignoreMetadata, IndexOrder order)
            throws IOException, PluginFailure {
        Decoder decoder = codec.decoder(file);
        FileInput input = new FileInput(file);
        decoder.prepare(input);
        try {
            ImageReader reader = PluginCall.guard(() -> {
                ImageReader created = spi.createReaderInstance();
                created.setInput(input, false, ignoreMetadata);
                return created;
            });
            return new FrameReader(reader, decoder, input, order);
        } catch (PluginFailure e) {
            input.close();
            throw e;
        }
    }

    /** Throws what the file system reported, if that is why a reader failed. */
    void throwDeviceFailure() throws IOException {
        IOException failure = input.deviceFailure();
        if (failure != null) {
            throw failure;
        }
    }

    int frames() throws PluginFailure {
        return ask(() -> reader.getNumImages(true));
    }

    /** The size of a frame as the file announces it. */
    public ImageSize size(int frame) throws PluginFailure {
        return ask(() -> {
            int index = order.index(reader, frame);
            return new ImageSize(reader.getWidth(index), reader.getHeight(index));
        });
    }

    /** The mode of a frame, without its pixels. */
    public Mode mode(int frame) throws PluginFailure {
        return ask(() -> decoder.mode(reader, order.index(reader, frame)));
    }

    /** The bytes of a pixel as the reader decodes it, rounded up. */
    public int bytesPerPixel(int frame) throws PluginFailure {
        return ask(() -> decoder.bytesPerPixel(reader, order.index(reader, frame)));
    }

    /**
     * Decodes a frame.
     *
     * @param profile the ICC profile in the file, or null
     * @return as {@link DecodedImage#wrap(java.awt.image.BufferedImage, byte[])}
     */
    public ImageLike read(int frame, byte @Nullable [] profile) throws PluginFailure {
        return ask(() -> {
            TruncationListener truncation = new TruncationListener();
            reader.removeAllIIOReadWarningListeners();
            reader.addIIOReadWarningListener(truncation);
            ImageLike image = DecodedImage.wrap(decoder.read(reader, order.index(reader, frame)), profile);
            truncation.check();
            return image;
        });
    }

    private <T> T ask(PluginCall<T> call) throws PluginFailure {
        input.refill();
        return PluginCall.guard(call);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.dispose();
        } finally {
            input.close();
        }
    }
}
