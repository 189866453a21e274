package org.imageop.imageio;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/**
 * One reader at work on one file. What it throws is a {@link Guard.PluginFailure}, whatever the plugin threw.
 *
 * <p>Used by one thread at a time.
 */
final class FrameReader implements AutoCloseable {
    private final String format;
    private final @Nullable Format known;
    private final ImageReader reader;
    private final FileInput input;
    private final JpegHeader jpeg;
    private final TgaHeader tga;

    private FrameReader(
            String format,
            @Nullable Format known,
            ImageReader reader,
            FileInput input,
            JpegHeader jpeg,
            TgaHeader tga) {
        this.format = format;
        this.known = known;
        this.reader = reader;
        this.input = input;
        this.jpeg = jpeg;
        this.tga = tga;
    }

    /**
     * Opens a file with a reader.
     *
     * @param ignoreMetadata whether the reader passes over metadata, damaged ones above all
     * @throws IOException if the file cannot be read at all
     */
    static FrameReader open(Path path, ImageReaderSpi spi, boolean ignoreMetadata)
            throws IOException, Guard.PluginFailure {
        Format known = Format.of(spi);
        JpegHeader jpeg;
        TgaHeader tga;
        boolean wideSgi;
        try (FileChannel channel = FileChannel.open(path)) {
            Source source = Source.of(channel);
            jpeg = known == Format.JPEG ? JpegHeader.read(source) : JpegHeader.NONE;
            tga = known == Format.TGA ? TgaHeader.read(source) : TgaHeader.NONE;
            wideSgi = source.number(3, 1, ByteOrder.BIG_ENDIAN) == 2;
        }
        FileInput input = new FileInput(path);
        if (known == Format.SGI) {
            // the reader stretches the stated range of samples, and overflows in doing so
            input.overlay(12, new byte[] {0, 0, 0, 0, 0, 0, (byte) (wideSgi ? 255 : 0), (byte) 255});
        }
        try {
            ImageReader reader = Guard.call(() -> {
                ImageReader created = spi.createReaderInstance();
                created.setInput(input, false, ignoreMetadata);
                return created;
            });
            return new FrameReader(format(spi), known, reader, input, jpeg, tga);
        } catch (Guard.PluginFailure e) {
            input.close();
            throw e;
        }
    }

    /** The name of the format that a reader is for. */
    static String format(ImageReaderSpi spi) {
        Format known = Format.of(spi);
        return known != null ? known.name() : spi.getFormatNames()[0].toUpperCase(Locale.ROOT);
    }

    String format() {
        return format;
    }

    @Nullable
    Format known() {
        return known;
    }

    /** Throws what the file system reported, if that is why a reader failed. */
    void throwDeviceFailure() throws IOException {
        IOException failure = input.deviceFailure();
        if (failure != null) {
            throw failure;
        }
    }

    int frames() throws Guard.PluginFailure {
        return ask(() -> reader.getNumImages(true));
    }

    ImageSize size(int frame) throws Guard.PluginFailure {
        return ask(() -> new ImageSize(reader.getWidth(frame), reader.getHeight(frame)));
    }

    /** The mode of the frame, without its pixels. */
    Mode mode(int frame) throws Guard.PluginFailure {
        return ask(() -> {
            if (inks()) {
                return Mode.CMYK;
            } else if (jpeg.components() == 1 && jpeg.bits() > 8) {
                return Mode.L16;
            }
            return Pixels.wrap(complete(type(frame).createBufferedImage(1, 1))).mode();
        });
    }

    /** The bytes of a pixel as the reader decodes it, rounded up. */
    int bytesPerPixel(int frame) throws Guard.PluginFailure {
        return ask(() -> {
            if (inks()) {
                return 4;
            }
            ImageTypeSpecifier type = type(frame);
            int bits = 0;
            for (int band = 0; band < type.getNumBands(); band++) {
                bits += type.getBitsPerBand(band);
            }
            boolean packed = type.getColorModel() instanceof IndexColorModel;
            return packed ? 1 : Math.max((bits + 7) / 8, 1);
        });
    }

    ImageLike read(int frame) throws Guard.PluginFailure {
        return ask(() -> {
            CutOff cutOff = new CutOff();
            reader.removeAllIIOReadWarningListeners();
            reader.addIIOReadWarningListener(cutOff);
            if (inks()) {
                Raster raster = reader.readRaster(frame, null);
                cutOff.check();
                return Pixels.wrap(JpegInks.image(raster, jpeg));
            }
            ImageReadParam param = reader.getDefaultReadParam();
            ImageTypeSpecifier type = type(frame);
            if (!type.equals(types(frame).next())) {
                param.setDestinationType(type);
            }
            BufferedImage image = reader.read(frame, param);
            if (image == null) {
                throw new IOException("The reader gave no image");
            }
            cutOff.check();
            return Pixels.wrap(complete(image));
        });
    }

    private BufferedImage complete(BufferedImage image) {
        if (tga.grayAlpha() && image.getColorModel().getNumComponents() == 1) {
            return Pixels.grayAlpha(image.getRaster());
        } else if (tga.narrowColors() && image.getColorModel() instanceof IndexColorModel colors) {
            return Pixels.widenColors(image, colors);
        }
        return known == Format.PSD ? Pixels.floatBits(image) : image;
    }

    /** Readers convert the inks of JPEG files to RGB, or mix them up; their raster is what the file has. */
    private boolean inks() {
        return jpeg.components() == 4 && reader.canReadRaster();
    }

    /**
     * The first type offered that has the file's own colour space: PNG readers offer those with alpha first, others
     * offer conversions to sRGB first.
     */
    private ImageTypeSpecifier type(int frame) throws IOException {
        ImageTypeSpecifier raw = rawType(frame);
        ImageTypeSpecifier first = types(frame).next();
        if (raw == null) {
            return first;
        }
        ColorSpace space = raw.getColorModel().getColorSpace();
        Iterator<ImageTypeSpecifier> types = types(frame);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            if (type.getColorModel().getColorSpace().equals(space)) {
                return type;
            }
        }
        return first;
    }

    /** The JDK's readers fail at this for some types that they offer all the same. */
    private @Nullable ImageTypeSpecifier rawType(int frame) throws IOException {
        try {
            return reader.getRawImageType(frame);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Iterator<ImageTypeSpecifier> types(int frame) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(frame);
        if (types == null || !types.hasNext()) {
            throw new IOException("The reader knows no type for its pixels");
        }
        return types;
    }

    private <T> T ask(Guard.Action<T> action) throws Guard.PluginFailure {
        input.refill();
        return Guard.call(action);
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
