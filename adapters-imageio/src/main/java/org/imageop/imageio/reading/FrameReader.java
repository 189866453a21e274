package org.imageop.imageio.reading;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.awt.AwtImages;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.FileInput;
import org.imageop.imageio.pixels.DecodedImage;
import org.imageop.imageio.plugins.PluginCall;
import org.imageop.imageio.plugins.PluginFailure;
import org.imageop.imageio.plugins.Watch;
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
        FileInput input = new FileInput(decoder.seen(file));
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
        input.throwDeviceFailure();
    }

    int frames() throws PluginFailure {
        return ask(() -> reader.getNumImages(true));
    }

    /** The size of a frame as the file announces it. */
    public ImageSize size(int frame) throws PluginFailure {
        return ask(() -> decoder.size(reader, order.index(reader, frame)));
    }

    /** The mode of a frame, without its pixels. */
    public Mode mode(int frame) throws PluginFailure {
        return ask(() -> decoder.mode(reader, order.index(reader, frame)));
    }

    /** The bytes of a pixel as the reader decodes it, rounded up. */
    public int bytesPerPixel(int frame) throws PluginFailure {
        return ask(() -> decoder.bytesPerPixel(reader, order.index(reader, frame)));
    }

    /** How often the reader passes over an image. */
    public long passes() {
        return decoder.passes();
    }

    /** What an image of a frame has no place for although the file has it. */
    public List<String> leftOut(int frame) throws PluginFailure {
        return ask(() -> decoder.leftOut(reader, order.index(reader, frame)));
    }

    /**
     * Decodes a frame.
     *
     * @param profile the ICC profile in the file, or null
     * @param missing gets what the image lacks although it should have it, as short phrases; null to fail in this case
     * @param watch sees how far it is; the image may lack rows if it stopped the reader
     * @return as {@link DecodedImage#wrap(java.awt.image.BufferedImage, Plane.Range, byte[])}
     */
    public ImageLike read(int frame, byte @Nullable [] profile, @Nullable List<String> missing, Watch watch)
            throws PluginFailure {
        return ask(() -> {
            reader.removeAllIIOReadProgressListeners();
            reader.addIIOReadProgressListener(new ReadProgress(watch, input));
            ReaderWarnings warnings = new ReaderWarnings();
            reader.removeAllIIOReadWarningListeners();
            reader.addIIOReadWarningListener(warnings);
            int index = order.index(reader, frame);
            BufferedImage decoded = decoder.read(reader, index);
            watch.check();
            List<String> lacking = decoder.missing(index, warnings.all());
            if (missing != null) {
                missing.addAll(lacking);
            } else if (!lacking.isEmpty()) {
                throw new IOException("the image lacks " + String.join(", ", lacking)
                        + " (ReadOptions.withTolerant(true) reads it all the same)");
            }
            return DecodedImage.wrap(decoded, decoder.range(decoded, index), profile);
        });
    }

    /**
     * Decodes all samples of a frame, whatever they mean.
     *
     * @return an image for each sample of a pixel; empty if these are the components of the image
     */
    public List<ImageLike> channels(int frame) throws PluginFailure {
        return ask(() -> {
            int index = order.index(reader, frame);
            WritableRaster raster = decoder.channels(reader, index);
            List<ImageLike> channels = new ArrayList<>();
            for (int band = 0; raster != null && band < raster.getNumBands(); band++) {
                Plane.Range range = decoder.channelRange(raster, band, index);
                WritableRaster channel =
                        raster.createWritableChild(0, 0, raster.getWidth(), raster.getHeight(), 0, 0, new int[] {band});
                channels.add(range == null ? AwtImages.wrap(channel) : AwtImages.wrap(channel, range));
            }
            return channels;
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
