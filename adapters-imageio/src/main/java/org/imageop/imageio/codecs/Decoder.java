package org.imageop.imageio.codecs;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.imageop.Mode;
import org.imageop.imageio.input.FileInput;
import org.imageop.imageio.pixels.DecodedImage;
import org.jspecify.annotations.Nullable;

/**
 * How the frames of one file are decoded: as its reader does it, in the file's own colours. Formats whose readers err
 * mend that in subclasses.
 *
 * <p>Any method may throw what a plugin throws.
 */
public class Decoder {
    /** Nothing is mended. */
    protected Decoder() {}

    /** Changes what the reader sees of the file. */
    public void prepare(FileInput input) throws IOException {
        // most readers see the file as it is
    }

    /** The mode of a frame, without its pixels. */
    public Mode mode(ImageReader reader, int frame) throws IOException {
        return DecodedImage.wrap(mend(type(reader, frame).createBufferedImage(1, 1)))
                .mode();
    }

    /** The bytes of a decoded pixel, rounded up. */
    public int bytesPerPixel(ImageReader reader, int frame) throws IOException {
        ImageTypeSpecifier type = type(reader, frame);
        if (type.getColorModel() instanceof IndexColorModel) {
            return 1;
        }
        int bits = 0;
        for (int band = 0; band < type.getNumBands(); band++) {
            bits += type.getBitsPerBand(band);
        }
        return Math.max((bits + 7) / 8, 1);
    }

    /** Decodes a frame. */
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        ImageTypeSpecifier type = type(reader, frame);
        if (!type.equals(types(reader, frame).next())) {
            param.setDestinationType(type);
        }
        BufferedImage image = reader.read(frame, param);
        if (image == null) {
            throw new IOException("The reader returned no image");
        }
        return mend(image);
    }

    /** The image that the file has, made of what its reader made of it. */
    protected BufferedImage mend(BufferedImage image) {
        return image;
    }

    /**
     * The first type offered that has the file's own colour space: PNG readers offer types with alpha first, others
     * offer conversions to sRGB first.
     */
    private static ImageTypeSpecifier type(ImageReader reader, int frame) throws IOException {
        ImageTypeSpecifier raw = rawType(reader, frame);
        ImageTypeSpecifier first = types(reader, frame).next();
        if (raw == null) {
            return first;
        }
        ColorSpace space = raw.getColorModel().getColorSpace();
        Iterator<ImageTypeSpecifier> types = types(reader, frame);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            if (type.getColorModel().getColorSpace().equals(space)) {
                return type;
            }
        }
        return first;
    }

    /** The JDK's readers fail at this for some types that they offer all the same. */
    private static @Nullable ImageTypeSpecifier rawType(ImageReader reader, int frame) throws IOException {
        try {
            return reader.getRawImageType(frame);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static Iterator<ImageTypeSpecifier> types(ImageReader reader, int frame) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(frame);
        if (types == null || !types.hasNext()) {
            throw new IOException("The reader offers no type for its pixels");
        }
        return types;
    }
}
